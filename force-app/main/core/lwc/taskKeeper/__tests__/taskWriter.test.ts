import type { Store, TabChannel } from 'c/ports';
import type { TaskGateway } from 'c/taskSync';
import { createTaskWriter } from '../taskWriter';

const KEY = 'c0000000-0000-4000-8000-000000000001:p-agent';

/** Timers that pass when told to. */
function fakeTimers() {
  let now = 0;
  const waiting = new Map<object, { at: number; run: () => void }>();
  return {
    clock: () => now,
    timers: {
      set(run: () => void, ms: number): unknown {
        const timer = {};
        waiting.set(timer, { at: now + ms, run });
        return timer;
      },
      clear: (timer: unknown): void => void waiting.delete(timer as object)
    },
    pass(ms: number): void {
      const end = now + ms;
      for (;;) {
        const due = [...waiting]
          .filter(([, { at }]) => at <= end)
          .sort((a, b) => a[1].at - b[1].at);
        const [first] = due;
        if (!first) break;
        waiting.delete(first[0]);
        now = first[1].at;
        first[1].run();
      }
      now = end;
    }
  };
}

/** A storage, and a second tab's view of it that shows changes only when told to. */
function lateStorage() {
  const items = new Map<string, string>();
  let seen = new Map<string, string>();
  const over = (view: () => Map<string, string>): Store => ({
    getItem: (name) => view().get(name) ?? null,
    setItem(name, text) {
      items.set(name, text);
      view().set(name, text);
    },
    removeItem(name) {
      items.delete(name);
      view().delete(name);
    },
    names: () => [...view().keys()]
  });
  return { own: over(() => items), late: over(() => seen), show: () => (seen = new Map(items)) };
}

function setUp() {
  const { clock, timers, pass } = fakeTimers();
  const { own, late, show } = lateStorage();
  const channels: TabChannel[] = [];
  const openChannel = (): TabChannel => {
    const channel: TabChannel = {
      onmessage: null,
      postMessage(data) {
        for (const other of channels) if (other !== channel) other.onmessage?.({ data });
      },
      close() {}
    };
    channels.push(channel);
    return channel;
  };
  const tab = (storage: Store, onChoices: (key: string) => void) =>
    createTaskWriter(
      {
        gateway: {} as TaskGateway,
        ...{ storage, openChannel, clock, timers, random: () => 0.5, locks: undefined },
        ...{ namespace: 'softphone:005', randomBytes: (count) => new Uint8Array(count).fill(7) }
      },
      {
        ...{ userId: 'ana', watchMs: 1_000_000, onChoices },
        ...{ onReread() {}, onElected() {}, onWriter() {}, onStatus() {}, onNote() {} }
      }
    );
  const heard: string[] = [];
  const other = tab(own, () => undefined);
  show();
  const mine = tab(late, (key) => heard.push(key));
  return { mine, other, heard, pass, show };
}

it.each([0, 50, 250, 1_000])('notes that show %i ms after their message are seen', (ms) => {
  const { mine, other, heard, pass, show } = setUp();
  other.choose(KEY, { notes: 'typed' });
  pass(Math.max(ms - 10, 0));
  show();
  pass(1_300);
  expect(mine.choices(KEY).notes).toBe('typed');
  expect(heard).toEqual([KEY]);
});

it('nothing is looked for after the end', () => {
  const { mine, other, heard, pass, show } = setUp();
  other.choose(KEY, { notes: 'typed' });
  mine.stop();
  show();
  pass(5_000);
  expect(heard).toEqual([]);
});
