import { createGenesysCloud, type GenesysCloud, type Media } from 'c/genesysCloud';
import {
  attributesOf,
  hearConversation,
  interactionsOf,
  readConversation,
  type Attributes,
  type Conversation,
  type Interaction
} from 'c/interaction';
import { missed, rereading } from 'c/softphoneSession';
import { draftTask, type TaskDraft } from 'c/taskDraft';
import {
  createTaskSync,
  electWriter,
  journalStore,
  shareAmongTabs,
  type Share,
  type TaskSync
} from 'c/taskSync';
import { agentAtSignIn } from './agentAtSignIn';
import type { Browser } from './browser';
import { leanContext, locale, settings, timeZone, type Configuration } from './configuration';
import { createGenesysLine } from './genesysNetwork';
import type { Hooks } from './hooks';
import { ME } from './makePlan';
import { createGateway } from './salesforceNetwork';
import { sdkDouble } from './sdkDouble';
import type { Page, World } from './world';

/** One browser tab with the softphone in it: the product's rooms, wired the way the panel wires them. */
export interface Tab extends Page {
  isWriter(): boolean;
  socketDrops(noticed: boolean): void;
  /** The browser says that the network is gone; it does not always. */
  offline(): void;
  online(): void;
  wake(): void;
  signedIn(): void;
  /** Object info or mappings changed and the tab heard of it. */
  configure(): void;
  /** False: this tab does not know the interaction, so the agent can't type there. */
  type(key: string, notes: string): boolean;
  /** The agent presses the button wherever something needs them. */
  retry(): void;
  die(): void;
}

/** Until somebody tries again whose start failed. */
const START_AGAIN = 20_000;
const WATCH = 24 * 60 * 60_000;

interface Known {
  conversation: Conversation;
  /** Payloads so far. */
  count: number;
}

