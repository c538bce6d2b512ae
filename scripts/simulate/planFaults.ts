import type { Fault, Item } from './plan';
import type { Random } from './random';
import { hour, minute, second } from './durations';

type Make = (random: Random, at: number) => Fault;

const long = (random: Random, at: number): number =>
  at + Math.round(random.pick([5 * second, minute, 10 * minute, hour]) * (0.5 + random.next()));

/** Each kind of fault with how often a shift that has it sees one. */
const kinds: readonly { kind: Fault['type']; most: number; make: Make }[] = [
  { kind: 'offline', most: 3, make: (r, at) => ({ type: 'offline', to: long(r, at) }) },
  { kind: 'sleep', most: 2, make: (r, at) => ({ type: 'sleep', to: long(r, at) }) },
  { kind: 'signedOut', most: 2, make: (r, at) => ({ type: 'signedOut', to: long(r, at) }) },
  {
    kind: 'throttled',
    most: 3,
    make: (r, at) => ({
      type: 'throttled',
      to: at + r.between(second, 3 * minute),
      retryAfterMs: r.pick([second, 10 * second, minute])
    })
  },
  { kind: 'errors', most: 2, make: (r, at) => ({ type: 'errors', to: long(r, at), rate: 0.5 }) },
  {
    kind: 'lostRequests',
    most: 3,
    make: (r, at) => ({ type: 'lostRequests', to: long(r, at), rate: r.pick([0.2, 0.6]) })
  },
  {
    kind: 'lostAnswers',
    most: 3,
    make: (r, at) => ({ type: 'lostAnswers', to: long(r, at), rate: r.pick([0.2, 0.6]) })
  },
  {
    kind: 'storageRefuses',
    most: 1,
    make: (r, at) => ({ type: 'storageRefuses', to: long(r, at) })
  },
  {
    kind: 'genesysErrors',
    most: 2,
    make: (r, at) => ({ type: 'genesysErrors', to: long(r, at), rate: 0.6 })
  },
  {
    kind: 'lostFrames',
    most: 2,
    make: (_, at) => ({ type: 'lostFrames', to: at + 2 * hour, rate: 0.2 })
  },
  {
    kind: 'twiceFrames',
    most: 1,
    make: (_, at) => ({ type: 'twiceFrames', to: at + 4 * hour, rate: 0.3 })
  },
  {
    kind: 'lateFrames',
    most: 2,
    make: (_, at) => ({ type: 'lateFrames', to: at + 2 * hour, rate: 0.3 })
  },
  {
    kind: 'lateCommits',
    most: 2,
    make: (r, at) => ({
      type: 'lateCommits',
      to: at + r.between(second, 5 * minute),
      rate: r.pick([0.3, 0.8])
    })
  },
  { kind: 'plannedClose', most: 2, make: () => ({ type: 'plannedClose' }) },
  { kind: 'channelExpired', most: 1, make: () => ({ type: 'channelExpired' }) },
  {
    kind: 'evicted',
    most: 2,
    make: (r) => ({ type: 'evicted', how: r.pick(['closed', 'silent']) })
  },
  {
    kind: 'tokenEnded',
    most: 2,
    make: (r, at) => ({
      type: 'tokenEnded',
      // At once without anybody's doing, or when the agent comes to it.
      to: r.chance(0.5) ? at : long(r, at),
      cutsChannels: r.chance(0.5)
    })
  },
  {
    kind: 'clockJumps',
    most: 1,
    make: (r, at) => ({
      type: 'clockJumps',
      to: r.chance(0.3) ? Infinity : long(r, at),
      // What a day does to a watch is in the tests of c/taskSync.
      byMs: r.pick([-1, 1]) * r.pick([3 * second, 2 * minute, hour])
    })
  },
  { kind: 'mediaTopics', most: 1, make: () => ({ type: 'mediaTopics', to: Infinity }) },
  { kind: 'socketDrops', most: 4, make: (r) => ({ type: 'socketDrops', noticed: r.chance(0.5) }) },
  {
    kind: 'crash',
    most: 4,
    make: (r) => ({
      type: 'crash',
      tab: r.between(0, 2),
      reopenAfter: r.pick([2 * second, 2 * second, 10 * minute, 2 * hour])
    })
  },
  { kind: 'openTab', most: 2, make: () => ({ type: 'openTab' }) },
  { kind: 'closeTab', most: 2, make: (r) => ({ type: 'closeTab', tab: r.between(0, 2) }) },
  {
    kind: 'fieldHidden',
    most: 1,
    make: (r, at) => ({
      type: 'fieldHidden',
      to: r.chance(0.3) ? Infinity : at + r.between(minute, 6 * hour),
      field: r.pick(['Queue__c', 'Policy__c', 'State__c']),
      told: r.pick(['at once', 'later', 'never'])
    })
  },
  {
    kind: 'mappingAdded',
    most: 1,
    make: (r) => ({ type: 'mappingAdded', told: r.pick(['at once', 'later']) })
  },
  {
    kind: 'rule',
    most: 1,
    make: (r, at) => ({
      type: 'rule',
      to: at + r.between(minute, 4 * hour),
      rule: r.pick(['wrapUpBeforeClosed', 'policyWithoutX'])
    })
  }
];

/** Only a unique key keeps two writers, or one that has lost its memory, from a second Task. */
const needUniqueKey: ReadonlySet<string> = new Set(['storageRefuses', 'noLocks', 'clockJumps']);

/**
 * A few kinds a shift rather than a little of everything: rare combinations come up sooner. Faults
 * like to hit while something happens, so most start near another item.
 */
export function addFaults(items: Item[], random: Random, unique: boolean): void {
  if (random.chance(0.08)) return;
  const moments = items.map(({ at }) => at);
  for (const { kind, most, make } of kinds) {
    if (!random.chance(0.3) || (!unique && needUniqueKey.has(kind))) continue;
    for (let n = random.between(1, most); n > 0; n -= 1) {
      // Right before, or just when the answer to a write is on its way.
      const near = random.chance(0.5)
        ? random.between(50, 700)
        : random.between(-2 * second, 2 * second);
      const at = random.chance(0.8)
        ? Math.max(0, random.pick(moments) + near)
        : random.between(0, 5 * hour);
      items.push({ at, fault: make(random, at) });
    }
  }
  if (unique && random.chance(0.06)) items.push({ at: 0, fault: { type: 'noLocks' } });
}
