import { shareAmongTabs, type Channel } from '../share';
import type { LegStatus } from '../status';

const status = { key: 'c:1', phase: 'saved' } as LegStatus;

/** Tabs that hear each other, but not themselves, like a BroadcastChannel. */
function tabs(writers: boolean[]) {
  const channels: Channel[] = [];
  return writers.map((isWriter) => {
    const heard: unknown[] = [];
    const channel: Channel = {
      onmessage: null,
      postMessage(data) {
        for (const other of channels) {
          if (other !== channel) other.onmessage?.({ data: data });
        }
      },
      close() {}
    };
    channels.push(channel);
    const share = shareAmongTabs({
      channel,
      isWriter: () => isWriter,
      statuses: () => [status],
      onStatus: (...what) => heard.push(['status', ...what]),
      onChoices: (...what) => heard.push(['choices', ...what]),
      onRetry: (...what) => heard.push(['retry', ...what])
    });
    return { share, heard };
  }) as [Tab, Tab, Tab];
}
type Tab = { share: ReturnType<typeof shareAmongTabs>; heard: unknown[] };

describe('what tabs tell each other', () => {
  it.each<[string, (tab: { writer: Tab['share']; follower: Tab['share'] }) => void, unknown[][]]>([
    [
      'the writer’s statuses reach the followers',
      ({ writer }) => writer.status('c:1', status),
      [[], [['status', 'c:1', status]], [['status', 'c:1', status]]]
    ],
    [
      'a new tab asks for all of them',
      ({ follower }) => follower.ask(),
      [[], [['status', 'c:1', status]], [['status', 'c:1', status]]]
    ],
    [
      'notes typed in a follower reach every other tab',
      ({ follower }) => follower.choices('c:1', { notes: 'n' }),
      [[['choices', 'c:1', { notes: 'n' }]], [], [['choices', 'c:1', { notes: 'n' }]]]
    ],
    [
      'a retry reaches the writer',
      ({ follower }) => follower.retry('c:1'),
      [[['retry', 'c:1']], [], []]
    ]
  ])('%s', (_, act, expected) => {
    const [writer, follower, other] = tabs([true, false, false]);
    act({ writer: writer.share, follower: follower.share });
    expect([writer.heard, follower.heard, other.heard]).toEqual(expected);
  });

  it('does nothing without a channel', () => {
    const share = shareAmongTabs({
      channel: undefined,
      isWriter: () => false,
      statuses: () => [],
      onStatus: () => {},
      onChoices: () => {},
      onRetry: () => {}
    });
    expect(() => {
      share.ask();
      share.status('c:1', status);
      share.close();
    }).not.toThrow();
  });
});
