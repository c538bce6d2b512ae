import { hasEnded, isComplete, isDone, isInHand, placeOf, stageOf } from '../interaction';
import type { Interaction, Stage, WrapUp } from '../interaction';

const connectedTime = '2026-05-06T09:00:00.000Z';
const disconnectedTime = '2026-05-06T09:05:00.000Z';

function interaction(changes: Partial<Interaction>): Interaction {
  return {
    key: 'c:p',
    conversationId: 'c',
    participantId: 'p',
    type: 'call',
    media: 'call',
    direction: 'inbound',
    state: 'connected',
    isLeg: true,
    isSupervisor: false,
    muted: false,
    held: false,
    recording: false,
    internal: false,
    purpose: 'agent',
    connectedTime,
    wrapUp: { required: false },
    peers: [],
    ...changes
  };
}

const before = { isLeg: false, connectedTime: undefined } as const;
const wrapUp = (changes: Partial<WrapUp>): Partial<Interaction> => ({
  state: 'disconnected',
  disconnectedTime,
  wrapUp: { required: true, ...changes }
});

const cases: [title: string, changes: Partial<Interaction>, stage: Stage, isComplete: boolean][] = [
  ['rings', { ...before, state: 'alerting' }, 'alerting', false],
  ['is offered', { ...before, state: 'offering' }, 'alerting', false],
  ['is dialed', { ...before, state: 'dialing' }, 'dialing', false],
  ['is placed', { ...before, state: 'contacting' }, 'dialing', false],
  ['has a time to be called at', { ...before, state: 'scheduled' }, 'live', false],
  ['is connected', {}, 'live', false],
  ['is connected although its state is late', { state: 'alerting' }, 'live', false],
  ['supervises', { isLeg: false, isSupervisor: true }, 'live', false],
  ['was never answered', { ...before, state: 'disconnected', disconnectedTime }, 'done', true],
  ['ended without wrap-up', { disconnectedTime }, 'done', true],
  ['a code is missing', wrapUp({}), 'afterCallWork', false],
  ['a code may be given', wrapUp({ prompt: 'optional' }), 'done', false],
  [
    'work goes on',
    wrapUp({ required: false, startAcwTime: disconnectedTime }),
    'afterCallWork',
    true
  ],
  [
    'work goes on with a code',
    wrapUp({ code: 'x', startAcwTime: disconnectedTime }),
    'afterCallWork',
    true
  ],
  ['a code is chosen', wrapUp({ code: 'x' }), 'done', true],
  [
    'work has ended',
    wrapUp({ startAcwTime: connectedTime, endAcwTime: disconnectedTime }),
    'done',
    true
  ],
  ['the code was skipped', wrapUp({ skipped: true, startAcwTime: disconnectedTime }), 'done', true]
];

it.each(cases)('%s', (_title, changes, stage, complete) => {
  const one = interaction(changes);
  expect(stageOf(one)).toBe(stage);
  expect(isComplete(one)).toBe(complete);
});

it.each<[Stage, Partial<Interaction>, object]>([
  [
    'alerting',
    { ...before, state: 'alerting' },
    { place: 0, isInHand: false, hasEnded: false, isDone: false }
  ],
  [
    'dialing',
    { ...before, state: 'dialing' },
    { place: 1, isInHand: true, hasEnded: false, isDone: false }
  ],
  ['live', {}, { place: 1, isInHand: true, hasEnded: false, isDone: false }],
  ['afterCallWork', wrapUp({}), { place: 2, isInHand: false, hasEnded: true, isDone: false }],
  ['done', { disconnectedTime }, { place: 2, isInHand: false, hasEnded: true, isDone: true }]
])('what follows from %s', (stage, changes, expected) => {
  const one = interaction(changes);
  expect(stageOf(one)).toBe(stage);
  expect({
    place: placeOf(one),
    isInHand: isInHand(one),
    hasEnded: hasEnded(one),
    isDone: isDone(one)
  }).toEqual(expected);
});
