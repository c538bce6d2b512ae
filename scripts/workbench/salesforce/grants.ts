import { children, flag, text, type Element, type MetadataProblem } from './metadataFile';
import type { PermissionSet } from './schema';
import type { OrgSchema } from './orgSchema';

export function permissionSet(element: Element, name: string): PermissionSet {
  return {
    name,
    label: text(element, 'label') ?? name,
    fields: new Map(
      children(element, 'fieldPermissions').map((grant) => [
        text(grant, 'field') ?? '',
        { read: flag(grant, 'readable'), edit: flag(grant, 'editable') }
      ])
    ),
    objects: new Map(
      children(element, 'objectPermissions').map((grant) => [
        text(grant, 'object') ?? '',
        {
          read: flag(grant, 'allowRead'),
          create: flag(grant, 'allowCreate'),
          edit: flag(grant, 'allowEdit'),
          delete: flag(grant, 'allowDelete'),
          viewAll: flag(grant, 'viewAllRecords'),
          modifyAll: flag(grant, 'modifyAllRecords')
        }
      ])
    ),
    tabs: children(element, 'tabSettings')
      .filter((tab) => text(tab, 'visibility') !== 'None')
      .map((tab) => text(tab, 'tab') ?? ''),
    userPermissions: children(element, 'userPermissions')
      .filter((grant) => flag(grant, 'enabled'))
      .map((grant) => text(grant, 'name') ?? '')
  };
}

export function unknownGrants(
  schema: OrgSchema,
  set: PermissionSet,
  file: string
): MetadataProblem[] {
  const fields = [...set.fields.keys()].filter((name) => {
    const [object, field] = name.split('.');
    return !schema.objects.get(object ?? '')?.fields.has(field ?? '');
  });
  const objects = [...set.objects.keys()].filter((name) => !schema.objects.has(name));
  return [...objects, ...fields].map((name) => ({
    type: name.includes('.') ? ('unknown_field' as const) : ('unknown_object' as const),
    file,
    message: `${name} does not exist; the grant is ignored`
  }));
}
