import type { AgentChange } from '../agents';
import { manualClock } from '../clock';
import { communicationOf } from '../conversation';
import type { Conversation, Participant } from '../conversation';
import { createConversations } from '../conversations';
import type { Change, Place } from '../floor';
import { idsFrom } from '../ids';
import { queueById, users } from '../roster';
import { defaultSettings } from '../settings';
import type { Settings } from '../settings';
import { startInteraction } from '../starts';
import { seeded } from './seeded';
import type { StartRequest } from '../startRequest';

export const START = Date.UTC(2026, 4, 4, 9);
export const [ANA, BEN, ADA] = users as [
  (typeof users)[number],
  (typeof users)[number],
  (typeof users)[number]
];
export const HELPDESK = queueById('b0000000-0000-4000-8000-000000000001')!;
export const SALES = queueById('b0000000-0000-4000-8000-000000000002')!;
export const BILLING = queueById('b0000000-0000-4000-8000-000000000003')!;

/** An engine on a clock that stands still, and everything it told. */
export function stage(settings: Partial<Settings> = {}) {
  const clock = manualClock(START);
  const told: Array<Change | AgentChange> = [];
  const ids = idsFrom(seeded());
  const chosen = { ...defaultSettings, realertMs: 0, ...settings };
  const engine = createConversations({
    clock,
    ids,
    settings: chosen,
    tell: (change) => told.push(change)
  });
  const world = { clock, ids, settings: chosen, conversations: engine };
  const begin = (request: StartRequest) => {
    const begun = startInteraction(world, request);
    if (!begun.ok) throw new Error(JSON.stringify(begun.problem));
    return begun.value;
  };
  const call = (more: Partial<Parameters<typeof engine.placeCall>[0]> = {}) =>
    engine.placeCall({
      ani: '+13175550101',
      name: 'Casey Doe',
      dnis: '+13175550100',
      queue: HELPDESK,
      ivrMs: 4_000,
      queueMs: 3_000,
      realTime: false,
      alertMs: 20_000,
      attributes: {},
      ...more
    });
  return { clock, told, engine, world, begin, call };
}

/** The last participant of a user, or of a purpose. */
export function at(conversation: Conversation, who: string): Place {
  const participant = conversation.participants.findLast(
    (each) => each.userId === who || each.purpose === who
  );
  if (!participant) throw new Error(`Nobody is ${who}`);
  return { conversation, participant };
}

/** A participant in a word: `agent Ana Ruiz connected`. */
const line = (participant: Participant) =>
  `${participant.purpose} ${participant.name ?? ''} ${communicationOf(participant).state}`;

export const lines = (conversation: Conversation) => conversation.participants.map(line);
