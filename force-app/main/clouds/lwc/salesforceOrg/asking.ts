import { wireQuestions } from './wireQuestions';
import type { After, WireQuestions } from './wireQuestions';

export const ANSWER_WITHIN_MS = 15_000;

export const after: After = (ms, run) => {
  // A wire that never answers must not hold up the next question.
  // eslint-disable-next-line @lwc/lwc/no-async-operation
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** Questions through a GraphQL wire, in the time of this browser. */
export function graphqlQuestions<Variables>(
  ask: (variables: Variables) => void,
  belongs?: (variables: Variables, data: unknown) => boolean
): WireQuestions<Variables> {
  return wireQuestions<Variables>({
    ask,
    after,
    timeoutMs: ANSWER_WITHIN_MS,
    ...(belongs ? { belongs } : {})
  });
}
