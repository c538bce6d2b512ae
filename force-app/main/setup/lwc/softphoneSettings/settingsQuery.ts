import { gql } from 'lightning/graphql';

/** The settings record; of several, the one that the softphone takes too: the oldest. */
export const SETTINGS_RECORD = gql`
  query softphoneSettings {
    uiapi {
      query {
        Softphone_Settings__c(first: 1, orderBy: { CreatedDate: { order: ASC } }) {
          edges {
            node {
              Id
              Region__c {
                value
              }
              Client_Id__c {
                value
              }
              Gateway__c {
                value
              }
              Redirect_Url__c {
                value
              }
              Open_Status__c {
                value
              }
              Closed_Status__c {
                value
              }
              Interaction_Url__c {
                value
              }
              Watch_Hours__c {
                value
              }
              Work_Item_Attribute__c {
                value
              }
              Remember_Sign_In__c {
                value
              }
              Identity_Check__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

export type SettingsNode = { Id: string } & Record<string, { value?: unknown }>;

export interface SettingsData {
  uiapi?: { query?: { Softphone_Settings__c?: { edges?: { node?: SettingsNode }[] } } };
}

export function recordOf(data: SettingsData): SettingsNode | undefined {
  return data.uiapi?.query?.Softphone_Settings__c?.edges?.[0]?.node;
}
