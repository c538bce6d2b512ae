import type { ObjectInfoRepresentation } from 'lightning/uiObjectInfoApi';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import { callOrg } from '../../lightning/data/org';
import { fieldView } from './fieldView';
import type { FieldView } from './fieldView';
import { layouts } from './layouts';
import type { Layout } from './layouts';
import { objectInfo } from './objectInfo';

export interface RecordView {
  id: string;
  object: string;
  objectLabel: string;
  title: string;
  icon: string;
  hasActivities: boolean;
  /** This user may. */
  isEditable: boolean;
  isDeletable: boolean;
  /** Records that stand beside the details, by id; undefined for objects that have none. */
  related: string[] | undefined;
  highlights: FieldView[];
  sections: { label: string; fields: FieldView[] }[];
}

/** A record with everything its page shows. Rejects with a FetchResponse. */
export async function readRecord(recordId: string, object: string): Promise<RecordView> {
  const [info, record] = await Promise.all([
    objectInfo(object),
    callOrg(`/ui-api/records/${recordId}?layoutTypes=Full`) as Promise<RecordRepresentation>
  ]);
  const layout = layouts[object];
  const views = (names: readonly string[]): FieldView[] =>
    names.flatMap((name) => fieldView(info, record, name) ?? []);
  return {
    id: record.id,
    object,
    objectLabel: info.label,
    title: titleOf(info, record),
    icon: layout?.icon ?? 'standard:record',
    hasActivities: layout?.hasActivities ?? false,
    isEditable: info.updateable,
    isDeletable: Boolean(layout?.isDeletable) && info.deletable,
    related: layout?.related?.flatMap((name) => {
      const id = record.fields[name]?.value;
      return typeof id === 'string' ? id : [];
    }),
    highlights: views(layout?.highlights ?? []),
    sections: sectionsOf(info, layout)
      .map(({ label, fields }) => ({ label, fields: views(fields) }))
      .filter(({ fields }) => fields.length > 0)
  };
}

function sectionsOf(
  info: ObjectInfoRepresentation,
  layout: Layout | undefined
): { label: string; fields: readonly string[] }[] {
  if (!layout) return [{ label: 'Information', fields: Object.keys(info.fields) }];
  if (!layout.showsCustomFields) return [...layout.sections];
  const shown = new Set(layout.sections.flatMap(({ fields }) => fields));
  const custom = Object.keys(info.fields).filter(
    (name) => name.endsWith('__c') && !shown.has(name)
  );
  const [system] = layout.sections.slice(-1);
  return [
    ...layout.sections.slice(0, -1),
    { label: 'Additional Information', fields: custom },
    ...(system ? [system] : [])
  ];
}

/** Its name: of people the whole name, of cases the subject, as Lightning heads their pages. */
function titleOf(info: ObjectInfoRepresentation, record: RecordRepresentation): string {
  const names = ['Subject', 'Name', ...info.nameFields];
  const name = names.find((candidate) => record.fields[candidate]?.value);
  return String(record.fields[name ?? '']?.value ?? `(no ${info.label.toLowerCase()} name)`);
}
