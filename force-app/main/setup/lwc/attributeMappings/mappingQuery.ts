import { gql } from 'lightning/graphql';

/** All mappings, oldest first, which is their rank. 2,000 is the most that UI API gives a page. */
export const MAPPINGS = gql`
  query attributeMappings {
    uiapi {
      query {
        Softphone_Settings__c(first: 1) {
          edges {
            node {
              Id
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

interface Connection {
  edges?: { node?: unknown }[];
}

export interface MappingsData {
  uiapi?: { query?: Partial<Record<'Attribute_Mapping__c' | 'Softphone_Settings__c', Connection>> };
}

export function nodesOf(data: MappingsData): unknown[] {
  const edges = data.uiapi?.query?.Attribute_Mapping__c?.edges ?? [];
  return edges.map(({ node }) => node);
}

/** False only when the org says that there is no settings record. */
export function isSetUp(data: MappingsData): boolean {
  return data.uiapi?.query?.Softphone_Settings__c?.edges?.length !== 0;
}
