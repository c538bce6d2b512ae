/** @jest-environment node */
import { attributesOf, hearConversation, interactionsOf } from 'c/interaction';
import type { Conversation as Known } from 'c/interaction';
import type { Conversation } from '../conversation';
import { eventShape } from '../shapes/eventShape';
import { familyOf } from '../shapes/families';
import { fullShape } from '../shapes/fullShape';
import { ANA, at, stage } from './stage';

const shapes: Record<string, (conversation: Conversation) => unknown> = {
  E: eventShape,
  M: (conversation) =>
    familyOf(conversation.participants[0]!.communications[0].media).event(conversation),
  C: fullShape
};

function known(told: Known | undefined, payload: unknown): Known {
  const heard = hearConversation(JSON.parse(JSON.stringify(payload)), undefined, () => told);
  if (!('conversation' in heard)) throw new Error(JSON.stringify(heard));
  return heard.conversation;
}

describe.each(['email', 'sms', 'webmessaging'] as const)('%s', (type) => {
  it.each(['E', 'M'])('is parked and resumed twice, told in shape %s', (shape) => {
    const { begin, engine, clock } = stage();
    const conversation = begin({ type, agent: ANA.key });
    clock.advance(10_000);
    const place = at(conversation, ANA.id);
    engine.answer(place);
    let told = known(undefined, shapes[shape]!(conversation));
    const parkedFor = (ms: number): string | undefined => {
      engine.park(place, true);
      told = known(told, shapes[shape]!(conversation));
      const since = interactionsOf(told, ANA.id)[0]?.parkedSince;
      clock.advance(ms);
      engine.park(place, false);
      told = known(told, shapes[shape]!(conversation));
      return since;
    };
    clock.advance(60_000);
    expect(parkedFor(300_000)).toBe('2026-05-04T09:01:10.000Z');
    clock.advance(60_000);
    expect(parkedFor(300_000)).toBe('2026-05-04T09:07:10.000Z');
    expect(interactionsOf(told, ANA.id)[0]?.parkedSince).toBeUndefined();
    engine.hangUp(place);
    told = known(told, shapes[shape]!(conversation));
    const { participantId } = interactionsOf(told, ANA.id)[0]!;
    const duration = attributesOf(told, participantId, { region: '' })['Salesforce.CallDuration'];
    expect(duration).toBe(120);
  });

  it('shows as parked in REST too', () => {
    const { begin, engine, clock } = stage();
    const conversation = begin({ type, agent: ANA.key });
    clock.advance(10_000);
    const place = at(conversation, ANA.id);
    engine.answer(place);
    engine.park(place, true);
    const told = known(undefined, shapes['C']!(conversation));
    expect(interactionsOf(told, ANA.id)).toMatchObject([
      { parkedSince: '2026-05-04T09:00:10.000Z' }
    ]);
  });
});

it('a call can’t be parked', () => {
  const { call, engine, clock } = stage();
  const conversation = call();
  clock.advance(10_000);
  const place = at(conversation, ANA.id);
  engine.answer(place);
  expect(engine.park(place, true)).toMatchObject({ ok: false, problem: { type: 'wrong_state' } });
});
