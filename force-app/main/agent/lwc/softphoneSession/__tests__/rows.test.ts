import type { Interaction } from 'c/interaction';
import { interaction, row } from '../../softphonePanel/__tests__/data/views';
import { inOrder } from '../rows';

const at = (minute: number): string => new Date(Date.UTC(2026, 4, 6, 9, minute)).toISOString();
const before = (state: Interaction['state'], minute: number): Partial<Interaction> => ({
  state,
  isLeg: false,
  connectedTime: undefined,
  alertedTime: at(minute)
});
const live = (minute: number): Partial<Interaction> => ({ connectedTime: at(minute) });
const ended = (minute: number): Partial<Interaction> => ({
  state: 'disconnected',
  connectedTime: at(minute),
  disconnectedTime: at(minute + 1)
});

const cases: [title: string, rows: Record<string, Partial<Interaction>>, order: string[]][] = [
  [
    'an alert before an own dialing call, however late it came',
    { dialing: before('dialing', 1), alert: before('alerting', 2) },
    ['alert', 'dialing']
  ],
  [
    'a callback offered before a call being placed and a live one',
    { contacting: before('contacting', 1), live: live(0), offer: before('offering', 9) },
    ['offer', 'live', 'contacting']
  ],
  [
    'two alerts, the older one first, before an older dialing call',
    { dialing: before('dialing', 1), second: before('alerting', 3), first: before('alerting', 2) },
    ['first', 'second', 'dialing']
  ],
  [
    'what has ended comes last, the newest first',
    { old: ended(1), new: ended(5), dialing: before('dialing', 7), live: live(6) },
    ['live', 'dialing', 'new', 'old']
  ]
];

it.each(cases)('%s', (_title, rows, order) => {
  const listed = Object.entries(rows).map(([key, changes]) =>
    row({ key, interaction: interaction(changes) })
  );
  expect(inOrder(listed).map(({ key }) => key)).toEqual(order);
  expect(inOrder(listed.reverse()).map(({ key }) => key)).toEqual(order);
});
