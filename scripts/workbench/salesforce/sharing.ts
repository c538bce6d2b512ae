import type { Org } from './org';
import { notFound, notShared, recordErrors } from './errors';
import type { Refusal } from './errors';
import type { OrgUser, StoredRecord } from './orgTypes';

/** The lookups through which a record of an activity follows another record's sharing. */
const parents = ['WhatId', 'WhoId'];

/** Whether a user may see a record: object permission and sharing together. Field access is apart. */
export function maySee(org: Org, user: OrgUser, record: StoredRecord): boolean {
  const object = org.object(record.object);
  return object !== undefined && org.objectAccess(user, object).read && isShared(org, user, record);
}

/** Sharing alone: owner, a member of the owning queue, everybody, or through the parent. */
export function isShared(org: Org, user: OrgUser, record: StoredRecord): boolean {
  const sharing = org.sharingOf(record.object);
  if (sharing === 'public' || sharing === 'read' || org.hasAll(user, record.object, 'viewAll'))
    return true;
  const owner = String(record.values['OwnerId'] ?? '');
  if (owner === user.recordId || org.isQueueMember(user, owner)) return true;
  if (sharing === 'private') return false;
  return parents.some((name) => {
    const parent = org.records.get(String(record.values[name] ?? ''));
    return parent !== undefined && !parent.deleted && maySee(org, user, parent);
  });
}

/** Whether sharing lets a user change a record that they see. */
export function mayChange(org: Org, user: OrgUser, record: StoredRecord): boolean {
  const sharing = org.sharingOf(record.object);
  const owner = String(record.values['OwnerId'] ?? '');
  const isOpen = sharing === 'public' || sharing === 'controlled_by_parent';
  if (isOpen || owner === user.recordId || org.isQueueMember(user, owner)) return true;
  return org.hasAll(user, record.object, 'modifyAll');
}

/** What reading a record that is not shared answers. */
export function lostOnRead(org: Org): Refusal {
  return org.settings.lostRecord === 'not_found' ? notFound() : notShared();
}

/** What writing to a record that is not shared answers. */
export function lostOnWrite(org: Org): Refusal {
  return org.settings.lostRecord === 'not_found' ? notFound() : readOnly();
}

/** What writing to a record answers that is shared for reading only. */
export function readOnly(): Refusal {
  return recordErrors([
    {
      errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY',
      message: 'insufficient access rights on object id'
    }
  ]);
}
