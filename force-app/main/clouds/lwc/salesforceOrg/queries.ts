import { gql } from 'lightning/graphql';
import type { GraphQLQuery } from 'lightning/graphql';

// One query per object: what this user may not see of one empties nothing of another. A field that may
// be hidden is optional, and its absence is said.

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
              Interaction_Key__c {
                value
              }
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
              Transcript_Key__c {
                value
              }
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

const CONTACTS = gql`
  query contacts($term: String) {
    uiapi {
      query {
        Contact(where: { Name: { like: $term } }, first: 8, orderBy: { Name: { order: ASC } }) {
          edges {
            node {
              Id
              Name {
                value
              }
              Account @optional {
                Name @optional {
                  value
                }
              }
            }
          }
        }
      }
    }
  }
`;

const LEADS = gql`
  query leads($term: String) {
    uiapi {
      query {
        Lead(where: { Name: { like: $term } }, first: 8, orderBy: { Name: { order: ASC } }) {
          edges {
            node {
              Id
              Name {
                value
              }
              Company @optional {
                value
              }
            }
          }
        }
      }
    }
  }
`;

const CASES = gql`
  query cases($term: String) {
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
      }
    }
  }
`;

const CASES_BY_NUMBER = gql`
  query cases_by_number($term: String) {
    uiapi {
      query {
        Case(
          where: { CaseNumber: { like: $term } }
          first: 8
          orderBy: { CreatedDate: { order: DESC } }
        ) {
          edges {
            node {
              Id
              CaseNumber {
                value
              }
            }
          }
        }
      }
    }
  }
`;

const OPPORTUNITIES = gql`
  query opportunities($term: String) {
    uiapi {
      query {
        Opportunity(where: { Name: { like: $term } }, first: 8, orderBy: { Name: { order: ASC } }) {
          edges {
            node {
              Id
              Name {
                value
              }
              StageName @optional {
                value
              }
            }
          }
        }
      }
    }
  }
`;

const ACCOUNTS = gql`
  query accounts($term: String) {
    uiapi {
      query {
        Account(where: { Name: { like: $term } }, first: 8, orderBy: { Name: { order: ASC } }) {
          edges {
            node {
              Id
              Name {
                value
              }
              Industry @optional {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** What is searched for Name and Related To, and by which field beside the record's name. */
export interface Searched {
  query: GraphQLQuery;
  /** The query searches by this field too, which may be hidden; then `plain` is asked. */
  needs?: string;
  plain?: GraphQLQuery;
}

export const SEARCHED: Record<SearchedObject, Searched> = {
  Contact: { query: CONTACTS },
  Lead: { query: LEADS },
  Case: { query: CASES, needs: 'Subject', plain: CASES_BY_NUMBER },
  Opportunity: { query: OPPORTUNITIES },
  Account: { query: ACCOUNTS }
};

export type SearchedObject = 'Contact' | 'Lead' | 'Case' | 'Opportunity' | 'Account';

export const SEARCHED_OBJECTS = Object.keys(SEARCHED) as SearchedObject[];

/** Which objects may stand where, in the order of the list. */
export const SEARCHED_FOR: Record<'people' | 'matters', readonly SearchedObject[]> = {
  people: ['Contact', 'Lead'],
  matters: ['Case', 'Opportunity', 'Account']
};
