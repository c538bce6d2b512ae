// Unit-test double of `lightning/graphql`: the preset's own has no `executeMutation`.
import { createTestWireAdapter } from '@salesforce/wire-service-jest-util';

/** Its provisions are the test's: `(graphql as unknown as TestWire).emit({ data })`. */
export type TestWire = ReturnType<typeof createTestWireAdapter>;

export const graphql: TestWire = createTestWireAdapter(jest.fn());

export const executeMutation = jest.fn();

/** The query's own text, so that a test can tell queries apart. */
export function gql(strings: TemplateStringsArray, ...parts: unknown[]): { query: string } {
  return { query: String.raw({ raw: strings }, ...parts) };
}
