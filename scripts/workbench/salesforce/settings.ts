/** Who sees a record beside its owner: everybody, nobody, or who sees the record it is related to. */
export type Sharing = 'public' | 'read' | 'private' | 'controlled_by_parent';

/** How this org answers where real orgs differ, or are not known. */
export interface OrgSettings {
  /** Where a duplicate value is reported: real orgs have been seen to do either. */
  duplicatePlacement: 'errors' | 'fieldErrors';
  /** A duplicate that the user may see is told with its id, or never. */
  duplicateId: 'told' | 'unknown';
  /** Where a reference to a deleted record is reported. */
  deletedReference: 'errors' | 'fieldErrors';
  /** What reading a record that is not shared with the user answers: 403 or 404. */
  lostRecord: 'insufficient_access' | 'not_found';
  /** A record that was merged away reads like a deleted one, or with its `MasterRecordId`. */
  mergedRecord: 'deleted' | 'readable';
}

export const firstSettings: OrgSettings = {
  duplicatePlacement: 'errors',
  duplicateId: 'told',
  deletedReference: 'errors',
  lostRecord: 'insufficient_access',
  mergedRecord: 'deleted'
};

const allowed: { [Name in keyof OrgSettings]: readonly OrgSettings[Name][] } = {
  duplicatePlacement: ['errors', 'fieldErrors'],
  duplicateId: ['told', 'unknown'],
  deletedReference: ['errors', 'fieldErrors'],
  lostRecord: ['insufficient_access', 'not_found'],
  mergedRecord: ['deleted', 'readable']
};

/** The settings with a change, or what is wrong with the change. */
export function changedSettings(
  settings: OrgSettings,
  change: unknown
): { settings: OrgSettings } | { problem: string } {
  if (typeof change !== 'object' || change === null || Object.keys(change).length === 0)
    return { problem: `name one of ${Object.keys(allowed).join(', ')}` };
  for (const [name, value] of Object.entries(change)) {
    const values: readonly unknown[] | undefined = allowed[name as keyof OrgSettings];
    if (!values)
      return {
        problem: `there is no setting ${name}; there are ${Object.keys(allowed).join(', ')}`
      };
    if (!values.includes(value)) return { problem: `${name} must be ${values.join(' or ')}` };
  }
  return { settings: { ...settings, ...(change as Partial<OrgSettings>) } };
}
