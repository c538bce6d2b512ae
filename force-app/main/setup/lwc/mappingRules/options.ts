import { catalogue } from 'c/interaction';
import { canHold, fieldProblem, KEY_FIELD } from 'c/taskDraft';
import type { TaskShape } from 'c/taskDraft';
import customFields from '@salesforce/label/c.Mapping_Group_Custom_Fields';
import participantData from '@salesforce/label/c.Mapping_Group_Participant_Data';
import participantHint from '@salesforce/label/c.Mapping_Participant_Hint';
import standardFields from '@salesforce/label/c.Mapping_Group_Standard_Fields';
import { attributeType } from './checks';
import { attributeTypeWords, fieldTypeWords } from './words';

export interface PickOption {
  value: string;
  label: string;
  detail: string;
}

export interface PickGroup {
  label: string;
  options: PickOption[];
}

const FAMILY = 'Participant.';

/**
 * The catalogue by the first part of the names, as far as it holds `term`. A term that is no
 * attribute is offered as the name of participant data, which only the org's own flows know.
 */
export function attributeGroups(term: string): PickGroup[] {
  const groups = new Map<string, PickOption[]>();
  for (const { name, label, description, dataType } of catalogue) {
    if (name.startsWith(FAMILY) || !holds(term, name, label, description)) continue;
    const group = name.slice(0, name.indexOf('.'));
    const option = {
      value: name,
      label: name,
      detail: `${attributeTypeWords(dataType)} · ${label}`
    };
    groups.set(group, [...(groups.get(group) ?? []), option]);
  }
  const listed = [...groups].map(([label, options]) => ({ label, options }));
  const own = participantOption(term);
  return own ? [...listed, { label: participantData, options: [own] }] : listed;
}

function participantOption(term: string): PickOption | undefined {
  const wanted = term.trim();
  const name = wanted.startsWith(FAMILY) ? wanted : FAMILY + wanted;
  const isListed = attributeType(wanted) !== undefined && attributeType(wanted) !== 'any';
  if (isListed || attributeType(name) !== 'any') return undefined;
  return { value: name, label: name, detail: participantHint };
}

/** The fields this user may write and `attribute` fits in, custom ones first, by label. */
export function fieldGroups(shape: TaskShape, attribute: string, term: string): PickGroup[] {
  const type = attributeType(attribute) ?? 'any';
  const fields = Object.values(shape.fields)
    .filter((field) => !fieldProblem(shape, field.apiName, KEY_FIELD) && canHold(field, type))
    .filter(({ label, apiName }) => holds(term, label, apiName))
    .sort((a, b) => a.label.localeCompare(b.label));
  const options = (custom: boolean): PickOption[] =>
    fields
      .filter(({ apiName }) => apiName.endsWith('__c') === custom)
      .map((field) => ({
        value: field.apiName,
        label: field.label,
        detail: `${field.apiName} · ${fieldTypeWords(field)}`
      }));
  return [
    { label: customFields, options: options(true) },
    { label: standardFields, options: options(false) }
  ].filter((group) => group.options.length > 0);
}

function holds(term: string, ...texts: string[]): boolean {
  const wanted = term.trim().toLowerCase();
  return texts.some((text) => text.toLowerCase().includes(wanted));
}
