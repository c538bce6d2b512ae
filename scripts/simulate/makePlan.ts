import type { Fault, Item, Kind, Plan, Step } from './plan';
import { createRandom, type Random } from './random';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

export const ME = 'user-me';
const OTHERS = ['user-2', 'user-3'];
const KINDS: readonly Kind[] = [
  'call',
  'call',
  'call',
  'dialing',
  'callback',
  'voicemail',
  'chat',
  'email',
  'message',
  'internal'
];
const MESSAGE_TYPES = ['sms', 'whatsapp', 'webmessaging', 'open', 'facebook'];
const EDITABLE = ['Subject', 'Queue__c', 'Policy__c', 'CallDisposition'];

/** One agent's day: interactions with all that can happen to them, and faults of a few kinds. */
export function makePlan(seed: number): Plan {
  const random = createRandom(seed);
  const unique = random.chance(0.7);
  const items: Item[] = [];
  const count = random.between(2, 6);
  for (let conversation = 0; conversation < count; conversation += 1) {
    addConversation(items, conversation, random.fork(`conversation ${conversation}`));
  }
  addFaults(items, random.fork('faults'), unique);
  items.sort((a, b) => a.at - b.at);
  const last = Math.max(...items.map(({ at }) => at));
  const start = Date.UTC(2026, 2, 2, 8) + random.between(0, 90) * 24 * hour;
  return { seed, start, quiet: Math.max(last, 4 * hour) + 30 * minute, unique, items };
}

function addConversation(items: Item[], conversation: number, random: Random): void {
  let at = random.between(0, 3 * 60) * minute + random.between(0, 59_999);
  let parties = 0;
  const step = (what: Step): void => void items.push({ at, conversation, step: what });
  const pass = (least: number, most: number): void => void (at += random.between(least, most));
  const attribute = (silent: boolean): void =>
    step({
      type: 'attribute',
      name: random.pick(['policy', 'policy', 'extra', 'other']),
      value: random.chance(0.1) ? '' : random.pick(['v1', 'v1', 'v2', 'v3x']),
      silent
    });

  const kind = random.pick(KINDS);
  const outbound = kind === 'dialing' || (kind !== 'voicemail' && random.chance(0.25));
  const queued = kind !== 'internal' && !(outbound && random.chance(0.5));
  const ivr = queued && kind === 'call' && !outbound;
  step({ type: 'begin', kind, outbound, messageType: random.pick(MESSAGE_TYPES), ivr });
  pass(second, 30 * second);
  if (random.chance(0.6)) attribute(false);

  const mine: number[] = [];
  const legs = random.pick([1, 1, 1, 2, 3]);
  for (let leg = 0; leg < legs; leg += 1) {
    if (queued) step({ type: 'queue', queue: random.between(0, 2) });
    pass(second, 40 * second);
    while (random.chance(0.25)) {
      const party = (parties += 1);
      step({ type: 'alert', party, user: random.pick([ME, ...OTHERS]) });
      pass(second, 20 * second);
      step({ type: 'decline', party });
      pass(100, 5 * second);
    }
    const party = (parties += 1);
    const user = random.chance(0.75) ? ME : random.pick(OTHERS);
    if (user === ME) mine.push(party);
    step({ type: 'alert', party, user });
    pass(second, 20 * second);
    step({ type: 'answer', party });
    pass(0, 3 * second);
    addTalk(party, kind);
    if (leg < legs - 1) {
      step({ type: 'leave', party });
      pass(0, 2 * second);
    } else {
      step({ type: 'end' });
    }
    if (random.chance(0.7)) addWrapUp(party);
  }
  for (let change = random.between(0, 3); change > 0; change -= 1) {
    pass(second, random.pick([minute, 20 * minute, 2 * hour]));
    attribute(random.chance(0.6));
  }
  addDeeds();

  function addTalk(party: number, ofKind: Kind): void {
    const length = random.pick([2, 20, 90, 600]) * second;
    const until = at + random.between(length / 2, length);
    while (at < until) {
      pass(50, Math.round(length / 3) + 100);
      const what = random.next();
      if (what < 0.45) attribute(random.chance(0.1));
      else if (what < 0.7 && ofKind === 'call') {
        step({ type: 'hold', party, on: true });
        pass(100, 20 * second);
        step({ type: 'hold', party, on: false });
      } else if (what < 0.76) {
        const of = party;
        step({ type: 'monitor', party: (parties += 1), user: random.pick([ME, 'user-2']), of });
      } else if (what < 0.84 && ofKind === 'call') addGuest(party);
    }
  }

  /** Asked first (consult), or to the customer's face; who stays is open. */
  function addGuest(host: number): void {
    const party = (parties += 1);
    const user = mine.includes(host) ? random.pick(OTHERS) : ME;
    const how = random.pick(['conference', 'consult'] as const);
    if (how === 'consult') step({ type: 'hold', party: host, on: true });
    step({ type: 'join', party, user, how });
    pass(second, 20 * second);
    if (random.chance(0.15)) {
      step({ type: 'decline', party });
    } else {
      if (user === ME) mine.push(party);
      step({ type: 'answer', party });
      pass(second, 30 * second);
      if (random.chance(0.3)) attribute(false);
      if (random.chance(0.7)) step({ type: 'leave', party: random.pick([host, host, party]) });
    }
    if (how === 'consult') step({ type: 'hold', party: host, on: false });
  }

  function addWrapUp(party: number): void {
    const wait = random.pick([5 * second, minute, 30 * minute]);
    items.push({
      at: at + random.between(second, wait),
      conversation,
      step: { type: 'wrapUp', party, code: random.between(0, 2), silent: random.chance(0.2) }
    });
  }

  function addDeeds(): void {
    const begun = items.find((item) => 'step' in item && item.conversation === conversation)!.at;
    for (const party of mine) {
      for (let n = 0; random.chance(0.4); n += 1) {
        const when = begun + random.between(10 * second, at - begun + hour);
        const text = `notes ${conversation}.${party}.${n}`;
        const tab = random.between(0, 2);
        items.push({ at: when, conversation, deed: { type: 'notes', party, text, tab } });
      }
      if (random.chance(0.3)) {
        const when = begun + random.between(minute, at - begun + 2 * hour);
        const field = random.pick(EDITABLE);
        const value = `edited ${conversation}.${party}`;
        items.push({ at: when, conversation, deed: { type: 'edit', party, field, value } });
      }
      if (random.chance(0.05)) {
        const when = at + random.between(10 * minute, hour);
        items.push({ at: when, conversation, deed: { type: 'delete', party } });
      }
    }
  }
}

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
function addFaults(items: Item[], random: Random, unique: boolean): void {
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
