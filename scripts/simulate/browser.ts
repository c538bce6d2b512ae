import type { Locks, Store, TabChannel } from 'c/ports';
import type { World } from './world';

/** What the tabs of one browser have in common. */
export interface Browser {
  storage: Store & { items: Map<string, string> };
  /** Each tab has its own view, so that closing the tab lets go of what it holds. */
  locksOf(isAlive: () => boolean): Locks & { release(): void };
  channelOf(isAlive: () => boolean): TabChannel;
}

export function createBrowser({ time, conditions }: World): Browser {
  const items = new Map<string, string>();
  const channels: { channel: TabChannel; isAlive: () => boolean }[] = [];
  const line: { owner: object; isAlive: () => boolean; grant: () => void }[] = [];
  let holder: object | undefined;

  function next(): void {
    if (holder) return;
    const first = line.shift();
    if (!first) return;
    if (!first.isAlive()) {
      next();
      return;
    }
    holder = first.owner;
    time.after(5, () => (first.isAlive() ? first.grant() : letGo(first.owner)));
  }

  function letGo(owner: object): void {
    if (holder !== owner) return;
    holder = undefined;
    next();
  }

  return {
    storage: {
      items,
      getItem: (name) => items.get(name) ?? null,
      setItem(name, value) {
        if (conditions.reigns('storageRefuses')) throw new Error('QuotaExceededError');
        items.set(name, value);
      },
      removeItem(name) {
        items.delete(name);
      },
      names: () => [...items.keys()]
    },
    locksOf(isAlive) {
      const owner = {};
      return {
        request: (_, run) =>
          new Promise((resolve) => {
            const grant = (): void =>
              void run().then(() => {
                letGo(owner);
                resolve(undefined);
              });
            line.push({ owner, isAlive, grant });
            next();
          }),
        release: () => letGo(owner)
      };
    },
    channelOf(isAlive) {
      const channel: TabChannel = {
        onmessage: null,
        postMessage(data) {
          for (const other of channels) {
            if (other.channel === channel) continue;
            time.after(1, () => {
              if (other.isAlive()) other.channel.onmessage?.({ data });
            });
          }
        },
        close() {}
      };
      channels.push({ channel, isAlive });
      return channel;
    }
  };
}
