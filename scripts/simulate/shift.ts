import { createBrowser } from './browser';
import { createConditions } from './conditions';
import { configuration, type Configuration } from './configuration';
import { createContactCenter, keyOf, legsOf, type Call } from './contactCenter';
import { createGenesysServer } from './genesysServer';
import type { Hooks } from './hooks';
import { ME } from './makePlan';
import type { Deed, Fault, Plan, Step, Told } from './plan';
import { createRandom } from './random';
import { createOrg, rules } from './salesforce';
import { openTab, type Tab } from './tab';
import { createVirtualTime } from './virtualTime';
import { createWitness } from './witness';
import type { World } from './world';
import type { Result } from './witnessTypes';

export interface Line {
  /** ms after the shift's start */
  at: number;
  who: string;
  text: string;
}

export interface ShiftResult extends Result {
  faults: Record<string, number>;
  timeline: Line[];
}

const minute = 60_000;
const hour = 60 * minute;
/** A planned close takes a minute from its announcement. */
const CLOSING = 2 * minute;
/** Until an open tab hears of a change in the setup, at most. */
const HEARD_LATE = 20 * minute;
/** As far as a topic of the conversation itself tells of it. */
const details: Partial<Record<Step['type'], 'attributes' | 'wrapup'>> = {
  attribute: 'attributes',
  wrapUp: 'wrapup'
};
/** Long enough for the hourly re-read of a finished interaction, and one more for a failed one. */
const QUIET = 135 * minute;

