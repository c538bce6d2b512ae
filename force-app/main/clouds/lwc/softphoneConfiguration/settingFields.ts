/**
 * Every setting, in the order of the form: its field of Softphone_Settings__c, and what it holds.
 * Softphone and setup read and write by this table; a new setting also goes into `queries.ts`, where a
 * test misses it.
 */
export const SETTING_FIELDS = {
  /** Host part of the Genesys Cloud region, e.g. `mypurecloud.com`. */
  region: { field: 'Region__c', type: 'text' },
  clientId: { field: 'Client_Id__c', type: 'text' },
  redirectUrl: { field: 'Redirect_Url__c', type: 'text' },
  rememberSignIn: { field: 'Remember_Sign_In__c', type: 'checkbox' },
  /** What happens when somebody else than the Salesforce user signs in to Genesys Cloud. */
  identityCheck: {
    field: 'Identity_Check__c',
    type: 'choice',
    byDefault: 'Warn',
    choices: ['Warn', 'Refuse', 'Ignore']
  },
  openStatus: { field: 'Open_Status__c', type: 'text' },
  closedStatus: { field: 'Closed_Status__c', type: 'text' },
  /** The most is a year: longer than anything keeps an interaction. */
  watchHours: { field: 'Watch_Hours__c', type: 'number', byDefault: 24, most: 8_760 },
  /** Template of Interaction.Url. */
  interactionUrl: { field: 'Interaction_Url__c', type: 'text' },
  /** Participant attribute holding a routed work item's id. */
  workItemAttribute: { field: 'Work_Item_Attribute__c', type: 'text' },
  /** Base URL of a private gateway; absent: the region's own hosts. */
  gateway: { field: 'Gateway__c', type: 'text' }
} as const satisfies Readonly<Record<string, SettingField>>;

export type SettingField =
  | { field: string; type: 'text' | 'checkbox' }
  | { field: string; type: 'number'; byDefault: number; most: number }
  /** One of few: the picklist's values. The softphone knows them in lower case. */
  | { field: string; type: 'choice'; byDefault: string; choices: readonly string[] };

type Table = typeof SETTING_FIELDS;
export type Setting = keyof Table;
/** The values of a choice, as the softphone knows them. */
export type ChoiceOf<Name extends Setting> = Table[Name] extends {
  choices: readonly (infer Choice)[];
}
  ? Lowercase<Choice & string>
  : never;
/** Settings that hold a value of this type. */
export type SettingOf<Type extends SettingField['type']> = {
  [Name in Setting]: Table[Name]['type'] extends Type ? Name : never;
}[Setting];

export const SETTINGS = Object.keys(SETTING_FIELDS) as Setting[];

export const settingField = (setting: Setting): SettingField => SETTING_FIELDS[setting];

/** API name of the setting's field. */
export const apiNameOf = (setting: Setting): string => SETTING_FIELDS[setting].field;
