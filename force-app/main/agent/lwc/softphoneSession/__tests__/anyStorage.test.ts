import fc from 'fast-check';
import type { Store } from 'c/ports';
import { ANA, settle } from './doubles';
import { signedIn } from './signedIn';

// Whatever stands in any of our places in the storage, a new leg is logged.

const AT = '2026-03-02T14:59:00.000Z';
const NAMES = [
  'softphone:put-aside',
  'softphone:secret:lock',
  'softphone:secret:channel',
  'softphone:secret:fingerprint',
  `test:${ANA}:legs`,
  `test:${ANA}:leg:c-1:p-1`,
  `test:${ANA}:leg:c-2:p-2`,
  `test:${ANA}:leg:__proto__`,
  `test:${ANA}:choices:c-1:p-1`
];
const FACTS = [
  'key',
  'taskId',
  'proof',
  'unsure',
  'gone',
  'written',
  'doubts',
  'unread',
  'savedAt',
  'endedAt',
  'watchUntil',
  'pending',
  'chosen',
  'keptAt',
  'notes',
  'whoId'
] as const;

const likely = fc.constantFrom<unknown>(
  'c-1:p-1',
  '00T000000000001AAA',
  true,
  [null],
  {},
  { Subject: '0123456789abcdef' },
  ['Description'],
  1e15,
  Date.UTC(2026, 2, 2)
);
const anything = fc.oneof(likely, fc.jsonValue() as fc.Arbitrary<unknown>);
const entry = fc.dictionary(fc.constantFrom(...FACTS), anything).map((facts) => ({
  key: 'c-1:p-1',
  ...facts
}));
const text = fc.oneof(
  entry.map((value) => JSON.stringify(value)),
  fc.json(),
  fc.string()
);

function storageOf(contents: Record<string, string>): Store {
  const items = new Map(Object.entries(contents));
  return {
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
    names: () => [...items.keys()]
  };
}

it('arbitrary contents of the storage never stop a new leg from being logged', async () => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom(...NAMES), text), async (contents) => {
      const { call, org, time, session } = await signedIn({ storage: storageOf(contents) });
      await call({ connectedTime: AT });
      await time.pass(5_000);
      await settle();
      session.stop();
      expect(org.writes.map(({ kind }) => kind)).toContain('create');
    }),
    { numRuns: 150 }
  );
});
