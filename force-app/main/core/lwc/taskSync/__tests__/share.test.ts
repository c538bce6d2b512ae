import type { TabChannel } from 'c/ports';
import { fromShared } from '../followerStatus';
import { shareAmongTabs } from '../share';
import type { LegStatus } from '../status';

const now = 1_700_000_000_000;
const status: LegStatus = {
  key: 'c:1',
  phase: 'needs_you',
  fieldCount: 2,
  fields: { Subject: 'Blanche Stokes', Amount__c: 12 },
  sources: { Subject: 'Call.Ani' },
  taskId: '00T000000000001AAA',
  savedAt: now,
  issues: [
    { type: 'too_long', field: 'Reason__c', value: 'a customer’s words', action: 'cut' },
    {
      type: 'refused',
      field: 'X__c',
      attribute: 'Call.Ani',
      code: 'CUSTOM',
      message: 'Not like this.',
      action: 'left_out'
    }
  ],
  failure: { type: 'permanent', message: 'Choose a wrap-up code first.' },
  failureLabel: 'Softphone_Save_Refused',
  watchUntil: now + 1
};

const shared = {
  key: 'c:1',
  phase: 'needs_you',
  fieldCount: 2,
  saved: ['Subject', 'Amount__c'],
  taskId: '00T000000000001AAA',
  savedAt: now,
  watchUntil: now + 1,
  refused: [status.issues[1]],
  failure: { type: 'permanent', message: 'Choose a wrap-up code first.' }
};

/** Tabs that hear each other, but not themselves, like a BroadcastChannel. */
function tabs(writers: boolean[]) {
  const channels: TabChannel[] = [];
  const said: unknown[] = [];
  const made = writers.map((isWriter) => {
    const heard: unknown[] = [];
    const channel: TabChannel = {
      onmessage: null,
      postMessage(data) {
        const copy: unknown = JSON.parse(JSON.stringify(data));
        said.push(copy);
        for (const other of channels) {
          if (other !== channel) other.onmessage?.({ data: copy });
        }
      },
      close() {}
    };
    channels.push(channel);
    const share = shareAmongTabs({
      channel,
      clock: () => now,
      isWriter: () => isWriter,
      statuses: () => [status],
      onStatus: (...what) => heard.push(['status', ...what]),
      onChanged: (...what) => heard.push(['changed', ...what]),
      onRetry: (...what) => heard.push(['retry', ...what]),
      onDropped: (...what) => heard.push(['dropped', ...what])
    });
    return { share, heard, channel };
  }) as [Tab, Tab, Tab];
  return { tabs: made, said };
}
type Tab = { share: ReturnType<typeof shareAmongTabs>; heard: unknown[]; channel: TabChannel };

describe('what tabs tell each other', () => {
  it.each<[string, (tab: { writer: Tab['share']; follower: Tab['share'] }) => void, unknown[][]]>([
    [
      'the writer’s statuses reach the followers',
      ({ writer }) => writer.status('c:1', status),
      [[], [['status', 'c:1', shared]], [['status', 'c:1', shared]]]
    ],
    [
      'a forgotten leg is told',
      ({ writer }) => writer.status('c:1', undefined),
      [[], [['status', 'c:1', undefined]], [['status', 'c:1', undefined]]]
    ],
    [
      'a new tab asks for all of them',
      ({ follower }) => follower.ask(),
      [[], [['status', 'c:1', shared]], [['status', 'c:1', shared]]]
    ],
    [
      'that notes were typed in a follower reaches every other tab',
      ({ follower }) => follower.changed('c:1'),
      [[['changed', 'c:1']], [], [['changed', 'c:1']]]
    ],
    [
      'a retry reaches the writer',
      ({ follower }) => follower.retry('c:1'),
      [[['retry', 'c:1']], [], []]
    ],
    [
      'a retry of all reaches the writer',
      ({ follower }) => follower.retry(),
      [[['retry', undefined]], [], []]
    ]
  ])('%s', (_, act, expected) => {
    const [writer, follower, other] = tabs([true, false, false]).tabs;
    act({ writer: writer.share, follower: follower.share });
    expect([writer.heard, follower.heard, other.heard]).toEqual(expected);
  });

  it('is no value of any field and no value of any issue', () => {
    const { tabs: made, said } = tabs([true, false, false]);
    made[0].share.status('c:1', status);
    made[1].share.changed('c:1');
    expect(JSON.stringify(said)).not.toMatch(/Blanche|12[,}]|customer/);
  });

  it('a follower shows the writer’s status with the values of its own draft', () => {
    const { tabs: made } = tabs([true, false, false]);
    made[0].share.status('c:1', status);
    const [, , told] = made[1].heard[0] as [string, string, Parameters<typeof fromShared>[0]];
    const issue = { type: 'rounded', field: 'Amount__c', action: 'rounded' } as const;
    const draft = {
      fields: { Subject: 'Blanche Stokes', Amount__c: 13, Other__c: 'not saved' },
      sources: { Subject: 'Call.Ani' },
      issues: [issue]
    };
    expect(fromShared(told, draft)).toEqual({
      ...status,
      fields: { Subject: 'Blanche Stokes', Amount__c: 13 },
      issues: [issue, status.issues[1]]
    });
    expect(fromShared(told, undefined)).toMatchObject({ phase: 'needs_you', fields: {} });
  });

  it('does nothing without a channel', () => {
    const share = shareAmongTabs({
      channel: undefined,
      clock: () => now,
      isWriter: () => false,
      statuses: () => [],
      onStatus: () => {},
      onChanged: () => {},
      onRetry: () => {}
    });
    expect(() => {
      share.ask();
      share.status('c:1', status);
      share.close();
    }).not.toThrow();
  });

  it('a channel that was closed makes nothing fail', () => {
    const dropped: string[] = [];
    const share = shareAmongTabs({
      channel: {
        onmessage: null,
        postMessage() {
          throw new Error('InvalidStateError');
        },
        close() {}
      },
      clock: () => now,
      isWriter: () => true,
      statuses: () => [],
      onStatus: () => {},
      onChanged: () => {},
      onRetry: () => {},
      onDropped: (kind) => dropped.push(kind)
    });
    share.status('c:1', status);
    expect(dropped).toEqual(['not sent']);
  });
});

