import { seedRecords as recordsToSeed } from '../org/records';
import type { SeedOptions } from '../org/records';
import { queues, userLocale, users } from '../org/users';
import type { MetadataProblem } from './metadataFile';
import type { Org } from './org';
import { createRecord } from './write';

/** Users, queues and records of a fresh org. @returns the records that could not be made */
export function seedOrg(org: Org, options: SeedOptions): MetadataProblem[] {
  seedUsers(org);
  seedQueues(org);
  return seedRecords(org, options);
}

function seedUsers(org: Org): void {
  const object = org.object('User');
  if (!object) return;
  org.users.clear();
  const ids = users.map(() => org.nextId(object));
  users.forEach((user, index) => {
    const id = ids[index] ?? '';
    const name = `${user.firstName} ${user.lastName}`;
    org.users.set(user.username, {
      username: user.username,
      recordId: id,
      name,
      ...userLocale,
      permissionSets: user.permissionSets
    });
    org.records.set(id, {
      id,
      object: 'User',
      deleted: false,
      values: {
        Id: id,
        Username: `${user.username}@example.com`,
        FirstName: user.firstName,
        LastName: user.lastName,
        Name: name,
        Alias: user.username.slice(0, 8),
        Title: user.title,
        // As Genesys Cloud knows the person.
        Email: `${user.firstName}.${user.lastName}@example.com`.toLowerCase(),
        IsActive: true,
        TimeZoneSidKey: userLocale.timeZone,
        LocaleSidKey: 'en_US',
        CreatedDate: org.now(),
        LastModifiedDate: org.now(),
        SystemModstamp: org.now(),
        CreatedById: ids.at(-1) ?? id,
        LastModifiedById: ids.at(-1) ?? id
      }
    });
  });
}

function seedQueues(org: Org): void {
  const object = org.object('Group');
  const admin = org.users.get('admin')?.recordId ?? null;
  if (!object) return;
  org.queueMembers.clear();
  for (const { name, members } of queues) {
    const id = org.nextId(object);
    org.queueMembers.set(id, members);
    const now = org.now();
    org.records.set(id, {
      id,
      object: 'Group',
      deleted: false,
      values: {
        Id: id,
        Name: name,
        DeveloperName: name.replaceAll(' ', '_'),
        CreatedDate: now,
        LastModifiedDate: now,
        SystemModstamp: now,
        CreatedById: admin,
        LastModifiedById: admin
      }
    });
  }
}

function seedRecords(org: Org, options: SeedOptions): MetadataProblem[] {
  const problems: MetadataProblem[] = [];
  const ids = new Map<string, string>();
  const admin = org.users.get('admin');
  if (!admin) return problems;
  for (const seed of recordsToSeed(options)) {
    const fields = Object.fromEntries(
      Object.entries(seed.fields).map(([name, value]) => [
        name,
        typeof value === 'string' && value.startsWith('@')
          ? (ids.get(value.slice(1)) ?? value)
          : value
      ])
    );
    const outcome = createRecord(org, admin, { apiName: seed.object, fields }, { seed: true });
    if (outcome.ok) {
      if (seed.ref) ids.set(seed.ref, outcome.record.id);
    } else {
      problems.push({
        type: 'seed',
        file: 'scripts/workbench/org/records.ts',
        message: `${seed.object} ${seed.ref ?? ''}: ${JSON.stringify(outcome.body)}`
      });
    }
  }
  return problems;
}
