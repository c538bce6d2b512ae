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

type Node = Record<string, { value?: unknown } | undefined>;

/** From a `Softphone_Settings__c` node of a UI API GraphQL answer. */
export function softphoneSettings(node: unknown): SoftphoneSettings {
  const fields = (node ?? {}) as Node;
  const hours = Number(fields.Watch_Hours__c?.value ?? NaN);
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
    watchHours: hours >= 0 ? hours : DEFAULT_WATCH_HOURS,
    rememberSignIn: fields.Remember_Sign_In__c?.value === true
  };
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
