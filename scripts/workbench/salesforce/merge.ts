import type { Org } from './org';
import type { OrgUser, StoredRecord } from './orgTypes';

export const mergeable = ['Account', 'Contact', 'Lead'];

/**
 * What a person does with *Merge*: the loser goes to the recycle bin and names the winner, and all that
 * pointed to the loser points to the winner.
 * @returns what is wrong, or the record that was kept
 */
export function mergeRecords(
  org: Org,
  user: OrgUser,
  winnerId: string,
  loserId: string
): { winner: StoredRecord } | { problem: string } {
  const winner = live(org, winnerId);
  const loser = live(org, loserId);
  if (!winner || !loser) return { problem: `there is no record ${winner ? loserId : winnerId}` };
  if (winner === loser) return { problem: 'a record cannot be merged with itself' };
  if (winner.object !== loser.object || !mergeable.includes(winner.object))
    return { problem: `only two records of ${mergeable.join(', ')} can be merged` };
  for (const record of org.records.values()) repoint(org, user, record, loser.id, winner.id);
  loser.deleted = true;
  loser.values['MasterRecordId'] = winner.id;
  org.changed({
    kind: 'deleted',
    object: loser.object,
    id: loser.id,
    fields: [],
    by: user.username
  });
  return { winner };
}

/** A merge moves activities without counting as an edit of them: their LastModifiedDate stays. */
function repoint(org: Org, user: OrgUser, record: StoredRecord, from: string, to: string): void {
  const object = org.object(record.object);
  if (!object || record.deleted) return;
  const fields = [...object.fields.values()]
    .filter((field) => field.dataType === 'Reference' && record.values[field.apiName] === from)
    .map((field) => field.apiName);
  if (fields.length === 0) return;
  for (const name of fields) record.values[name] = to;
  record.values['SystemModstamp'] = org.now();
  org.changed({ kind: 'updated', object: record.object, id: record.id, fields, by: user.username });
}

function live(org: Org, id: string): StoredRecord | undefined {
  const record = org.records.get(id);
  return record && !record.deleted ? record : undefined;
}
