import { gql } from 'lightning/graphql';

// One query per object: what this user may not see of one empties nothing of another. A field that may
// be hidden is optional, and its absence is said. The platform takes no query that is put together.

/** The settings record; of several, the oldest. */
export const SETTINGS_RECORD = gql`
  query softphoneSettings {
    uiapi {
      query {
        Softphone_Settings__c(first: 1, orderBy: { CreatedDate: { order: ASC } }) {
          edges {
            node {
              Id
              Region__c @optional {
                value
              }
              Client_Id__c @optional {
                value
              }
              Gateway__c @optional {
                value
              }
              Redirect_Url__c @optional {
                value
              }
              Open_Status__c @optional {
                value
              }
              Closed_Status__c @optional {
                value
              }
              Interaction_Url__c @optional {
                value
              }
              Watch_Hours__c @optional {
                value
              }
              Work_Item_Attribute__c @optional {
                value
              }
              Remember_Sign_In__c @optional {
                value
              }
              Identity_Check__c @optional {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** All mappings, oldest first, which is their rank. 2,000 is the most that UI API gives a page. */
export const MAPPINGS = gql`
  query attributeMappings {
    uiapi {
      query {
        Attribute_Mapping__c(first: 2000, orderBy: { Name: { order: ASC } }) {
          edges {
            node {
              Id
              Attribute__c {
                value
              }
              Task_Field__c {
                value
              }
              Active__c @optional {
                value
              }
              When_Too_Long__c @optional {
                value
              }
              When_Empty__c @optional {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** Those of a mapping that may be hidden. */
export const OPTIONAL_MAPPING_FIELDS = ['Active__c', 'When_Too_Long__c', 'When_Empty__c'];
