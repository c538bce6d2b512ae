import type { Conversation, Participant } from './conversation';
import { isWrappingUp } from './conversation';
import { clearTimer, publish, setTimer } from './floor';
import type { Floor, Place } from './floor';
import { done, refused } from './problem';
import type { Outcome } from './problem';
import { findCode, queueById } from './roster';

/** Codes that the platform itself sets when the agent did not choose. */
export const TIMED_OUT = 'ININ-WRAP-UP-TIMEOUT';
export const SKIPPED = 'ININ-WRAP-UP-SKIPPED';

export interface WrapUpChoice {
  /** A code's id or name. */
  code: string;
  notes?: string;
  tags?: string[];
  durationSeconds?: number;
}

/** After-call work starts with the disconnect, unless the wrap-up was given during the call. */
export function beginWrapUp(
  floor: Floor,
  conversation: Conversation,
  participant: Participant
): void {
  const rule = participant.wrapUpRule;
  if (!rule) return;
  const now = floor.clock.now();
  participant.acw = { startTime: now };
  if (participant.wrapUp) participant.acw.endTime = now;
  else if (rule.timeoutMs) {
    setTimer(floor, participant, rule.timeoutMs, () => {
      close(floor, { conversation, participant }, TIMED_OUT, TIMED_OUT);
    });
  }
}

/**
 * During the call or after it. A second choice replaces the first without a second round of
 * after-call work.
 */
export function setWrapUp(floor: Floor, place: Place, choice: WrapUpChoice): Outcome<Place> {
  const { participant } = place;
  const queue = queueById(participant.queueId);
  if (!participant.wrapUpRule || !queue) {
    return refused({
      type: 'wrong_state',
      entity: 'participant',
      state: 'without a wrap-up',
      wanted: 'a participant of a queue'
    });
  }
  const code = choice.code.startsWith('ININ-')
    ? { id: choice.code, name: choice.code }
    : findCode(queue, choice.code);
  if (!code) {
    return refused({
      type: 'invalid',
      field: 'code',
      value: choice.code,
      expected: `a wrap-up code of ${queue.name}`
    });
  }
  close(floor, place, code.id, code.name, choice);
  return done(place);
}

/** What the *Done* button does when no code was chosen. */
export function skipWrapUp(floor: Floor, place: Place): Outcome<Place> {
  if (!isWrappingUp(place.participant)) {
    return refused({
      type: 'wrong_state',
      entity: 'participant',
      state: 'not in after-call work',
      wanted: 'a participant in after-call work'
    });
  }
  close(floor, place, SKIPPED, SKIPPED);
  return done(place);
}

function close(
  floor: Floor,
  place: Place,
  code: string,
  name: string,
  choice: Partial<WrapUpChoice> = {}
): void {
  const { conversation, participant } = place;
  const now = floor.clock.now();
  const { acw } = participant;
  const finishing = isWrappingUp(participant);
  clearTimer(floor, participant);
  if (acw && finishing) acw.endTime = now;
  const seconds = acw && Math.round(((acw.endTime ?? now) - acw.startTime) / 1000);
  const durationSeconds = choice.durationSeconds ?? seconds;
  participant.wrapUp = {
    code,
    name,
    ...(choice.notes !== undefined && { notes: choice.notes }),
    ...(choice.tags && { tags: choice.tags }),
    ...(durationSeconds !== undefined && { durationSeconds }),
    endTime: now
  };
  publish(floor, conversation);
  floor.tell({ type: 'wrapup', conversation, participant, at: now });
  if (finishing) floor.tell({ type: 'acw', conversation, participant, at: now });
}
