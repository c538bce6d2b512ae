/** A field's value in a UI API GraphQL answer. */
export interface Cell {
  value?: unknown;
}
export type GraphQLNode = { Id: string } & Record<
  string,
  Cell | Record<string, Cell | undefined> | undefined
>;

/** The nodes of one object in a UI API GraphQL answer; none when it is missing. */
export function nodesOf(data: unknown, objectName: string): GraphQLNode[] {
  const query = (
    data as { uiapi?: { query?: Record<string, { edges?: { node?: GraphQLNode }[] }> } }
  )?.uiapi?.query;
  return (query?.[objectName]?.edges ?? []).flatMap(({ node }) => (node?.Id ? [node] : []));
}
