import type { ConnectionFault } from 'c/genesysAddress';
import type { Locks, Store } from 'c/ports';
import type { SoftphoneSettings } from 'c/salesforceOrg';
import { createTaskWriter } from 'c/taskKeeper';
import { createSession } from '../softphoneSession';
import { ANA, ORG, callEvent, memoryOrg, settle, silentGenesys, virtualTime } from './doubles';
import type { CallState } from './doubles';

/** The part of localStorage that the journal uses; lives on while a session is rebuilt. */
export function memoryStorage(): Store {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    names: () => [...items.keys()]
  };
}

export interface Setting {
  storage?: Store;
  org?: ReturnType<typeof memoryOrg>;
  time?: ReturnType<typeof virtualTime>;
  /** Shared by the tabs of one browser. */
  locks?: Locks;
}

export function setUp({
  storage = memoryStorage(),
  org = memoryOrg(),
  time = virtualTime(),
  locks
}: Setting = {}) {
  const genesys = silentGenesys();
  /** The settings of each adapter that was made. */
  const created: SoftphoneSettings[] = [];
  let fault: ConnectionFault | undefined;
  const session = createSession({
    clock: time.clock,
    timers: time.timers,
    storage,
    locale: 'en-US',
    timeZone: 'UTC',
    createGenesys(settings) {
      created.push(settings);
      return fault ?? genesys.cloud;
    },
    createWriter: (options) =>
      createTaskWriter(
        {
          gateway: org.gateway,
          storage,
          locks,
          openChannel: () => undefined,
          clock: time.clock,
          timers: time.timers,
          random: () => 0.5,
          randomBytes: (count) => new Uint8Array(count),
          namespace: 'test'
        },
        options
      )
  });
  genesys.answers.start = async () => {
    genesys.emit({ type: 'user', user: { id: ANA, name: 'Ana Ruiz' } });
    genesys.emit({ type: 'connection', state: 'live', since: time.clock() });
    genesys.emit({ type: 'reread', done: false });
    genesys.emit({ type: 'reread', done: true });
    return { ok: true, value: { id: ANA, name: 'Ana Ruiz' } };
  };
  const call = async (state: CallState): Promise<void> => {
    genesys.emit(callEvent(state, time.clock()));
    await settle();
  };
  /** The settings have this fault from now on. */
  const makes = (next: ConnectionFault | undefined): void => {
    fault = next;
  };
  return { ...genesys, created, session, org, time, storage, call, makes };
}

/** A session of Ana's that is up and has read that nothing goes on. */
export async function signedIn(options: Setting = {}) {
  const all = setUp(options);
  all.session.setOrg(ORG);
  all.emit({ type: 'signedIn', expiresAt: 0 });
  await settle();
  return all;
}
