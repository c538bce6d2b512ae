import { attributesOf, hearConversation, interactionsOf, sameJson } from '../interaction';
import type { Conversation } from '../interaction';

function nested(levels: number): object {
  let value: object = {};
  for (let level = 0; level < levels; level++) value = level % 2 ? { a: value } : [value];
  return { value };
}

it.each([101, 10_000, 1_000_000])(
  '%i levels are compared without an end of the stack',
  (levels) => {
    expect(sameJson(nested(levels), nested(levels))).toBe(false);
  }
);
it('what nests as payloads do is the same', () => {
  expect(sameJson(nested(20), nested(20))).toBe(true);
});

describe('a conversation of many legs', () => {
  /** Alternately mine and a colleague's, each with a call that has ended; after all, one goes on. */
  function payload(legs: number, muted: boolean): object {
    const time = (second: number): string =>
      new Date(1_800_000_000_000 + second * 1000).toISOString();
    const participant = (index: number) => ({
      id: `p-${index}`,
      purpose: index === 0 ? 'customer' : 'agent',
      ...(index === 0 ? {} : { userId: index % 2 ? 'u-me' : `u-${index % 7}` }),
      name: `Somebody ${index}`,
      queueId: `q-${index % 5}`,
      attributes: { step: String(index) },
      calls: [
        {
          id: `c-${index}`,
          state: index === 0 || index === legs ? 'connected' : 'disconnected',
          direction: 'inbound',
          muted,
          connectedTime: time(index),
          ...(index === 0 || index === legs ? {} : { disconnectedTime: time(index + 1) })
        }
      ]
    });
    return {
      id: 'conversation-1',
      participants: Array.from({ length: legs + 1 }, (_, index) => participant(index))
    };
  }

  const names = ['Call.Ani', 'Call.QueueName', 'Participant.step', 'Interaction.TotalAcdTime'];

  /** Milliseconds of all that one event leads to in this room, the best of a few. */
  function cost(legs: number): number {
    const first = JSON.stringify(payload(legs, false));
    const next = JSON.stringify(payload(legs, true));
    let best = Infinity;
    for (let run = 0; run < 7; run++) {
      const before = hearConversation(JSON.parse(first), 1, () => undefined);
      if (!('conversation' in before)) throw new Error('unreadable');
      const started = performance.now();
      const after = hearConversation(JSON.parse(next), 2, () => before.conversation);
      if (!('conversation' in after)) throw new Error('unreadable');
      everything(after.conversation);
      best = Math.min(best, performance.now() - started);
    }
    return best;
  }

  function everything(conversation: Conversation): void {
    for (const { participantId } of interactionsOf(conversation, 'u-me')) {
      attributesOf(conversation, participantId, { region: 'example.com', names, namesOnly: true });
    }
  }

  it('800 legs: an event takes no task over 200 ms', () => {
    cost(100);
    expect(cost(800)).toBeLessThan(200);
  });

  it('the others are described once for all legs', () => {
    const heard = hearConversation(payload(9, false), 1, () => undefined);
    if (!('conversation' in heard)) throw new Error('unreadable');
    const [first, second] = interactionsOf(heard.conversation, 'u-me');
    expect(first!.peers).toHaveLength(9);
    expect(first!.peers[0]).toBe(second!.peers[0]);
  });
});