let deep: unknown = 'c:1';
for (let level = 0; level < 10_000; level += 1) deep = [deep];

const told = (facts: object): unknown => ({ type: 'status', status: { ...shared, ...facts } });

/** None of these is a message of ours. */
const forged: [what: string, message: unknown][] = [
  ['nothing', undefined],
  ['null', null],
  ['a text', 'ask'],
  ['a number', 7],
  ['a list', [{ type: 'ask' }]],
  ['10,000 levels', deep],
  ['no type', { key: 'c:1' }],
  ['a type nobody knows', { type: 'write', key: 'c:1' }],
  ['a type of every object', { type: 'constructor', key: 'c:1' }],
  ['a type that is a list', { type: ['ask'] }],
  ['an earlier version’s choices', { type: 'choices', key: 'c:1', choices: { notes: 'forged' } }],
  ['a change without a key', { type: 'changed' }],
  ['a change of a key that is none', { type: 'changed', key: '__proto__' }],
  ['a change of a deep key', { type: 'changed', key: deep }],
  ['a change of an endless key', { type: 'changed', key: `${'c'.repeat(1e6)}:1` }],
  ['a retry of a number', { type: 'retry', key: 7 }],
  ['a retry of null', { type: 'retry', key: null }],
  ['a forgotten leg of an object', { type: 'forgotten', key: { toString: 'c:1' } }],
  ['no status', { type: 'status' }],
  ['an earlier version’s status', { type: 'status', key: 'c:1', status: undefined }],
  ['a deep status', { type: 'status', status: deep }],
  ['a status of no leg', told({ key: 'nothing' })],
  ['a phase nobody knows', told({ phase: 'hacked' })],
  ['a phase of every object', told({ phase: 'toString' })],
  ['a count that is a text', told({ fieldCount: '2' })],
  ['a count below nothing', told({ fieldCount: -1 })],
  ['an endless count', told({ fieldCount: Infinity })]
];

describe('a forged message', () => {
  it.each(forged)('%s: dropped and counted, and the next one is heard', (_, message) => {
    for (const isWriter of [true, false]) {
      const [mine, other] = tabs([isWriter, !isWriter, false]).tabs;
      mine.channel.onmessage?.({ data: message });
      other.share.changed('c:1');
      expect(mine.heard).toEqual([
        ['dropped', 'message'],
        ['changed', 'c:1']
      ]);
    }
  });

  it.each<[string, object, object]>([
    ['a task id that is none', { taskId: '003000000000001AAA' }, { taskId: undefined }],
    ['a time in the year 9999', { savedAt: Date.UTC(9999, 0) }, { savedAt: undefined }],
    ['a time that is a text', { retryAt: 'soon' }, {}],
    ['saved fields that are a text', { saved: 'Subject' }, { saved: [] }],
    [
      'saved fields of every object',
      { saved: ['__proto__', 'Subject', 7] },
      { saved: ['Subject'] }
    ],
    ['a failure nobody knows', { failure: { type: 'x', message: '' } }, { failure: undefined }],
    [
      'a failure of every object',
      { failure: { type: 'valueOf', message: '' } },
      { failure: undefined }
    ],
    [
      'a failure without end',
      { failure: { type: 'permanent', message: 'x'.repeat(1e6) } },
      { failure: undefined }
    ],
    ['refusals that are none', { refused: [null, 7, { field: 'X' }] }, { refused: [] }],
    ['facts nobody knows', { fields: { Subject: 'forged' }, key2: 1 }, {}]
  ])('%s: the rest is shown', (_, facts, expected) => {
    const [follower] = tabs([false, false, false]).tabs;
    follower.channel.onmessage?.({ data: told(facts) });
    const wanted = JSON.parse(JSON.stringify({ ...shared, ...expected })) as object;
    expect(JSON.parse(JSON.stringify(follower.heard))).toEqual([['status', 'c:1', wanted]]);
  });
});
