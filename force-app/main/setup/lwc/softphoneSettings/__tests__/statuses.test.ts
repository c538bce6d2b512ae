import { firstClosed, statusesOf, statusOptions } from '../statuses';
import type { Status } from '../statuses';

const TOLD: Status[] = [
  { value: 'New', label: 'New', isClosed: false },
  { value: 'Won', label: 'Gewonnen', isClosed: true },
  { value: 'Lost', label: 'Verloren', isClosed: true }
];
const UNTOLD: Status[] = TOLD.map(({ value, label }) => ({ value, label }));

const lists: [string, Status[], 'open' | 'closed', string, string[]][] = [
  ['open ones only', TOLD, 'open', '', ['', 'New']],
  ['all closed ones', TOLD, 'closed', '', ['', 'Won', 'Lost']],
  ['what is chosen stays, of whatever kind', TOLD, 'open', 'Won', ['', 'New', 'Won']],
  [
    'what is chosen stays, also when it is gone',
    TOLD,
    'closed',
    'Done',
    ['', 'Won', 'Lost', 'Done']
  ],
  ['all, where the org does not tell', UNTOLD, 'closed', '', ['', 'New', 'Won', 'Lost']]
];
test.each(lists)('%s', (_what, statuses, kind, chosen, values) => {
  expect(statusOptions(statuses, kind, chosen).map(({ value }) => value)).toEqual(values);
});

test('a picklist, read', () => {
  const value = (name: string, attributes: unknown) => ({ value: name, label: name, attributes });
  const values = [
    value('New', { picklistAtrributesValueType: 'TaskStatus', closed: false }),
    value('Won', { picklistAtrributesValueType: 'TaskStatus', closed: true }),
    value('Odd', null)
  ];
  const statuses = statusesOf({ values, defaultValue: null, controllerValues: {} });
  expect(statuses.map(({ isClosed }) => isClosed)).toEqual([false, true, undefined]);
  expect(firstClosed(statuses)).toBe('Won');
  expect(firstClosed(UNTOLD)).toBe('');
});
