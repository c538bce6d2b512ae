import { gql } from 'lightning/graphql';

/** Mappings and settings in one round trip. 2,000 is the most that UI API gives a page. */
export const CONFIGURATION = gql`
  query softphoneConfiguration {
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
            }
          }
        }
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
              Active__c {
                value
              }
              When_Too_Long__c {
                value
              }
              When_Empty__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** The Task of one leg. Two would be a broken unique key: the older one is ours. */
export const TASK_BY_KEY = gql`
  query taskByInteractionKey($key: String) {
    uiapi {
      query {
        Task(
          where: { Interaction_Key__c: { eq: $key } }
          first: 1
          orderBy: { CreatedDate: { order: ASC } }
        ) {
          edges {
            node {
              Id
            }
          }
        }
      }
    }
  }
`;

/** One part of a transcript, with its text: what is kept already is not written again. */
export const TRANSCRIPT_BY_KEY = gql`
  query transcriptByKey($key: String) {
    uiapi {
      query {
        Interaction_Transcript__c(where: { Transcript_Key__c: { eq: $key } }, first: 1) {
          edges {
            node {
              Id
              Text__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

export const PEOPLE = gql`
  query people($term: String) {
    uiapi {
      query {
        Contact(where: { Name: { like: $term } }, first: 8, orderBy: { Name: { order: ASC } }) {
          edges {
            node {
              Id
              Name {
                value
              }
              Account {
                Name {
                  value
                }
              }
            }
          }
        }
        Lead(where: { Name: { like: $term } }, first: 8, orderBy: { Name: { order: ASC } }) {
          edges {
            node {
              Id
              Name {
                value
              }
              Company {
                value
              }
            }
          }
        }
      }
    }
  }
`;

export const MATTERS = gql`
  query matters($term: String) {
    uiapi {
      query {
        Case(
          where: { or: [{ CaseNumber: { like: $term } }, { Subject: { like: $term } }] }
          first: 8
          orderBy: { CreatedDate: { order: DESC } }
        ) {
          edges {
            node {
              Id
              CaseNumber {
                value
              }
              Subject {
                value
              }
            }
          }
        }
        Opportunity(where: { Name: { like: $term } }, first: 8, orderBy: { Name: { order: ASC } }) {
          edges {
            node {
              Id
              Name {
                value
              }
              StageName {
                value
              }
            }
          }
        }
        Account(where: { Name: { like: $term } }, first: 8, orderBy: { Name: { order: ASC } }) {
          edges {
            node {
              Id
              Name {
                value
              }
              Industry {
                value
              }
            }
          }
        }
      }
    }
  }
`;