/** Runs one planned shift from start to quiet. Same plan, same result. */
export async function runShift(
  plan: Plan,
  hooks: Hooks = {},
  keepLog = false
): Promise<ShiftResult> {
  const time = createVirtualTime(plan.start);
  const random = createRandom(`${plan.seed}/run`);
  const conditions = createConditions(time.now, random.fork('conditions'));
  const center = createContactCenter(time.now);
  const org = createOrg(time.now, plan.unique);
  const timeline: Line[] = [];
  const faults = plan.items.flatMap((item) => ('fault' in item ? [item] : []));
  const has = (type: Fault['type']): boolean => faults.some(({ fault }) => fault.type === type);
  let withExtra = false;
  /** Browser minus true time, ms. */
  let skew = 0;
  /** A planned close is on its way, and no second one. */
  let closing = { until: 0, isOnly: true };
  let current: Configuration = configuration(org.hidden, withExtra);

  const log = (who: string, text: string): void => {
    if (keepLog) timeline.push({ at: time.now() - plan.start, who, text });
  };

  const blocking = faults.flatMap(({ at, fault }) =>
    ['offline', 'sleep', 'signedOut', 'throttled'].includes(fault.type) && 'to' in fault
      ? [{ from: plan.start + at, to: plan.start + fault.to }]
      : []
  );
  /** Frames in one more shape trouble nobody. */
  const troubles = faults.filter(({ fault }) => fault.type !== 'mediaTopics');
  /** Nothing that touches Salesforce or the tabs from `from` to `to`. */
  const isCalm = (
    from: number,
    to: number,
    { margin = 3 * minute, closing = false } = {}
  ): boolean =>
    troubles.every(({ at, fault }) => {
      if (closing && fault.type === 'plannedClose') return true;
      const begin = plan.start + at;
      let end = 'to' in fault ? plan.start + fault.to : begin;
      if (fault.type === 'crash') end += fault.reopenAfter;
      if ('told' in fault) end += HEARD_LATE;
      return begin > to || end + margin < from;
    });

  /** Times without any open tab are outages too. */
  let closedSince: number | undefined;
  const outages = [...blocking];

  function outage(from: number, to: number): number {
    let covered = 0;
    let upTo = from;
    const all = closedSince === undefined ? outages : [...outages, { from: closedSince, to }];
    for (const one of [...all].sort((a, b) => a.from - b.from)) {
      const start = Math.max(upTo, one.from);
      const end = Math.min(to, one.to);
      if (end <= start) continue;
      covered += end - start;
      upTo = end;
    }
    return covered;
  }

  let hasUnnamedLock = false;
  const witness = createWitness({
    now: time.now,
    center,
    org,
    configuration: () => current,
    isReachable: (at) => !blocking.some(({ from, to }) => from <= at && at < to),
    outage,
    isCalm,
    // Where there is no room for the next channel beside the old one, nobody can bridge a close.
    isClosing: () => closing.until > time.now() && closing.isOnly && !server.isFull(),
    later: time.after,
    // As without locks, where a tab could not store the lock's name for the next one (decision 015).
    get multipleWriters() {
      return has('noLocks') || hasUnnamedLock;
    },
    storageRefused: has('storageRefuses'),
    log
  });
  const lives = random.fork('lives');
  const base = { time, random, conditions, center };
  const server = createGenesysServer(base, {
    token: lives.pick([24 * hour, 2 * hour, 45 * minute]),
    channel: lives.pick([24 * hour, 3 * hour, 90 * minute])
  });
  const world: World = {
    ...{ ...base, server, org, witness, log },
    hasLocks: !has('noLocks'),
    lockWithoutName: () => (hasUnnamedLock = true),
    clock: () => time.now() + skew,
    configuration: () => current
  };
  const browser = createBrowser(world);
  let tabs: Tab[] = [];
  let opened = 0;

  function open(): void {
    opened += 1;
    const name = `tab ${opened}`;
    log(name, 'opens');
    tabs.push(openTab(world, browser, name, hooks));
    if (closedSince !== undefined) outages.push({ from: closedSince, to: time.now() });
    closedSince = undefined;
  }

  function close(number: number): void {
    const tab = tabs[number % Math.max(1, tabs.length)];
    if (!tab) return;
    log(tab.name, 'closes');
    tabs = tabs.filter((other) => other !== tab);
    tab.die();
    if (tabs.length === 0) closedSince = time.now();
  }

  function reconfigure(told: Told): void {
    current = configuration(org.hidden, withExtra);
    witness.changed(center.calls());
    const tell = (): void => tabs.forEach((tab) => tab.configure());
    if (told === 'at once') tell();
    else if (told === 'later') time.after(random.between(minute, HEARD_LATE), tell);
  }

  function strike(fault: Fault): void {
    const forGood = 'to' in fault && fault.to === Infinity;
    const to = 'to' in fault && !forGood ? plan.start + Math.min(fault.to, plan.quiet) : Infinity;
    log('fault', JSON.stringify({ ...fault, to: 'to' in fault ? fault.to : undefined }));
    conditions.begin(fault, to);
    const strikes: { [T in Fault['type']]?: (fault: Extract<Fault, { type: T }>) => void } = {
      offline() {
        tabs.forEach((tab) => tab.socketDrops(false));
        if (random.chance(0.5)) tabs.forEach((tab) => tab.offline());
        time.at(to, () => !conditions.reigns('offline') && tabs.forEach((tab) => tab.online()));
      },
      sleep() {
        tabs.forEach((tab) => tab.socketDrops(false));
        time.at(to, () => !conditions.reigns('sleep') && tabs.forEach((tab) => tab.wake()));
      },
      signedOut() {
        time.at(to, () => !conditions.reigns('signedOut') && tabs.forEach((tab) => tab.signedIn()));
      },
      socketDrops({ noticed }) {
        tabs.forEach((tab) => tab.socketDrops(noticed));
      },
      plannedClose() {
        closing = { until: time.now() + CLOSING, isOnly: closing.until < time.now() };
        server.announceClose();
      },
      channelExpired: () => server.endChannels('closed', 'all'),
      evicted: ({ how }) => server.endChannels(how, 'oldest'),
      tokenEnded: ({ cutsChannels }) => server.endTokens(cutsChannels),
      clockJumps({ byMs }) {
        skew += byMs;
        if (!forGood) time.at(to, () => (skew -= byMs));
      },
      crash({ tab, reopenAfter }) {
        close(tab);
        time.after(reopenAfter, open);
      },
      openTab: open,
      closeTab({ tab }) {
        close(tab);
      },
      fieldHidden({ field, told }) {
        org.hidden.add(field);
        reconfigure(told);
        if (forGood) return;
        time.at(to, () => {
          org.hidden.delete(field);
          // Whoever never heard that it was hidden has refused values to try again.
          reconfigure(told === 'never' ? 'later' : told);
        });
      },
      mappingAdded({ told }) {
        withExtra = true;
        reconfigure(told);
      },
      rule({ rule }) {
        org.rules.add(rules[rule]);
        time.at(to, () => org.rules.delete(rules[rule]));
      }
    };
    (strikes[fault.type] as ((fault: Fault) => void) | undefined)?.(fault);
  }

  function act(call: Call, deed: Deed): void {
    const leg = legsOf(call, ME).find(({ number }) => number === deed.party);
    if (!leg) return;
    const key = keyOf(call, leg);
    if (deed.type === 'notes') {
      const tab = tabs[deed.tab % Math.max(1, tabs.length)];
      if (!tab || conditions.reigns('sleep')) return;
      if (tab.type(key, deed.text)) {
        log('agent', `types "${deed.text}" in ${tab.name}`);
        witness.noted(tab, key, deed.text);
      }
      return;
    }
    const task = org.taskOf(key);
    if (!task) return;
    if (deed.type === 'edit') {
      log('agent', `edits ${deed.field} of ${key}`);
      witness.edited(key, deed.field, deed.value);
      org.edit(task, deed.field, deed.value);
    } else if (!has('storageRefuses') && witness.deleted(key)) {
      log('agent', `deletes the Task of ${key}`);
      task.deleted = true;
    }
  }

  open();
  for (const item of plan.items) {
    time.at(plan.start + item.at, () => {
      if ('fault' in item) {
        strike(item.fault);
        return;
      }
      if ('deed' in item) {
        const call = center.call(item.conversation);
        if (call) act(call, item.deed);
        return;
      }
      const call = center.apply(item.conversation, item.step);
      if (!call) return;
      log(`call ${item.conversation}`, JSON.stringify(item.step));
      witness.changed([call]);
      if (item.step.type === 'join') conditions.count(item.step.how);
      const silent = 'silent' in item.step && item.step.silent;
      if (silent || !call.parties.some(({ userId }) => userId === ME)) return;
      server.publish(call, details[item.step.type]);
      witness.told(call);
    });
  }
  const quiet = plan.start + plan.quiet;
  time.at(quiet, () => {
    log('—', 'quiet');
    if (tabs.length === 0) open();
  });
  // Whoever is told that something needs them presses the button in the end.
  for (const after of [21, 70]) {
    time.at(quiet + after * minute, () => tabs.forEach((tab) => tab.isWriter() && tab.retry()));
  }
  await time.runUntil(quiet + QUIET);
  return { ...witness.result(), faults: conditions.counts, timeline };
}
