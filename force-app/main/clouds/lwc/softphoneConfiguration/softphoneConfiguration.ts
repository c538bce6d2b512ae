// The admin's settings and mappings, for the softphone and for setup: what is asked of the org, what the
// fields are, and who is told of a change.
export { followChanges, tellChange } from './changes';
export { nodesOf } from './nodes';
export type { Cell, GraphQLNode } from './nodes';
export { MAPPINGS, OPTIONAL_MAPPING_FIELDS, SETTINGS_RECORD } from './queries';
export { apiNameOf, settingField, SETTINGS } from './settingFields';
export type { Setting, SettingOf } from './settingFields';
export { settingsCorrected, softphoneSettings } from './settings';
export type { IdentityCheck, SoftphoneSettings } from './settings';
