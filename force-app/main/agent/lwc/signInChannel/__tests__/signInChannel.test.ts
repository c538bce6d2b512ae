import type { TabChannel } from 'c/ports';
import { hearAnswers, tellAnswer } from '../signInChannel';
import type { SignInChannelPorts } from '../signInChannel';

/** Two tabs of one browser; what is posted arrives at once at every other channel of the name. */
function browser(isRefused = false) {
  const channels = new Map<TabChannel, string>();
  const items = new Map<string, string>();
  const tab = (): SignInChannelPorts => ({
    storage: {
      getItem: (name) => items.get(name) ?? null,
      setItem: (name, value) => void (isRefused || items.set(name, value))
    },
    randomBytes: (count) => Uint8Array.from({ length: count }, () => channels.size + 7),
    open(name) {
      const channel: TabChannel = {
        onmessage: null,
        postMessage(data) {
          for (const [other, its] of [...channels]) {
            if (other !== channel && its === name) other.onmessage?.({ data });
          }
        },
        close: () => void channels.delete(channel)
      };
      channels.set(channel, name);
      return channel;
    }
  });
  return { tab, channels };
}

const ANSWER = { type: 'genesys-sign-in', code: 'c-1', state: 's-1' };

it('hands an answer to the softphone that waits for it, and says so', () => {
  const { tab, channels } = browser();
  const heard: unknown[] = [];
  const stop = hearAnswers(tab(), (answer) => heard.push(answer) > 0);
  hearAnswers(tab(), () => false);
  const taken = jest.fn();
  tellAnswer(tab(), ANSWER, taken)();
  expect(heard).toEqual([ANSWER]);
  expect(taken).toHaveBeenCalledTimes(1);
  stop();
  expect(channels.size).toBe(1);
});

it('is on a channel of a name nobody can guess', () => {
  const { tab, channels } = browser();
  hearAnswers(tab(), () => true);
  expect([...channels.values()]).toEqual([
    expect.stringMatching(/^softphone:sign-in:[0-9a-f]{32}$/)
  ]);
});

it.each([
  ['nobody waits', () => false],
  ['another sign-in is waited for', (answer: unknown) => (answer as typeof ANSWER).state === 's-2']
])('%s: nothing is said', (_, take) => {
  const { tab } = browser();
  hearAnswers(tab(), take);
  const taken = jest.fn();
  tellAnswer(tab(), ANSWER, taken);
  expect(taken).not.toHaveBeenCalled();
});

it.each([null, 'taken', 7, { type: 'genesys-sign-in-taken' }, { type: 'x', state: 's-1' }, []])(
  'a foreign message is no confirmation: %j',
  (message) => {
    const { tab, channels } = browser();
    const taken = jest.fn();
    tellAnswer(tab(), ANSWER, taken);
    const [channel] = channels.keys();
    channel!.onmessage?.({ data: message });
    expect(taken).not.toHaveBeenCalled();
  }
);

it('does without where the storage is refused', () => {
  const { tab, channels } = browser(true);
  const stop = hearAnswers(tab(), () => true);
  const taken = jest.fn();
  tellAnswer(tab(), ANSWER, taken)();
  stop();
  expect([taken.mock.calls.length, channels.size]).toEqual([0, 0]);
});
