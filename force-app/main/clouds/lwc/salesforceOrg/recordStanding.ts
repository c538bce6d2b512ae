import type { RecordRepresentation } from 'lightning/uiRecordApi';

/** Object by the first three characters of its record ids, and whether its records can be merged. */
const objects: ReadonlyMap<string, { name: string; canBeMerged?: true }> = new Map([
  ['001', { name: 'Account', canBeMerged: true }],
  ['003', { name: 'Contact', canBeMerged: true }],
  ['00Q', { name: 'Lead', canBeMerged: true }],
  ['006', { name: 'Opportunity' }],
  ['500', { name: 'Case' }],
  ['701', { name: 'Campaign' }],
  ['800', { name: 'Contract' }],
  ['801', { name: 'Order' }]
]);

/** A wire that is asked for anything else stays silent for ever. */
export const isRecordId = (id: string): boolean => /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(id);

/** What to ask of a record to know how it stands; undefined: nobody knows its object. */
export function recordFields(id: string): string[] | undefined {
  const object = objects.get(id.slice(0, 3));
  if (!object) return undefined;
  const { name, canBeMerged } = object;
  return [`${name}.Id`, `${name}.IsDeleted`, ...(canBeMerged ? [`${name}.MasterRecordId`] : [])];
}

type Standing = { state: 'there' | 'missing' } | { state: 'merged'; into: string };

/** A record that can be read; the loser of a merge is deleted and names its winner. */
export function standingOf({ fields = {} }: Partial<RecordRepresentation>): Standing {
  const into = fields.MasterRecordId?.value;
  if (typeof into === 'string' && isRecordId(into)) return { state: 'merged', into };
  return { state: fields.IsDeleted?.value === true ? 'missing' : 'there' };
}
