import type { Interaction } from 'c/interaction';
import type { LegStatus } from 'c/taskSync';
import {
  NOON,
  ISSUES,
  ago,
  interaction,
  row,
  status
} from '../../softphonePanel/__tests__/data/views';
import {
  addressOf,
  formatPhone,
  iconOf,
  markOf,
  partyOf,
  stageOf,
  timesOf
} from '../softphoneView';

describe('stage', () => {
  const ended = { disconnectedTime: ago(12), state: 'disconnected' } as const;
  const cases: [string, Partial<Interaction>, string][] = [
    ['rings', { state: 'alerting', connectedTime: undefined }, 'alerting'],
    ['a callback is offered', { state: 'offering', connectedTime: undefined }, 'alerting'],
    ['is dialed', { state: 'dialing', connectedTime: undefined }, 'dialing'],
    ['is connected', {}, 'live'],
    ['is held', { held: true }, 'live'],
    ['still says connected although it ended', { disconnectedTime: ago(1) }, 'afterCallWork'],
    ['ended, wrap-up required', ended, 'afterCallWork'],
    ['ended, wrap-up not required', { ...ended, wrapUp: { required: false } }, 'done'],
    ['ended, code set', { ...ended, wrapUp: { required: true, code: 'w1' } }, 'done'],
    [
      'ended, wrap-up optional',
      { ...ended, wrapUp: { required: true, prompt: 'optional' } },
      'done'
    ],
    [
      'ended, wrap-up optional, after-call work goes on',
      { ...ended, wrapUp: { required: true, prompt: 'optional', startAcwTime: ago(12) } },
      'afterCallWork'
    ],
    [
      'ended, code set, after-call work goes on',
      { ...ended, wrapUp: { required: true, code: 'w1', startAcwTime: ago(12) } },
      'afterCallWork'
    ],
    [
      'after-call work is over',
      { ...ended, wrapUp: { required: true, startAcwTime: ago(12), endAcwTime: ago(2) } },
      'done'
    ],
    [
      'after-call work was ended without a code',
      { ...ended, wrapUp: { required: true, startAcwTime: ago(12), skipped: true } },
      'done'
    ],
    ['was never answered', { ...ended, isLeg: false, connectedTime: undefined }, 'done']
  ];
  it.each(cases)('%s', (_name, changes, expected) => {
    expect(stageOf(interaction(changes))).toBe(expected);
  });
});

describe('party', () => {
  const cases: [Partial<Interaction>, string | undefined][] = [
    [{}, 'Blanche Stokes'],
    [{ remoteName: undefined }, '+1 317 555 0188'],
    [{ remoteName: '+13175550188' }, '+1 317 555 0188'],
    [{ remoteName: '+1 317-555-0188' }, '+1 317 555 0188'],
    [
      { remoteName: undefined, remoteAddress: 'a@example.com', subject: 'Order 4411' },
      'Order 4411'
    ],
    [{ remoteName: undefined, remoteAddress: undefined }, undefined],
    [{ remoteName: '', remoteAddress: '' }, undefined]
  ];
  it.each(cases)('%p', (changes, expected) => {
    expect(partyOf(interaction(changes))).toBe(expected);
  });
});

it.each([
  ['+13175550101', '+1 317 555 0101'],
  ['13175550101', '+1 317 555 0101'],
  ['3175550101', '+1 317 555 0101'],
  ['+1 317-555-0101', '+1 317 555 0101'],
  ['+1 317 555 0101', '+1 317 555 0101'],
  ['1 (317) 555-0101', '+1 317 555 0101'],
  ['(317) 555-0101', '+1 317 555 0101'],
  ['317.555.0101', '+1 317 555 0101'],
  ['+1\u00a0317\u2011555\u20110101', '+1 317 555 0101'],
  ['tel:+13175550101', '+1 317 555 0101'],
  ['+13175550101;ext=134', '+1 317 555 0101 x134'],
  ['tel:+13175550101;ext=134', '+1 317 555 0101 x134'],
  ['+1 317-555-0101, ext. 134', '+1 317 555 0101 x134'],
  ['(317) 555-0101 x7', '+1 317 555 0101 x7'],
  ['+13175550101x134', '+1 317 555 0101 x134'],
  ['+49 30 123456;ext=9', '+4930123456 x9'],
  ['Room ext. 134', 'Room ext. 134'],
  ['+4930123456', '+4930123456'],
  ['+49 30 123456', '+4930123456'],
  ['+49 (0)30/123-456', '+4930123456'],
  ['4411', '4411'],
  ['10-12', '10-12'],
  ['Order 317-555-0101', 'Order 317-555-0101'],
  ['Blanche Stokes', 'Blanche Stokes'],
  ['sip:ana@example.com', 'sip:ana@example.com']
])('%s reads %s', (address, expected) => {
  expect(formatPhone(address)).toBe(expected);
});

it('an address that is absent stays absent', () => {
  expect(addressOf(interaction({ remoteAddress: undefined }))).toBeUndefined();
});

it('an outbound call has its own icon', () => {
  expect(iconOf(interaction())).toBe('utility:call');
  expect(iconOf(interaction({ direction: 'outbound' }))).toBe('utility:outbound_call');
  expect(iconOf(interaction({ direction: 'outbound', type: 'email' }))).toBe('utility:email');
  expect(iconOf(interaction({ type: 'message', messageType: 'sms' }))).toBe('utility:sms');
  expect(iconOf(interaction({ type: 'message', messageType: 'whatsapp' }))).toBe('utility:chat');
});

describe('times', () => {
  it('rings since the alert', () => {
    const ringing = { state: 'alerting', alertedTime: ago(7), connectedTime: undefined } as const;
    expect(timesOf(interaction(ringing))).toEqual({ since: ago(7) });
  });

  it('after-call work counts from its start and ends at its timeout', () => {
    const wrapUp = { required: true, startAcwTime: ago(12), timeoutMs: 60_000 };
    const times = timesOf(interaction({ disconnectedTime: ago(12), wrapUp }));
    expect(times).toEqual({ since: ago(12), deadline: NOON + 48_000 });
  });

  it('a finished one stands still', () => {
    const over = { disconnectedTime: ago(100), wrapUp: { required: false } };
    expect(timesOf(interaction(over))).toEqual({ since: ago(761), until: ago(100) });
  });
});

describe('mark', () => {
  const cases: [LegStatus | undefined, string][] = [
    [undefined, 'none'],
    [status({ phase: 'idle' }), 'none'],
    [status({ phase: 'saving' }), 'saving'],
    [status(), 'saved'],
    [status({ issues: ISSUES }), 'saved_partly'],
    [status({ phase: 'waiting' }), 'waiting'],
    [status({ phase: 'needs_you' }), 'needs_you'],
    [status({ phase: 'gone' }), 'gone']
  ];
  it.each(cases)('%p', (given, expected) => {
    expect(markOf(row({ status: given }))).toBe(expected);
  });
});
