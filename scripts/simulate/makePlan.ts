import type { Item, Kind, Plan, Step } from './plan';
import { createRandom, type Random } from './random';
import { hour, minute, second } from './durations';
import { addFaults } from './planFaults';

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
