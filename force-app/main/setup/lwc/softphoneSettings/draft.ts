/** What the form holds: texts as typed, so that nothing typed is ever changed or lost. */
export interface Draft {
  region: string;
  clientId: string;
  redirectUrl: string;
  gateway: string;
  openStatus: string;
  closedStatus: string;
  watchHours: string;
  interactionUrl: string;
  workItemAttribute: string;
  rememberSignIn: boolean;
  identityCheck: string;
}

export type Setting = keyof Draft;

/** In the order of the form. */
export const FIELDS: Readonly<Record<Setting, string>> = {
  region: 'Region__c',
  clientId: 'Client_Id__c',
  redirectUrl: 'Redirect_Url__c',
  rememberSignIn: 'Remember_Sign_In__c',
  identityCheck: 'Identity_Check__c',
  openStatus: 'Open_Status__c',
  closedStatus: 'Closed_Status__c',
  watchHours: 'Watch_Hours__c',
  interactionUrl: 'Interaction_Url__c',
  workItemAttribute: 'Work_Item_Attribute__c',
  gateway: 'Gateway__c'
};

export const SETTINGS = Object.keys(FIELDS) as Setting[];

export const BLANK: Draft = {
  region: '',
  clientId: '',
  redirectUrl: '',
  rememberSignIn: false,
  identityCheck: 'Warn',
  openStatus: '',
  closedStatus: '',
  watchHours: '24',
  interactionUrl: '',
  workItemAttribute: '',
  gateway: ''
};

type Node = Record<string, { value?: unknown } | undefined>;

/** From a `Softphone_Settings__c` node of a UI API GraphQL answer. */
export function draftOf(node: Node): Draft {
  const text = (setting: Setting): string => String(node[FIELDS[setting]]?.value ?? '');
  return {
    region: text('region'),
    clientId: text('clientId'),
    redirectUrl: text('redirectUrl'),
    rememberSignIn: node[FIELDS.rememberSignIn]?.value === true,
    // A record that is older than the setting has none, which is taken as this.
    identityCheck: text('identityCheck') || BLANK.identityCheck,
    openStatus: text('openStatus'),
    closedStatus: text('closedStatus'),
    watchHours: text('watchHours'),
    interactionUrl: text('interactionUrl'),
    workItemAttribute: text('workItemAttribute'),
    gateway: text('gateway')
  };
}

/** Blanks around a text are no change: the org drops them. */
export function changedSettings(saved: Draft, draft: Draft): Setting[] {
  return SETTINGS.filter((setting) => valueOf(saved, setting) !== valueOf(draft, setting));
}

/** What a fresh record needs to say; the rest is the org's default. */
export function filledSettings(draft: Draft): Setting[] {
  return SETTINGS.filter((setting) => valueOf(draft, setting) !== null);
}

/** API name → the value to write; empty is `null`. */
export function recordFields(
  draft: Draft,
  settings: readonly Setting[]
): Record<string, string | number | boolean | null> {
  return Object.fromEntries(settings.map((setting) => [FIELDS[setting], valueOf(draft, setting)]));
}

function valueOf(draft: Draft, setting: Setting): string | number | boolean | null {
  const value = draft[setting];
  if (typeof value === 'boolean') return value;
  const text = value.trim();
  if (text === '') return null;
  // A number that is none is kept as text, and the checks have it.
  return setting === 'watchHours' && Number.isFinite(Number(text)) ? Number(text) : text;
}
