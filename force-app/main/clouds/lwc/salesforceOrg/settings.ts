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
  'Remember_Sign_In__c'
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
    rememberSignIn: fields.Remember_Sign_In__c?.value === true
  };
}

/** What stands there and is not taken as it stands, for the support log. */
export function settingsCorrected(node: unknown): string[] {
  const { Watch_Hours__c: field } = (node ?? {}) as Node;
  const asked = field?.value ?? undefined;
  const taken = watchHours(asked);
  return asked === undefined || asked === taken
    ? []
    : [`Watch_Hours__c ${String(asked).slice(0, 20)}, taken as ${taken}`];
}

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
