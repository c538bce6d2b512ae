import type { FieldValue } from 'c/taskSync';
import { KEY_FIELD } from './configuration';
import { plain, type Dossier } from './dossier';
import type { Version } from './leastWrites';
import type { Org } from './salesforce';
import type { Violate } from './witnessTypes';

/** What excuses a page, and where the Tasks are. */
interface Circumstances {
  org: Org;
  multipleWriters: boolean;
  storageRefused: boolean;
}

/** Compares Tasks with what they should say. */
export function createJudge(truth: Circumstances, violate: Violate) {
  const { org } = truth;

  function judgeField(key: string, dossier: Dossier, field: string, there: FieldValue): void {
    const ours = plain(dossier.wanted[field]);
    const edit = dossier.edits[field];
    if (there === ours && !edit) return;
    const changed = dossier.changedAt[field] ?? 0;
    const detail = `${key} ${field} is ${JSON.stringify(there)}, should be ${JSON.stringify(ours)}`;
    if (!edit) {
      violate('wrong_value', detail);
      return;
    }
    if (edit.at > changed && edit.wasSettled) {
      const excused = dossier.wasAdopted || truth.multipleWriters || truth.storageRefused;
      if (there !== edit.value && !(excused && there === ours)) {
        violate('edit_overwritten', `${detail} (edited ${JSON.stringify(edit.value)})`);
      }
      return;
    }
    const anyLater = Object.values(dossier.edits).some(({ at }) => at > changed);
    // Ours may have come and gone unseen.
    const isAsBefore = edit.wasSettled && edit.ours === ours;
    const either = anyLater || isAsBefore || !edit.wasSettled || dossier.orderUnknown;
    if (there !== ours && !(either && there === edit.value)) {
      violate('wrong_value', `${detail} (edited before)`);
    }
  }

  /** A draft that a page made a while ago, in calm weather. */
  function judgeDraft(key: string, dossier: Dossier, { fields }: Version): void {
    const task = org.taskOf(key);
    // Where each tab writes by itself, what one does not know another may have written.
    if (dossier.deleted || dossier.wasRefused || truth.multipleWriters) return;
    for (const [field, value] of Object.entries(fields)) {
      if (field in dossier.edits || dossier.refused.has(field)) continue;
      if (plain(task?.fields[field]) === plain(value)) continue;
      violate('forgotten_draft', `${key} ${field}`);
      return;
    }
  }

  /** How a leg's Task stands when the shift is over. */
  function judgeTask(key: string, dossier: Dossier): void {
    const all = org.tasks.filter((task) => task.key === key);
    const excusedSecond = dossier.deleted && (truth.storageRefused || truth.multipleWriters);
    if (all.length === 0) violate('missing_task', key);
    if (all.length > 1 && !excusedSecond) violate('duplicate_task', `${key}: ${all.length} Tasks`);
    const task = all.find(({ deleted }) => !deleted);
    if (!task) return;
    for (const field of Object.keys(dossier.wanted)) {
      if (field !== KEY_FIELD) judgeField(key, dossier, field, plain(task.fields[field]));
    }
    const { notes } = dossier;
    const edited = dossier.edits.Description;
    if (notes && !notes.excused && !edited && task.fields.Description !== notes.text) {
      violate('lost_note', `${key}: ${notes.text}`);
    }
  }

  return { judgeDraft, judgeTask };
}
