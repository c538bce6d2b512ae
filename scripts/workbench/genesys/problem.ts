import { communicationOf, mediaOf } from './conversation';
import type { Conversation, Participant } from './conversation';

/** Why the floor refuses: a value, turned into words and a status where it leaves the house. */
export type Problem =
  | {
      type: 'not_found';
      entity: 'conversation' | 'participant' | 'communication' | 'user' | 'queue' | 'text';
    }
  | { type: 'wrong_state'; entity: string; state: string; wanted: string }
  | { type: 'not_yours' }
  | { type: 'no_station' }
  | { type: 'invalid'; field: string; value: string; expected: string };

export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const refused = (problem: Problem): { ok: false; problem: Problem } => ({
  ok: false,
  problem
});

export const wrongState = (participant: Participant, wanted: string) =>
  refused({
    type: 'wrong_state',
    entity: 'participant',
    state: communicationOf(participant).state,
    wanted
  });

export const notThisMedium = (conversation: Conversation, wanted: string): Problem => ({
  type: 'wrong_state',
  entity: 'conversation',
  state: `a ${mediaOf(conversation)}`,
  wanted
});

/** One English sentence per problem, for error bodies and the contact center. */
export function problemText(problem: Problem): string {
  switch (problem.type) {
    case 'not_found':
      return `The requested ${problem.entity} was not found.`;
    case 'wrong_state':
      return `The ${problem.entity} is ${problem.state}; this needs ${problem.wanted}.`;
    case 'not_yours':
      return 'You are not authorized to perform the requested action.';
    case 'no_station':
      return 'A station must be selected before calls can be placed or answered.';
    case 'invalid':
      return `Value [${problem.value}] is not valid for [${problem.field}]. Expected: ${problem.expected}`;
  }
}
