import { createGenesysCloud } from 'c/genesysCloud';
import { createSession } from 'c/softphoneSession';
import { createTaskWriter } from 'c/taskKeeper';
import { agentAtSignIn } from './agentAtSignIn';
import { createBrowser } from './browser';
import { createConditions } from './conditions';
import { configuration, locale, settings, timeZone } from './configuration';
import { createContactCenter } from './contactCenter';
import { createGenesysLine } from './genesysNetwork';
import { createGenesysServer } from './genesysServer';
import { ME } from './makePlan';
import type { Kind, Step } from './plan';
import { createRandom } from './random';
import { MY_USER, createOrg } from './salesforce';
import { createGateway } from './salesforceNetwork';
import { sdkDouble } from './sdkDouble';
import { createVirtualTime } from './virtualTime';
import { createWitness } from './witness';
import type { World } from './world';
import type { Page } from './page';

export interface OutageReport {
  interactions: number;
  outageMinutes: number;
  /** Rate-limit windows, a minute each, from the network's return until every Task is right. */
  windows: number;
  /** The same in seconds. */
  seconds: number;
  /** Requests to Genesys Cloud within any 60 s of the whole shift; 300 are allowed. */
  mostRequestsInAWindow: number;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const INTERACTIONS = 50;
/** Of these many the agent's part is still open when the network goes. */
const OPEN = 20;
const OUTAGE = hour;
const PATIENCE = 30 * minute;
const DAY = Date.UTC(2026, 2, 2, 8);

const kinds: readonly Kind[] = ['call', 'message', 'email', 'callback', 'chat', 'dialing'];

const attribute: Step = { type: 'attribute', name: 'policy', value: 'changed', silent: true };
/** What becomes of each while nobody sees it, in turn. */
const changes: Record<'open' | 'finished', readonly (readonly Step[])[]> = {
  open: [
    [attribute],
    [{ type: 'end' }],
    [{ type: 'end' }, { type: 'wrapUp', party: 1, code: 0, silent: true }],
    [{ type: 'queue', queue: 1 }, { type: 'leave', party: 1 }, attribute]
  ],
  finished: [[attribute], [{ type: 'wrapUp', party: 1, code: 1, silent: true }]]
};

/**
 * One agent with fifty interactions, an hour without any network while each of them changes, and how
 * long it takes afterwards until Salesforce is right. The session, the adapter with its rate budget
 * and the Task writer are the product's own; Genesys Cloud, Salesforce and time are simulated.
 */
export async function measureOutage(): Promise<OutageReport> {
  const time = createVirtualTime(DAY);
  const random = createRandom('outage');
  const conditions = createConditions(time.now, random.fork('conditions'));
  const center = createContactCenter(time.now);
  const org = createOrg(time.now, true);
  const current = configuration(new Set(), false);
  const base = { time, random, conditions, center };
  const server = createGenesysServer(base, { token: 24 * hour, channel: 24 * hour });
  const witness = createWitness({
    ...{ now: time.now, center, org, log: () => {} },
    configuration: () => current,
    isReachable: () => true,
    outage: () => 0,
    isCalm: () => false,
    isClosing: () => false,
    later: time.after,
    multipleWriters: false,
    storageRefused: false
  });
  const world: World = {
    ...{ ...base, server, org, witness, hasLocks: true, lockWithoutName() {}, clock: time.now },
    configuration: () => current,
    log: () => {}
  };
  const page: Page = { name: 'tab', isAlive: () => true, asleepUntil: () => undefined };
  const line = createGenesysLine(world, page);
  const browser = createBrowser(world);
  const timers = time.timers(page);
  const asked: number[] = [];
  const agent = agentAtSignIn(world, timers, random);

  const session = createSession({
    ...{ clock: time.now, timers, locale, timeZone },
    createGenesys() {
      const cloud = createGenesysCloud({
        sdk: sdkDouble(time.now),
        region: 'mypurecloud.com',
        clientId: 'softphone',
        ...agent.ports,
        fetch(url, init) {
          asked.push(time.now());
          return line.fetch(url, init);
        },
        WebSocket: line.WebSocket,
        clock: { now: time.now, ...timers },
        random: random.next
      });
      if (typeof cloud === 'string') throw new Error(cloud);
      cloud.on((event) => event.type === 'signInAddress' && agent.sees(event.url));
      return cloud;
    },
    createWriter: (options) =>
      createTaskWriter(
        {
          gateway: createGateway(world, page),
          storage: browser.storage,
          locks: browser.locksOf(page.isAlive),
          openChannel: () => browser.channelOf(page.isAlive),
          ...{ clock: time.now, timers, random: random.next, namespace: 'softphone' },
          randomBytes: (count) => new Uint8Array(count),
          salesforceUserId: MY_USER
        },
        options
      )
  });
  session.setOrg({
    isRead: true,
    problems: [],
    ...current,
    settings: {
      region: 'mypurecloud.com',
      clientId: 'softphone',
      redirectUrl: 'https://acme--c.vf.force.com/apex/GenesysSignIn',
      openStatus: settings.openStatus,
      closedStatus: settings.closedStatus,
      watchHours: 24,
      rememberSignIn: false
    }
  });

  function play(at: number, conversation: number, step: Step, isTold: boolean): void {
    time.at(DAY + at, () => {
      const call = center.apply(conversation, step);
      if (!call) throw new Error(`impossible: ${JSON.stringify(step)}`);
      witness.changed([call]);
      if (isTold && call.parties.some(({ userId }) => userId === ME)) {
        server.publish(call, undefined);
      }
    });
  }

  const gone = 3 * hour;
  const back = gone + OUTAGE;
  for (let n = 0; n < INTERACTIONS; n += 1) {
    const isOpen = n < OPEN;
    const begin = 10 * minute + n * 2 * minute;
    const kind = kinds[n % kinds.length]!;
    const story: Step[] = [
      { type: 'begin', kind, outbound: false, messageType: 'whatsapp', ivr: false },
      { type: 'queue', queue: n % 3 },
      { type: 'alert', party: 1, user: ME },
      { type: 'answer', party: 1 },
      ...(isOpen ? [] : [{ type: 'end' } as const])
    ];
    story.forEach((step, index) => play(begin + index * 10 * second, n, step, true));
    const unseen = changes[isOpen ? 'open' : 'finished'];
    const steps = unseen[n % unseen.length]!;
    steps.forEach((step, index) => play(gone + (n + 1) * minute + index * second, n, step, false));
  }
  time.at(DAY + gone, () => {
    conditions.begin({ type: 'offline', to: back }, DAY + back);
    line.drop(false);
    session.signal('offline');
  });
  time.at(DAY + back, () => session.signal('online'));

  await time.runUntil(DAY + gone);
  expectAll('right before the outage', witness.behind().length, 0);
  await time.runUntil(DAY + back);
  expectAll('behind after it', witness.behind().length, INTERACTIONS);
  const online = time.now();
  while (witness.behind().length > 0 && time.now() < online + PATIENCE) {
    await time.runUntil(time.now() + second);
  }
  const seconds = (time.now() - online) / second;
  session.stop();
  expectAll('violations', witness.result().violations.length, 0);
  return {
    interactions: INTERACTIONS,
    outageMinutes: OUTAGE / minute,
    windows: Math.ceil(seconds / 60),
    seconds,
    mostRequestsInAWindow: mostWithin(asked, minute)
  };
}

/** The measure means nothing when the scenario is not what it says. */
function expectAll(what: string, found: number, expected: number): void {
  if (found !== expected) throw new Error(`${what}: ${found} instead of ${expected}`);
}

/** `times` ascending. */
function mostWithin(times: readonly number[], span: number): number {
  let most = 0;
  let from = 0;
  times.forEach((at, index) => {
    while (times[from]! <= at - span) from += 1;
    most = Math.max(most, index - from + 1);
  });
  return most;
}
