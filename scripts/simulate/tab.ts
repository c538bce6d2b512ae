import { createGenesysCloud } from 'c/genesysCloud';
import { hearConversation, interactionsOf, readConversation } from 'c/interaction';
import { createTaskKeeper, createTaskWriter } from 'c/taskKeeper';
import type { Steps, TaskKeeper, TaskWriter, TaskWriterOptions } from 'c/taskKeeper';
import { createTaskSync } from 'c/taskSync';
import { agentAtSignIn } from './agentAtSignIn';
import type { Browser } from './browser';
import { locale, settings, timeZone } from './configuration';
import { createGenesysLine } from './genesysNetwork';
import type { Hooks } from './hooks';
import { MY_USER } from './salesforce';
import { createGateway } from './salesforceNetwork';
import { sdkDouble } from './sdkDouble';
import type { World } from './world';
import type { Page } from './page';

/** One browser tab with the product's own adapter, keeper and writer in it. */
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

export function openTab(world: World, browser: Browser, name: string, hooks: Hooks): Tab {
  const { time, conditions, witness, clock } = world;
  const random = world.random.fork(`tab ${name}`);
  let isAlive = true;
  let isStarted = false;
  let keeper: TaskKeeper | undefined;
  let writer: TaskWriter | undefined;

  const page: Page = {
    name,
    isAlive: () => isAlive,
    asleepUntil: () => conditions.until('sleep')
  };
  const line = createGenesysLine(world, page);
  const gateway = createGateway(world, page);
  const timers = time.timers(page);
  const locks = browser.locksOf(page.isAlive);
  const agent = agentAtSignIn(world, timers, random);

  const options = {
    sdk: sdkDouble(clock),
    region: 'mypurecloud.com',
    clientId: 'softphone',
    ...agent.ports,
    ...{ fetch: line.fetch, WebSocket: line.WebSocket },
    clock: { now: clock, ...timers },
    random: random.next
  };
  const made = createGenesysCloud(hooks.genesys?.(options) ?? options);
  if (typeof made === 'string') throw new Error(made);
  const cloud = made;

  function createWriter(writerOptions: TaskWriterOptions): TaskWriter {
    const real = createTaskWriter(
      {
        gateway: hooks.gateway?.(gateway) ?? gateway,
        storage: browser.storage,
        locks: world.hasLocks ? (hooks.locks ? hooks.locks(locks) : locks) : undefined,
        openChannel: () => browser.channelOf(page.isAlive),
        ...{ clock, random: random.next, namespace: 'softphone' },
        randomBytes: (count) => new Uint8Array(count),
        salesforceUserId: MY_USER,
        timers: hooks.timers?.(timers) ?? timers,
        createTaskSync(syncOptions) {
          const sync = createTaskSync({
            ...syncOptions,
            journal: hooks.journal?.(syncOptions.journal) ?? syncOptions.journal
          });
          return hooks.sync?.(sync) ?? sync;
        }
      },
      {
        ...writerOptions,
        onReread(id) {
          if (hooks.mayReread?.() ?? true) writerOptions.onReread(id);
        },
        onElected() {
          world.log(name, 'is the writer');
          writerOptions.onElected();
        }
      }
    );
    if (!browser.storage.getItem('softphone:secret:lock')) world.lockWithoutName();
    writer = {
      ...real,
      setDraft(key, draft, facts) {
        witness.drafted(page, real.isWriter(), key, draft);
        real.setDraft(key, draft, facts);
      }
    };
    return writer;
  }

  const org = () => ({
    ...world.configuration(),
    settings: {
      region: 'mypurecloud.com',
      openStatus: settings.openStatus,
      closedStatus: settings.closedStatus,
      watchHours: 24
    }
  });

  function beginFor(user: { id: string; name: string }): void {
    keeper ??= createTaskKeeper({
      user,
      genesys: cloud,
      org: org(),
      createWriter,
      ...{ clock, timers, locale, timeZone },
      steps: stepsWith(hooks),
      onRow: () => {},
      onWriter: (who) => world.log(name, `writes: ${who}`),
      note: () => {}
    });
  }

  cloud.on((event) => {
    if (event.type === 'user') beginFor(event.user);
    else if (event.type === 'conversation') {
      keeper?.hear(event.payload, event.from === 'read' ? 'read' : 'event', event.family);
    } else if (event.type === 'connection') {
      world.log(name, event.state);
      if (event.state === 'live') keeper?.resume('online');
    } else if (event.type === 'reread') {
      if (event.done) keeper?.caughtUp();
      else keeper?.beginCatchUp();
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

  return {
    ...page,
    isWriter: () => isAlive && (writer?.isWriter() ?? false),
    socketDrops: line.drop,
    offline: () => cloud.signal('offline'),
    online() {
      cloud.signal('online');
      keeper?.resume('online');
    },
    wake() {
      cloud.signal('wake');
      keeper?.resume('online');
      keeper?.resume('signed_in');
    },
    signedIn: () => keeper?.resume('signed_in'),
    configure: () => keeper?.setOrg(org()),
    type(key, notes) {
      if (!keeper?.row(key)) return false;
      keeper.typeNotes(key, notes);
      return true;
    },
    retry() {
      for (const { key, status } of keeper?.rows() ?? []) {
        const isRefused = status?.issues.some(({ type }) => type === 'refused');
        if (status?.phase === 'needs_you' || isRefused) keeper?.retry(key);
      }
    },
    die() {
      isAlive = false;
      witness.died(page, browser.storage.items);
      keeper?.stop();
      line.drop(false);
      locks.release();
    }
  };
}

/** The product's own steps, with the faults of the hooks in them. */
function stepsWith({ merge, deservesTask }: Hooks): Partial<Steps> {
  return {
    ...(merge && {
      hearConversation(payload, at, knownOf) {
        const reading = readConversation(payload, at);
        if (!('conversation' in reading)) return hearConversation(payload, at, knownOf);
        const { conversation, problems } = reading;
        return { conversation: merge(knownOf(conversation.id), conversation, payload), problems };
      }
    }),
    ...(deservesTask && {
      interactionsOf: (conversation, userId) =>
        interactionsOf(conversation, userId).map((interaction) => ({
          ...interaction,
          isLeg: deservesTask(interaction),
          isSupervisor: false
        }))
    })
  };
}
