import { basename, join, relative } from 'node:path';
import {
  child,
  children,
  flag,
  readMetadataFile,
  text
} from '../workbench/salesforce/metadataFile';
import type { Element } from '../workbench/salesforce/metadataFile';
import type { Finding } from './finding';
import { metadataFiles } from './packageFiles';
import { rightsOfObjects, rightsOfSets } from './rightsTable';
import type { ObjectRights } from './rightsTable';

/** What permission sets grant and what everybody sees by default, against the table: any difference is a finding. */
export function checkRights(root: string, folder: string): Finding[] {
  const sets = metadataFiles(join(folder, 'permissionsets'));
  const seen = sets.map((file) => basename(file, '.permissionset-meta.xml'));
  return [
    ...sets.flatMap((file) => checkSet(root, file)),
    ...Object.keys(rightsOfSets)
      .filter((name) => !seen.includes(name))
      .map((name) => finding(name, 'is in the table and not in the package')),
    ...metadataFiles(join(folder, 'objects'))
      .filter((file) => file.endsWith('.object-meta.xml'))
      .flatMap((file) => checkObject(root, file))
  ];
}

function checkSet(root: string, file: string): Finding[] {
  const path = relative(root, file);
  const name = basename(file, '.permissionset-meta.xml');
  const reading = readMetadataFile(root, file, 'PermissionSet');
  // A broken file is told by the check of tags.
  if ('problem' in reading) return [];
  const expected = rightsOfSets[name];
  if (!expected) return [finding(path, 'no such permission set is in the table')];
  const objects = Object.entries(expected.objects);
  const wanted = new Set([
    ...expected.others,
    ...objects.flatMap(([object, { may }]) => may.map((right) => `${right} ${object}`))
  ]);
  const granted = new Set([...objectGrants(reading.element), ...otherGrants(reading.element)]);
  return [
    ...[...granted]
      .filter((right) => !wanted.has(right))
      .map((right) => finding(path, `grants what the table does not: ${right}`)),
    ...[...wanted]
      .filter((right) => !granted.has(right))
      .map((right) => finding(path, `lacks what the table grants: ${right}`)),
    ...checkFields(path, reading.element, expected.objects)
  ];
}

const RIGHTS = {
  allowRead: 'read',
  allowCreate: 'create',
  allowEdit: 'edit',
  allowDelete: 'delete',
  viewAllRecords: 'view all',
  viewAllFields: 'view all fields of',
  modifyAllRecords: 'modify all'
} as const;

function objectGrants(set: Element): string[] {
  return children(set, 'objectPermissions').flatMap((grant) =>
    Object.entries(RIGHTS)
      .filter(([tag]) => flag(grant, tag))
      .map(([, right]) => `${right} ${text(grant, 'object') ?? ''}`)
  );
}

/** Words about the set itself. */
const ABOUT = ['label', 'description', 'hasActivationRequired', 'license'];

/** Pages, tabs, apps, system permissions and whatever else a set may hold: each by its tag and name. */
function otherGrants(set: Element): string[] {
  return Object.keys(set)
    .filter(
      (tag) => !['objectPermissions', 'fieldPermissions', ...ABOUT].includes(tag) && tag[0] !== '@'
    )
    .flatMap((tag) =>
      children(set, tag)
        .filter((grant) => !isOff(grant))
        .map((grant) => `${tag} ${nameIn(grant)}`)
    );
}

const isOff = (grant: Element): boolean =>
  text(grant, 'enabled') === 'false' ||
  text(grant, 'visible') === 'false' ||
  text(grant, 'visibility') === 'None';

/** The one value of a grant that is no switch. */
function nameIn(grant: Element): string {
  const names = Object.values(grant).filter(
    (value) => typeof value === 'string' && !['true', 'Visible', 'Available'].includes(value)
  );
  return names.join(' ');
}

/** Fields may be read where the object may; they may be changed only where the table says so. */
function checkFields(
  path: string,
  set: Element,
  objects: Readonly<Record<string, ObjectRights>>
): Finding[] {
  return children(set, 'fieldPermissions').flatMap((grant) => {
    const field = text(grant, 'field') ?? '';
    const rights = objects[field.split('.')[0] ?? '']?.fields;
    if (rights === undefined)
      return [finding(path, `grants a field of no object it has: ${field}`)];
    return flag(grant, 'editable') && rights === 'read'
      ? [finding(path, `lets a field be changed that the table does not: ${field}`)]
      : [];
  });
}

function checkObject(root: string, file: string): Finding[] {
  const path = relative(root, file);
  const name = basename(file, '.object-meta.xml');
  const reading = readMetadataFile(root, file, 'CustomObject');
  if ('problem' in reading) return [];
  const { sharing, history } = rightsOfObjects[name] ?? {};
  const found = text(reading.element, 'sharingModel');
  const external = text(reading.element, 'externalSharingModel');
  return [
    ...(found === sharing ? [] : [finding(path, `everybody has ${found}, the table ${sharing}`)]),
    ...(external === undefined || external === 'Private'
      ? []
      : [finding(path, `outsiders have ${external}`)]),
    ...(flag(reading.element, 'enableHistory') === (history ?? false) &&
    child(reading.element, 'nameField') !== undefined
      ? []
      : [finding(path, `history is ${history ? 'not ' : ''}kept`)])
  ];
}

const finding = (file: string, message: string): Finding => ({
  type: 'right',
  file,
  message,
  advice: 'correct the file, or change scripts/check-package/rightsTable.ts and say there why'
});
