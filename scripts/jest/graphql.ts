// Unit-test double of `lightning/graphql`: the preset's own has no `executeMutation`.
import { parse } from 'graphql/language/parser';
import { createTestWireAdapter } from '@salesforce/wire-service-jest-util';

/** Its provisions are the test's: `(graphql as unknown as TestWire).emit({ data })`. */
export type TestWire = ReturnType<typeof createTestWireAdapter>;

export const graphql: TestWire = createTestWireAdapter(jest.fn());

export const executeMutation = jest.fn();

/**
 * The query's own text, so that a test can tell queries apart; a component cannot.
 * @throws a query that can't be read, as the platform does
 */
export function gql(strings: TemplateStringsArray, ...parts: unknown[]): { query: string } {
  const query = String.raw({ raw: strings }, ...parts);
  parse(query);
  return { query };
}

/** What a component is told when the org could not be asked, or refused: never the org's own words. */
export const ADAPTER_ERRORS = [
  { message: 'Internal error in GraphQL adapter occurred', locations: [] }
];

/** What the schema refuses is told in its words, with its kind. */
export function validationErrors(message: string): object[] {
  return [{ message, locations: [], paths: [], extensions: { ErrorType: 'ValidationError' } }];
}
