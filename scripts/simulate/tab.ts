import {
  attributesOf,
  interactionsOf,
  mergeConversation,
  readConversation,
  type Conversation
} from 'c/interaction';
import { draftTask } from 'c/taskDraft';
import {
  createTaskSync,
  electWriter,
  journalStore,
  shareAmongTabs,
  type Share,
  type TaskSync
} from 'c/taskSync';
import type { Browser } from './browser';
import { context, locale, settings, timeZone, type Configuration } from './configuration';
import type { Call } from './contactCenter';
import { createGenesysLine } from './genesysNetwork';
import type { Hooks } from './hooks';
import { ME } from './makePlan';
import { createGateway } from './salesforceNetwork';
import type { Page, World } from './world';

const LOOK_AROUND = 15 * 60_000;

/** One browser tab with the softphone in it: the product's core, wired the way the panel wires it. */
export interface Tab extends Page {
  isWriter(): boolean;
  /** A frame of the user's topics. */
  tell(call: Call): void;
  socketDrops(noticed: boolean): void;
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

export function openTab(world: World, browser: Browser, name: string, hooks: Hooks): Tab {
  const { time, conditions, witness } = world;
  const random = world.random.fork(`tab ${name}`);
  const conversations = new Map<string, Conversation>();
  let configuration: Configuration = world.configuration();
  let isAlive = true;
  let isWriter = false;
  /** Number of the current connection; frames of an earlier one are not heard. */
  let connection = 0;
  let isConnected = false;
  let buffer: unknown[] | undefined;

  const page: Page = {
    name,
    isAlive: () => isAlive,
    asleepUntil: () => conditions.until('sleep')
  };
  const line = createGenesysLine(world, page);
  const gateway = createGateway(world, page);
  const timers = time.timers(page);
  const journal = journalStore(browser.storage, 'softphone:me', time.now);
  const locks = browser.locksOf(page.isAlive);

  const real = createTaskSync({
    gateway: hooks.gateway?.(gateway) ?? gateway,
    journal: hooks.journal?.(journal) ?? journal,
    clock: time.now,
    timers: hooks.timers?.(timers) ?? timers,
    random: random.next,
    onReread(id) {
      if (hooks.mayReread?.() ?? true) reread(id);
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
  electWriter({
    locks: world.hasLocks ? (hooks.locks ? hooks.locks(locks) : locks) : undefined,
    name: 'softphone',
    onElected() {
      world.log(name, 'is the writer');
      isWriter = true;
      sync.start();
      catchUp();
    },
    onLost: () => sync.stop()
  });

  function draftAll(conversation: Conversation): void {
    for (const interaction of interactionsOf(conversation, ME)) {
      const deserves = hooks.deservesTask?.(interaction) ?? interaction.isLeg;
      if (!deserves) continue;
      const { key, participantId, disconnectedTime } = interaction;
      const choices = sync.choices(key);
      const attributes = attributesOf(conversation, participantId, context(choices.notes));
      const { shape, mappings } = configuration;
      const draft = draftTask({
        ...{ interaction, attributes, mappings, shape, locale, timeZone, settings },
        choices: choices.notes === undefined ? {} : { notes: choices.notes }
      });
      witness.drafted(page, isWriter, key, draft);
      sync.setDraft(key, draft, disconnectedTime ? { endedAt: Date.parse(disconnectedTime) } : {});
    }
  }

  function hear(payload: unknown, isReread = false): void {
    const reading = readConversation(payload, time.now());
    if (!('conversation' in reading)) throw new Error(`unreadable: ${JSON.stringify(reading)}`);
    const before = conversations.get(reading.conversation.id);
    const after = (hooks.merge ?? mergeConversation)(before, reading.conversation);
    conversations.set(after.id, after);
    if (after !== before || isReread) draftAll(after);
  }

  function redraft(key: string): void {
    const conversation = conversations.get(key.slice(0, key.indexOf(':')));
    if (conversation) draftAll(conversation);
  }

  function reread(id: string): void {
    line.read(id, (answer) => {
      if (answer.ok) hear(answer.payload, true);
      else timers.set(() => sync.reread([id]), answer.retryAfterMs * (1 + random.next()));
    });
  }

  function catchUp(): void {
    sync.catchUp();
    line.list((found) => {
      if (found) sync.reread(found.map(({ id }) => id));
      else timers.set(catchUp, 5_000 + random.between(0, 5_000));
      for (const payload of buffer ?? []) hear(payload);
      buffer = undefined;
    });
  }

  /** Subscribe first, then read: nothing is replayed. */
  function connect(): void {
    const mine = (connection += 1);
    isConnected = false;
    timers.set(
      () => {
        if (mine !== connection) return;
        if (conditions.reigns('offline')) {
          timers.set(() => mine === connection && connect(), 5_000);
          return;
        }
        isConnected = true;
        buffer = [];
        catchUp();
      },
      random.between(200, 800)
    );
  }

  /** Nothing more can come without a frame, as far as this tab has heard. */
  function isOver(id: string): boolean {
    const conversation = conversations.get(id);
    if (!conversation) return false;
    return interactionsOf(conversation, ME).every(({ state }) => state === 'disconnected');
  }

  /** An alert or answer whose frames were lost is known to nobody until somebody asks. */
  function lookAround(): void {
    line.list((found = []) => {
      const news = found.filter(({ id, isLive }) => isLive || !isOver(id));
      sync.reread(news.map(({ id }) => id));
    });
    timers.set(lookAround, LOOK_AROUND);
  }

  connect();
  timers.set(lookAround, LOOK_AROUND);

  return {
    ...page,
    isWriter: () => isWriter && isAlive,
    tell(call) {
      if (!isConnected) return;
      const mine = connection;
      line.tell(call, (payload) => {
        if (mine !== connection || !isConnected) return;
        if (buffer) buffer.push(payload);
        else hear(payload);
      });
    },
    socketDrops(noticed) {
      isConnected = false;
      const mine = connection;
      timers.set(() => mine === connection && connect(), noticed ? 0 : 35_000);
    },
    online() {
      sync.resume('online');
      connect();
    },
    wake() {
      sync.resume('online');
      connect();
    },
    signedIn: () => sync.resume('signed_in'),
    configure() {
      configuration = world.configuration();
      for (const conversation of conversations.values()) draftAll(conversation);
      sync.reshape();
    },
    type(key, notes) {
      if (!conversations.has(key.slice(0, key.indexOf(':')))) return false;
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
      locks.release();
    }
  };
}