export function openTab(world: World, browser: Browser, name: string, hooks: Hooks): Tab {
  const { time, conditions, witness, clock } = world;
  const random = world.random.fork(`tab ${name}`);
  const known = new Map<string, Known>();
  /** Known from before this tab became the writer, and not heard of since. */
  const outdated = new Set<string>();
  const drafted = new Map<string, { attributes: Attributes; draft: TaskDraft }>();
  let configuration: Configuration = world.configuration();
  let isAlive = true;
  let isWriter = false;
  /** The conversations of now have been read. */
  let hasRead = false;
  let isStarted = false;

  const page: Page = {
    name,
    isAlive: () => isAlive,
    asleepUntil: () => conditions.until('sleep')
  };
  const line = createGenesysLine(world, page);
  const gateway = createGateway(world, page);
  const timers = time.timers(page);
  const journal = journalStore(browser.storage, 'softphone:me', clock);
  const locks = browser.locksOf(page.isAlive);
  const agent = agentAtSignIn(world, timers, random);

  const options = {
    sdk: sdkDouble(clock),
    region: 'mypurecloud.com',
    clientId: 'softphone',
    ...agent.ports,
    ...{ fetch: line.fetch, WebSocket: line.WebSocket },
    clock: {
      now: clock,
      setTimeout: (run: () => void, ms: number) => timers.set(run, ms),
      clearTimeout: timers.clear
    },
    random: random.next
  };
  const cloud: GenesysCloud = createGenesysCloud(hooks.genesys?.(options) ?? options);

  const real = createTaskSync({
    gateway: hooks.gateway?.(gateway) ?? gateway,
    journal: hooks.journal?.(journal) ?? journal,
    clock,
    timers: hooks.timers?.(timers) ?? timers,
    random: random.next,
    onReread(id) {
      if (hooks.mayReread?.() ?? true) void rereads.reread(id);
    }
  });
  const sync: TaskSync = hooks.sync?.(real) ?? real;

  const share: Share = shareAmongTabs({
    channel: browser.channelOf(page.isAlive),
    isWriter: () => isWriter,
    statuses: () => sync.statuses(),
    onStatus: () => {},
    onChoices(key, choices) {
      sync.choose(key, choices);
      redraft(key);
    },
    onRetry: () => sync.retry()
  });
  const rereads = rereading({
    ...{ clock, timers, note: () => {} },
    genesys: () => cloud,
    mediaOf: (id) => shownIn(id)[0]?.media,
    newsOf: (id) => known.get(id)?.count ?? 0,
    onRead: (payload) => hear(payload, true),
    onFresh: showGood,
    onUnreadable: showGood,
    onLater: (id) => sync.reread([id])
  });
  const away = missed({
    ...{ timers, watchMs: WATCH, genesys: cloud, note: () => {} },
    isKnown: (id) => shownIn(id).length > 0,
    onMissed(found) {
      for (const { conversationId, media } of found) rereads.learn(conversationId, media);
      sync.reread(found.map(({ conversationId }) => conversationId));
    }
  });
  electWriter({
    locks: world.hasLocks ? (hooks.locks ? hooks.locks(locks) : locks) : undefined,
    name: 'softphone',
    onElected() {
      world.log(name, 'is the writer');
      isWriter = true;
      for (const id of known.keys()) outdated.add(id);
      sync.start();
      if (hasRead) catchUp();
    },
    onLost: () => sync.stop()
  });

  cloud.on((event) => {
    if (event.type === 'conversation') hear(event.payload, event.from === 'read');
    else if (event.type === 'connection') {
      world.log(name, event.state);
      if (event.state === 'live') sync.resume('online');
    } else if (event.type === 'reread') {
      hasRead = event.done;
      if (event.done) catchUp();
      else rereads.begin();
    } else if (event.type === 'signedOut') {
      world.log(name, 'signed out of Genesys Cloud');
      agent.comesBack();
    } else if (event.type === 'signInAddress') agent.sees(event.url);
    else if (event.type === 'expiring' || event.type === 'signInFailed') agent.comesBack();
    else if (event.type === 'signedIn' && !isStarted) void start();
  });

  async function start(): Promise<void> {
    const started = await cloud.start();
    if (started.ok) isStarted = true;
    else timers.set(() => void start(), START_AGAIN);
  }

  /** Whoever writes makes up for what nobody saw. */
  function catchUp(): void {
    rereads.done(() => (isWriter ? sync.catchUp() : []));
    if (isWriter) away.look();
  }

  function draftAll(conversation: Conversation): void {
    for (const interaction of interactionsOf(conversation, ME)) {
      const deserves = hooks.deservesTask?.(interaction) ?? interaction.isLeg;
      if (!deserves) continue;
      const { key, participantId, disconnectedTime } = interaction;
      const choices = sync.choices(key);
      const { shape, mappings } = configuration;
      const asked = leanContext(mappings, choices.notes);
      const before = drafted.get(key);
      const attributes = attributesOf(conversation, participantId, asked, before?.attributes);
      const input = {
        ...{ interaction, attributes, mappings, shape, locale, timeZone, settings },
        choices: choices.notes === undefined ? {} : { notes: choices.notes }
      };
      const draft = draftTask(input, before?.draft);
      drafted.set(key, { attributes, draft });
      if (outdated.has(conversation.id)) continue;
      witness.drafted(page, isWriter, key, draft);
      sync.setDraft(key, draft, disconnectedTime ? { endedAt: Date.parse(disconnectedTime) } : {});
    }
  }

  function hear(payload: unknown, isRead: boolean): void {
    const reading = hooks.merge
      ? readConversation(payload)
      : hearConversation(payload, undefined, (id) => known.get(id)?.conversation);
    if (!('conversation' in reading)) throw new Error(`unreadable: ${JSON.stringify(reading)}`);
    const { id } = reading.conversation;
    const { conversation: before, count = 0 } = known.get(id) ?? {};
    const after = hooks.merge
      ? hooks.merge(before, reading.conversation, payload)
      : reading.conversation;
    known.set(id, { conversation: after, count: count + 1 });
    outdated.delete(id);
    if (isRead) {
      rereads.wasRead(id);
      away.wasRead(id);
    }
    if (after === before && !isRead) return;
    draftAll(after);
    watch(id);
  }

  function show(id: string): void {
    const conversation = known.get(id)?.conversation;
    if (conversation) draftAll(conversation);
  }

  function showGood(id: string): void {
    outdated.delete(id);
    show(id);
  }

  const redraft = (key: string): void => show(key.slice(0, key.indexOf(':')));

  /** Mine in it that the panel shows: no alert that came to nothing. */
  function shownIn(id: string): Interaction[] {
    const conversation = known.get(id)?.conversation;
    const all = conversation ? interactionsOf(conversation, ME) : [];
    return all.filter(({ isLeg, state }) => isLeg || state !== 'disconnected');
  }

  /** What the adapter was last told to watch. */
  const watched = new Map<string, { conversationId: string; media: Media; isOver: boolean }>();
  function watch(conversationId: string): void {
    const shown = shownIn(conversationId);
    if (!shown[0]) return;
    const isOver = shown.every(({ state }) => state === 'disconnected');
    if (watched.get(conversationId)?.isOver === isOver) return;
    watched.set(conversationId, { conversationId, media: shown[0].media, isOver });
    cloud.watch([...watched.values()]);
  }

  return {
    ...page,
    isWriter: () => isWriter && isAlive,
    socketDrops: line.drop,
    offline: () => cloud.signal('offline'),
    online() {
      cloud.signal('online');
      sync.resume('online');
    },
    wake() {
      cloud.signal('wake');
      sync.resume('online');
    },
    signedIn: () => sync.resume('signed_in'),
    configure() {
      configuration = world.configuration();
      for (const id of known.keys()) show(id);
      sync.reshape();
    },
    type(key, notes) {
      if (!known.has(key.slice(0, key.indexOf(':')))) return false;
      share.choices(key, sync.choose(key, { notes }));
      redraft(key);
      return true;
    },
    retry() {
      for (const { key, phase, issues } of sync.statuses()) {
        if (phase === 'needs_you' || issues.some(({ type }) => type === 'refused')) sync.retry(key);
      }
    },
    die() {
      isAlive = false;
      witness.died(page, browser.storage.items);
      sync.stop();
      line.drop(false);
      locks.release();
    }
  };
}
