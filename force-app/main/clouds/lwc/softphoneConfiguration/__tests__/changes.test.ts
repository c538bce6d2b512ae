import type { TabChannel } from 'c/ports';
import { followChanges, tellChange } from 'c/softphoneConfiguration';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Channels of one browser: what one posts, all others of its name hear. */
function browserChannels() {
  const open = new Map<TabChannel, string>();
  const sent: unknown[] = [];
  const openChannel = (name: string): TabChannel => {
    const channel: TabChannel = {
      onmessage: null,
      postMessage(data) {
        sent.push(data);
        for (const [other, otherName] of open)
          if (other !== channel && otherName === name) other.onmessage?.({ data });
      },
      close: () => void open.delete(channel)
    };
    open.set(channel, name);
    return channel;
  };
  return { open, openChannel, sent };
}

const clock = {
  now: () => Date.now(),
  // eslint-disable-next-line @lwc/lwc/no-async-operation
  set: (run: () => void, ms: number) => setTimeout(run, ms),
  clear: (timer: unknown) => clearTimeout(timer as NodeJS.Timeout)
};

function follow(read = jest.fn(async () => {}), openChannel = browserChannels().openChannel) {
  const followed = followChanges({ openChannel, clock, random: () => 0, read });
  return { read, followed };
}

beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-03-02T15:00:00Z') }));
afterEach(() => jest.useRealTimers());

const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

describe('a change told by setup', () => {
  it('is read within seconds, and nothing but that it was is told', async () => {
    const { open, openChannel, sent } = browserChannels();
    const { read } = follow(undefined, openChannel);
    await pass(MINUTE);
    tellChange(openChannel);
    expect(sent).toEqual([{ type: 'configuration_changed' }]);
    expect(open.size).toBe(1);
    await pass(SECOND);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['a set of fifteen in one go', 15, 0, 1],
    ['one each second for half a minute', 30, SECOND, 10],
    ['a flood: 20 a second for 20 seconds', 400, 50, 7]
  ])('%s is read at most every three seconds', async (_name, count, every, most) => {
    const { openChannel } = browserChannels();
    const { read } = follow(undefined, openChannel);
    await pass(MINUTE);
    for (let told = 0; told < count; told += 1) {
      tellChange(openChannel);
      await pass(every);
    }
    await pass(4 * SECOND);
    expect(read.mock.calls.length).toBeGreaterThanOrEqual(Math.floor(most / 2));
    expect(read.mock.calls.length).toBeLessThanOrEqual(most + 1);
  });

  it('while it is being read, is read once more', async () => {
    const { openChannel } = browserChannels();
    let done = (): void => {};
    const { read } = follow(
      jest.fn(() => new Promise<void>((resolve) => (done = resolve))),
      openChannel
    );
    await pass(MINUTE);
    tellChange(openChannel);
    await pass(SECOND);
    tellChange(openChannel);
    await pass(10 * SECOND);
    expect(read).toHaveBeenCalledTimes(1);
    done();
    await pass(3 * SECOND);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it.each([null, undefined, 'configuration_changed', 7, [], {}, { type: 'retry' }, { type: {} }])(
    'is no message like %p',
    async (data) => {
      const { openChannel } = browserChannels();
      const { read } = follow(undefined, openChannel);
      openChannel('softphone:configuration').postMessage(data);
      await pass(MINUTE);
      expect(read).not.toHaveBeenCalled();
    }
  );

  it('is told by nobody where the browser has no channel', async () => {
    const { read } = follow(undefined, (() => undefined) as never);
    expect(() => tellChange(() => undefined)).not.toThrow();
    await pass(6 * MINUTE);
    expect(read).toHaveBeenCalled();
  });
});

describe('a change that nobody told', () => {
  it('is read every few minutes, whether the last reading worked or not', async () => {
    const { read } = follow(jest.fn(async () => Promise.reject(new Error('offline'))));
    await pass(10 * MINUTE);
    expect(read).toHaveBeenCalledTimes(4);
  });

  it('also when a reading is never answered', async () => {
    const { read } = follow(jest.fn(() => new Promise<void>(() => {})));
    await pass(5 * MINUTE);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('is read when the softphone is looked at again, not at every glance', async () => {
    const { read, followed } = follow();
    followed.lookedAt();
    expect(read).toHaveBeenCalledTimes(0);
    await pass(40 * SECOND);
    followed.lookedAt();
    followed.lookedAt();
    expect(read).toHaveBeenCalledTimes(1);
    await pass(10 * SECOND);
    followed.lookedAt();
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('a clock that was set back holds nothing up', async () => {
    const { read, followed } = follow();
    jest.setSystemTime(Date.now() - 24 * 60 * MINUTE);
    followed.lookedAt();
    expect(read).toHaveBeenCalledTimes(1);
  });
});

it('ends with the softphone', async () => {
  const { open, openChannel } = browserChannels();
  const { read, followed } = follow(undefined, openChannel);
  followed.stop();
  tellChange(openChannel);
  await pass(20 * MINUTE);
  expect(read).not.toHaveBeenCalled();
  expect(open.size).toBe(0);
});

it('ends with the softphone also while it reads', async () => {
  let done = (): void => {};
  const { read, followed } = follow(
    jest.fn(() => new Promise<void>((resolve) => (done = resolve)))
  );
  await pass(3 * MINUTE);
  followed.stop();
  done();
  await pass(20 * MINUTE);
  expect(read).toHaveBeenCalledTimes(1);
});
