declare module 'lightning/graphql' {
  import type { WireAdapterConstructor } from 'lwc';

  /** A parsed query: opaque, and `gql` is the only way to make one. */
  const parsed: unique symbol;
  export interface GraphQLQuery {
    readonly [parsed]?: true;
  }
  export interface GraphQLError {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly locations?: readonly { readonly line: number; readonly column: number }[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  }
  export interface GraphQLConfig {
    query?: GraphQLQuery | undefined;
    variables?: Record<string, unknown> | undefined;
    operationName?: string | undefined;
  }
  /** `errors`, not `error`: the wire keeps to the GraphQL response. */
  export interface GraphQLResult<Data = unknown> {
    readonly data?: Data | undefined;
    readonly errors?: readonly GraphQLError[] | undefined;
    /** Asks the org again with the same query and variables; settles when the wire has the answer. */
    readonly refresh?: () => Promise<void>;
  }
  /** @throws a query that can't be read */
  export function gql(strings: TemplateStringsArray, ...parts: unknown[]): GraphQLQuery;
  // Data is `any`: its shape is the query's, and the component that wrote the query names it.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  export const graphql: WireAdapterConstructor<GraphQLConfig, GraphQLResult<any>>;
  export function executeMutation<Data = unknown>(input: {
    query: GraphQLQuery;
    variables?: Record<string, unknown>;
    operationName?: string;
  }): Promise<{ readonly data?: Data; readonly errors?: readonly GraphQLError[] }>;
}
