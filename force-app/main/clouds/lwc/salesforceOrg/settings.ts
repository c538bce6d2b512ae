/** What happens when somebody else than the Salesforce user signs in to Genesys Cloud. */
export type IdentityCheck = 'warn' | 'refuse' | 'ignore';

/** The admin's settings, Softphone_Settings__c. Absent means: the default in code. */
export interface SoftphoneSettings {
  /** Host part of the Genesys Cloud region, e.g. `mypurecloud.com`. */
  region?: string;
  clientId?: string;
  /** Base URL of a private gateway; absent: the region's own hosts. */
  gateway?: string;
  redirectUrl?: string;
  openStatus?: string;
  closedStatus?: string;
  /** Template of Interaction.Url. */
  interactionUrl?: string;
  watchHours: number;
  /** Participant attribute holding a routed work item's id. */
  workItemAttribute?: string;
  rememberSignIn: boolean;
  /** Absent: `warn`. */
  identityCheck?: IdentityCheck;
}

/** All that the record may hold, each of which may be hidden from an agent. */
export const SETTINGS_FIELDS = [
  'Region__c',
  'Client_Id__c',
  'Gateway__c',
  'Redirect_Url__c',
  'Open_Status__c',
  'Closed_Status__c',
  'Interaction_Url__c',
  'Watch_Hours__c',
  'Work_Item_Attribute__c',
  'Remember_Sign_In__c',
  'Identity_Check__c'
];

const DEFAULT_WATCH_HOURS = 24;
/** A year: longer than anything keeps an interaction. */
const MOST_WATCH_HOURS = 8_760;

type Node = Record<string, { value?: unknown } | undefined>;

/** From a `Softphone_Settings__c` node of a UI API GraphQL answer. */
export function softphoneSettings(node: unknown): SoftphoneSettings {
  const fields = (node ?? {}) as Node;
  return {
    ...optionalText(fields, {
      region: 'Region__c',
      clientId: 'Client_Id__c',
      gateway: 'Gateway__c',
      redirectUrl: 'Redirect_Url__c',
      openStatus: 'Open_Status__c',
      closedStatus: 'Closed_Status__c',
      interactionUrl: 'Interaction_Url__c',
      workItemAttribute: 'Work_Item_Attribute__c'
    }),
    watchHours: watchHours(fields.Watch_Hours__c?.value),
    rememberSignIn: fields.Remember_Sign_In__c?.value === true,
    identityCheck: identityCheck(fields.Identity_Check__c?.value)
  };
}

/** What stands there and is not taken as it stands, for the support log. */
export function settingsCorrected(node: unknown): string[] {
  const { Watch_Hours__c: hours, Identity_Check__c: check } = (node ?? {}) as Node;
  return [
    ...corrected('Watch_Hours__c', hours?.value, watchHours(hours?.value)),
    ...corrected('Identity_Check__c', textOf(check?.value), identityCheck(check?.value))
  ];
}

function corrected(field: string, asked: unknown, taken: unknown): string[] {
  return asked == null || asked === taken
    ? []
    : [`${field} ${String(asked).slice(0, 20)}, taken as ${taken}`];
}

const CHECKS: readonly IdentityCheck[] = ['warn', 'refuse', 'ignore'];

function identityCheck(value: unknown): IdentityCheck {
  return CHECKS.find((check) => check === textOf(value)) ?? 'warn';
}

const textOf = (value: unknown): unknown =>
  typeof value === 'string' ? value.toLowerCase() : value;

function watchHours(value: unknown): number {
  if (typeof value !== 'number' || Number.isNaN(value)) return DEFAULT_WATCH_HOURS;
  return Math.min(Math.max(value, 0), MOST_WATCH_HOURS);
}

function optionalText<Names extends Record<string, string>>(
  fields: Node,
  names: Names
): { [Name in keyof Names]?: string } {
  const found: Record<string, string> = {};
  for (const [name, field] of Object.entries(names)) {
    const value = fields[field]?.value;
    if (typeof value === 'string' && value.trim() !== '') found[name] = value.trim();
  }
  return found as { [Name in keyof Names]?: string };
}
