import type { GenesysOptions, Socket, SocketConstructor } from 'c/genesysCloud';
import { mergeConversation } from 'c/interaction';
import type { TaskDraft } from 'c/taskDraft';
import type { Fields, TaskGateway, TaskSync, WriteResult } from 'c/taskSync';
import { KEY_FIELD } from './configuration';
import type { Hooks } from './hooks';

/** The engine made wrong on purpose: does the simulation notice? */
export interface Mutant {
  name: string;
  /** What the engine would be doing wrong. */
  what: string;
  /** Fresh for each campaign: some keep state. */
  hooks(): Hooks;
}

/** Changes the answers of both kinds of writes. */
const answers = (change: (result: WriteResult, taskId: string) => WriteResult): Hooks => ({
  gateway: (gateway) => ({
    ...gateway,
    create: async (fields) => change(await gateway.create(fields), ''),
    update: async (taskId, fields, options) =>
      change(await gateway.update(taskId, fields, options), taskId)
  })
});

const failureOf = (result: WriteResult): string => (result.ok ? '' : result.failure.type);

const withSync = (change: (sync: TaskSync) => Partial<TaskSync>): Hooks => ({
  sync: (sync) => ({ ...sync, ...change(sync) })
});

/** Every request waits for the one before, whatever Task it is for. */
function oneQueue(gateway: TaskGateway): TaskGateway {
  let last: Promise<unknown> = Promise.resolve();
  const enqueue = (send: () => Promise<WriteResult>): Promise<WriteResult> => {
    const mine = last.then(send);
    // A refusal stops the queue.
    last = mine.then((result) => (result.ok ? undefined : new Promise(() => {})));
    return mine;
  };
  return {
    ...gateway,
    create: (fields) => enqueue(() => gateway.create(fields)),
    update: (taskId, fields, options) => enqueue(() => gateway.update(taskId, fields, options))
  };
}

function writesEverything(gateway: TaskGateway): TaskGateway {
  const all = new Map<string, Fields>();
  return {
    ...gateway,
    async create(fields) {
      const result = await gateway.create(fields);
      const { [KEY_FIELD]: _, ...rest } = fields;
      if (result.ok) all.set(result.taskId, rest);
      return result;
    },
    update(taskId, fields, options) {
      const whole = { ...all.get(taskId), ...fields };
      all.set(taskId, whole);
      return gateway.update(taskId, whole, options);
    }
  };
}

function createsAgain(gateway: TaskGateway): TaskGateway {
  const keys = new Map<string, Fields>();
  const create = async (fields: Fields): Promise<WriteResult> => {
    const result = await gateway.create(fields);
    if (result.ok) keys.set(result.taskId, fields);
    return result;
  };
  return {
    ...gateway,
    create,
    async update(taskId, fields, options) {
      const result = await gateway.update(taskId, fields, options);
      const first = keys.get(taskId);
      return failureOf(result) === 'gone' && first ? create({ ...first, ...fields }) : result;
    }
  };
}

/** Changes what goes through a tab's sockets; `false`: it does not arrive. */
const sockets = (change: {
  hear?(text: string, socket: Socket): boolean;
  say?(text: string, socket: Socket): boolean;
}): Hooks => ({
  genesys(options: GenesysOptions) {
    const open = function open(url: string): Socket {
      const socket = new options.WebSocket(url);
      const send = socket.send.bind(socket);
      socket.send = (text) => {
        if (change.say?.(text, socket) ?? true) send(text);
      };
      return new Proxy(socket, {
        set(target, name, value: unknown) {
          const hear = value as ((event: { data: string }) => void) | null;
          const filtered = (event: { data: string }): void => {
            if (change.hear?.(event.data, socket) ?? true) hear?.(event);
          };
          return Reflect.set(target, name, name === 'onmessage' && hear ? filtered : value);
        }
      });
    };
    return { ...options, WebSocket: open as unknown as SocketConstructor };
  }
});

/** Never looks at what Salesforce holds, only at what it sent itself. */
function believesItself(gateway: TaskGateway): TaskGateway {
  const sent = new Map<string, Fields>();
  return {
    ...gateway,
    update(taskId, fields, options) {
      sent.set(taskId, { ...sent.get(taskId), ...fields });
      return gateway.update(taskId, fields, options);
    },
    async read(taskId, names) {
      const result = await gateway.read(taskId, names);
      const ours = names.includes(KEY_FIELD) ? undefined : sent.get(taskId);
      return result.ok ? { ...result, fields: { ...result.fields, ...ours } } : result;
    }
  };
}

const isFlat = (payload: unknown): boolean =>
  (payload as { participants: object[] }).participants.some((party) => 'state' in party);

