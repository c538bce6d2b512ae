import { gql } from 'lightning/graphql';

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

export interface MappingsData {
  uiapi?: { query?: { Attribute_Mapping__c?: { edges?: { node?: unknown }[] } } };
}

export function nodesOf(data: MappingsData): unknown[] {
  const edges = data.uiapi?.query?.Attribute_Mapping__c?.edges ?? [];
  return edges.map(({ node }) => node);
}
