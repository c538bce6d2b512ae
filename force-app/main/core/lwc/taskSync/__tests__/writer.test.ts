import type { Locks } from 'c/ports';
import { electWriter } from '../writer';
import { settle } from './rig';

/** The browser's lock manager for one name: first come, first served, held until released. */
function fakeLocks(): Locks & { waiting: number } {
  let last: Promise<unknown> = Promise.resolve();
  const locks = {
    waiting: 0,
    request(_: string, run: () => Promise<void>) {
      locks.waiting += 1;
      const mine = last.then(() => {
        locks.waiting -= 1;
        return run();
      });
      last = mine.catch(() => undefined);
      return mine;
    }
  };
  return locks;
}

const tab = (locks: Locks | undefined) => {
  const told: string[] = [];
  const writer = electWriter({
    locks,
    name: 'softphone',
    onElected: () => told.push('elected'),
    onLost: () => told.push('lost')
  });
  return { told, ...writer };
};

describe('one writer among tabs', () => {
  it('elects the first and promotes the next when it resigns', async () => {
    const locks = fakeLocks();
    const [one, two] = [tab(locks), tab(locks)];
    await settle();
    expect([one.told, two.told]).toEqual([['elected'], []]);
    one.resign();
    await settle();
    expect([one.told, two.told]).toEqual([['elected'], ['elected']]);
  });

  it('a tab that resigned in the line is passed over', async () => {
    const locks = fakeLocks();
    const [one, two, three] = [tab(locks), tab(locks), tab(locks)];
    await settle();
    two.resign();
    one.resign();
    await settle();
    expect([two.told, three.told]).toEqual([[], ['elected']]);
  });

  it('without locks every tab writes', () => {
    expect(tab(undefined).told).toEqual(['elected']);
  });

  it.each<[string, Locks]>([
    ['rejects', { request: () => Promise.reject(new Error('SecurityError')) }],
    [
      'throws',
      {
        request: () => {
          throw new Error('SecurityError');
        }
      }
    ]
  ])('a lock manager that %s does not stop the tab from writing', async (_, locks) => {
    const { told } = tab(locks);
    await settle();
    expect(told).toEqual(['elected']);
  });

  /** A lock that the test takes away. */
  function stealable() {
    const thefts: (() => void)[] = [];
    const locks: Locks = {
      request: (_, run) =>
        new Promise((__, reject) => {
          void run().then(() => undefined);
          thefts.push(() => reject(new Error('AbortError')));
        })
    };
    return { locks, thefts };
  }

  it('stops when the lock is stolen, and waits in line again', async () => {
    const { locks, thefts } = stealable();
    const { told } = tab(locks);
    thefts[0]?.();
    await settle();
    expect(told).toEqual(['elected', 'lost', 'elected']);
    thefts[1]?.();
    await settle();
    expect(told).toEqual(['elected', 'lost', 'elected', 'lost', 'elected']);
  });

  it('whoever resigned does not come back when the lock is stolen', async () => {
    const { locks, thefts } = stealable();
    const { told, resign } = tab(locks);
    resign();
    thefts[0]?.();
    await settle();
    expect(told).toEqual(['elected']);
    expect(thefts).toHaveLength(1);
  });

  it('what goes wrong while becoming the writer is no stolen lock', async () => {
    const locks = fakeLocks();
    const told: unknown[] = [];
    electWriter({
      locks,
      name: 'softphone',
      onElected() {
        throw new Error('entry');
      },
      onLost: () => told.push('lost'),
      onFault: (thrown) => told.push((thrown as Error).message)
    });
    const next = tab(locks);
    await settle();
    // It holds its lock: nobody else was let in.
    expect([told, next.told]).toEqual([['entry'], []]);
  });
});