export const mutants: readonly Mutant[] = [
  {
    name: 'no-look-up',
    what: 'creates again after a timeout without looking for the Task',
    hooks: () => ({ gateway: (gateway) => ({ ...gateway, find: async () => ({ ok: true }) }) })
  },
  {
    name: 'deaf-after-disconnect',
    what: 'drops what changes after the leg has ended',
    hooks: () =>
      withSync((sync) => {
        const ended = new Set<string>();
        return {
          setDraft(key, draft, facts) {
            if (ended.has(key)) return;
            if (facts?.endedAt !== undefined) ended.add(key);
            sync.setDraft(key, draft, facts);
          }
        };
      })
  },
  {
    name: 'two-writers',
    what: 'every tab takes itself for the writer',
    hooks: () => ({ locks: () => undefined })
  },
  {
    name: 'no-catch-up',
    what: 'reads nothing again at start, reconnect and wake-up',
    hooks: () => withSync(() => ({ catchUp: () => [], reread: () => {} }))
  },
  {
    name: 'no-re-reads',
    what: 'never looks after a conversation by itself',
    hooks: () => ({ mayReread: () => false })
  },
  {
    name: 'stale-overwrites',
    what: 'takes the snapshot that comes last for the newest',
    hooks: () => ({ merge: (_, newer) => newer })
  },
  {
    name: 'stale-hand-over',
    what: 'a new writer writes what it had gathered while it was not',
    hooks: () =>
      withSync((sync) => {
        const drafts = new Map<string, TaskDraft>();
        return {
          setDraft(key, draft, facts) {
            drafts.set(key, draft);
            sync.setDraft(key, draft, facts);
          },
          start() {
            sync.start();
            for (const [key, draft] of drafts) sync.setDraft(key, draft);
          }
        };
      })
  },
  {
    name: 'poisoned-queue',
    what: 'one Task that is refused stops all others',
    hooks: () => ({ gateway: oneQueue })
  },
  {
    name: 'lost-note',
    what: 'does not store what the agent types',
    hooks: () => ({ journal: (journal) => ({ ...journal, saveChoices: () => true }) })
  },
  {
    name: 'no-journal',
    what: 'forgets its Tasks with the page',
    hooks: () => ({ journal: (journal) => ({ ...journal, save: () => true }) })
  },
  {
    name: 'forgets-doubt',
    what: 'forgets with the page that an update was on its way',
    hooks: () => ({
      journal: (journal) => ({
        ...journal,
        save: ({ doubts: _, ...entry }) => journal.save(entry)
      })
    })
  },
  {
    name: 'writes-everything',
    what: 'sends whole Tasks instead of differences',
    hooks: () => ({ gateway: writesEverything })
  },
  {
    name: 'sends-twice',
    what: 'has two updates of one Task in flight',
    hooks: () => ({
      gateway: (gateway) => ({
        ...gateway,
        update(taskId, fields, options) {
          void gateway.update(taskId, fields, options);
          return gateway.update(taskId, fields, options);
        }
      })
    })
  },
  {
    name: 'swallows-the-second',
    what: 'a change during a write is lost',
    hooks: () =>
      withSync((sync) => ({
        setDraft(key, draft, facts) {
          if (sync.status(key)?.phase !== 'saving') sync.setDraft(key, draft, facts);
        }
      }))
  },
  {
    name: 'revives-the-deleted',
    what: 'creates a deleted Task again',
    hooks: () => ({ gateway: createsAgain })
  },
  {
    name: 'unanswered-is-saved',
    what: 'takes no answer for success',
    hooks: () =>
      answers((result, taskId) =>
        failureOf(result) === 'unknown_outcome' ? { ok: true, taskId } : result
      )
  },
  {
    name: 'all-or-nothing',
    what: 'one refused field keeps the whole Task from being saved',
    hooks: () =>
      answers((result) =>
        result.ok || result.failure.type !== 'field'
          ? result
          : { ok: false, failure: { ...result.failure, type: 'permanent' } }
      )
  },
  {
    name: 'no-pause',
    what: 'tries again at once after every failure',
    hooks: () => ({
      sync(sync) {
        sync.subscribe((key, status) => {
          if (status?.phase === 'waiting') void Promise.resolve().then(() => sync.retry(key));
        });
        return sync;
      }
    })
  },
  {
    name: 'ignores-retry-after',
    what: 'comes back before the server allows',
    hooks: () =>
      answers((result) =>
        result.ok
          ? result
          : { ok: false, failure: { type: result.failure.type, message: result.failure.message } }
      )
  },
  {
    name: 'deaf-to-sign-in',
    what: 'goes on waiting after the agent has signed in again',
    hooks: () =>
      withSync((sync) => ({
        resume: (reason) => reason !== 'signed_in' && sync.resume(reason)
      }))
  },
  {
    name: 'task-for-alerts',
    what: 'makes a Task of an alert that was never answered',
    hooks: () => ({ deservesTask: ({ isSupervisor }) => !isSupervisor })
  },
  {
    name: 'task-for-supervisors',
    what: 'makes a Task of listening in',
    hooks: () => ({ deservesTask: ({ isLeg, isSupervisor }) => isLeg || isSupervisor })
  },
  {
    name: 'no-overlap',
    what: 'closes its socket at the notice of a planned close, before the next one is open',
    hooks: () =>
      sockets({
        hear(text, socket) {
          if (!text.includes('socket_closing')) return true;
          const lost = socket.onclose;
          socket.close();
          lost?.({} as never);
          return false;
        }
      })
  },
  {
    name: 'deaf-to-silence',
    what: 'takes a socket that has fallen silent for a good one',
    hooks: () =>
      sockets({
        say(_, socket) {
          socket.onmessage?.({ data: '{"topicName":"channel.metadata"}' } as never);
          return false;
        }
      })
  },
  {
    name: 'stays-signed-out',
    what: 'does not go on when a token has ended in mid-call',
    hooks: () => ({
      genesys(options) {
        let isSignedIn = false;
        return {
          ...options,
          addMessageListener: (listener) =>
            options.addMessageListener((message) => {
              if (!isSignedIn) listener(message);
              isSignedIn = true;
            })
        };
      }
    })
  },
  {
    name: 'believes-itself',
    what: 'does not look whether an update without an answer was carried out after a newer one',
    hooks: () => ({ gateway: believesItself })
  },
  {
    name: 'poor-over-rich',
    what: 'a snapshot in shape M replaces a newer one in shape E',
    hooks: () => ({
      merge: (older, newer, payload) => (isFlat(payload) ? newer : mergeConversation(older, newer))
    })
  }
];
