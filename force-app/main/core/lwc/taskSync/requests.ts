import type { Timers } from 'c/ports';
import type { Failed, TaskGateway } from './gateway';
import type { Effect, LegEvent } from './effects';

type Request = Extract<Effect, { n: number }>;

const unknownOutcome = (message: string): Failed => ({
  ok: false,
  failure: { type: 'unknown_outcome', message }
});

async function ask(gateway: TaskGateway, request: Request): Promise<LegEvent> {
  const { n } = request;
  if (request.type === 'create') {
    return { type: 'wrote', n, result: await gateway.create(request.fields) };
  }
  if (request.type === 'find') {
    return { type: 'found', n, result: await gateway.find(request.key) };
  }
  if (request.type === 'read') {
    return { type: 'read', n, result: await gateway.read(request.taskId, request.fields) };
  }
  if (request.type === 'look_up') {
    return { type: 'looked_up', n, result: await gateway.lookUpRecord(request.recordId) };
  }
  const { taskId, fields, ifUnmodifiedSince } = request;
  const options = ifUnmodifiedSince ? { ifUnmodifiedSince } : undefined;
  return { type: 'wrote', n, result: await gateway.update(taskId, fields, options) };
}

const eventOf = {
  create: 'wrote',
  update: 'wrote',
  find: 'found',
  read: 'read',
  look_up: 'looked_up'
} as const;

/**
 * Sends requests and hands each answer back exactly once. A gateway that throws, rejects or never
 * answers becomes an unknown outcome, so that no leg stays locked.
 */
export function createRequests(
  gateway: TaskGateway,
  timers: Timers,
  answerWithinMs: number,
  hand: (key: string, event: LegEvent) => void
): { send(key: string, request: Request): void } {
  return {
    send(key, request) {
      let answered = false;
      const alarm: { timer?: unknown } = {};
      const settle = (event: LegEvent): void => {
        if (answered) return;
        answered = true;
        timers.clear(alarm.timer);
        hand(key, event);
      };
      const giveUp = (message: string): void =>
        settle({ type: eventOf[request.type], n: request.n, result: unknownOutcome(message) });
      alarm.timer = timers.set(() => giveUp('no answer'), answerWithinMs);
      ask(gateway, request).then(settle, (thrown: unknown) => giveUp(String(thrown)));
    }
  };
}
