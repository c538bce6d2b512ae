// One participant with several communications: a consult, a dropped phone, a transfer. Made by hand; ids and numbers are
// invented.
import { attributesOf, interactionsOf } from '../interaction';
import { hearAll } from './data/conversationOf';

const AGENT = 'u-ana';
const context = { region: 'mypurecloud.com' };
const at = (minute: number, second = 0): string =>
  new Date(Date.UTC(2026, 4, 6, 9, minute, second)).toISOString();

type Json = Record<string, unknown>;

const call = (id: string, from: number, to?: number, more: Json = {}): Json => ({
  id,
  state: to === undefined ? 'connected' : 'disconnected',
  direction: 'inbound',
  connectedTime: at(from),
  ...(to !== undefined && { disconnectedTime: at(to) }),
  ...more
});
const consult = (from: number, to?: number, more: Json = {}): Json =>
  call('k-consult', from, to, { direction: 'outbound', ...more });

/** Shape E. The customer is there from minute 0. */
const shapeE = (calls: Json[], agent: Json = {}, customer: Json[] = [call('k-customer', 0)]) => ({
  id: 'c-1',
  participants: [
    { id: 'p-customer', purpose: 'customer', connectedTime: at(0), calls: customer },
    { id: 'p-agent', purpose: 'agent', userId: AGENT, connectedTime: at(1), calls, ...agent }
  ]
});

/** Shape M of the agent's calls: no ids, one of them. */
const shapeM = (agent: Json) => ({
  id: 'c-1',
  selfUri: '/api/v2/conversations/calls/c-1',
  participants: [
    { id: 'p-customer', purpose: 'customer', state: 'connected', connectedTime: at(0) },
    { id: 'p-agent', purpose: 'agent', user: { id: AGENT }, direction: 'inbound', ...agent }
  ]
});

function seen(payloads: object[]): object {
  const conversation = hearAll(payloads)!;
  const [interaction] = interactionsOf(conversation, AGENT);
  const all = attributesOf(conversation, 'p-agent', context);
  return {
    id: interaction?.communicationId,
    state: interaction?.state,
    direction: interaction?.direction,
    code: interaction?.wrapUp.code,
    left: all['Salesforce.DisconnectedTime'],
    duration: all['Salesforce.CallDuration'],
    afterCall: all['Salesforce.AfterCallTime']
  };
}

const main = (to?: number, more: Json = {}): Json => call('k-main', 1, to, more);
const held = { held: true };
const work = (from: number, to: number, code: string): Json => ({
  afterCallWork: { state: 'complete', startTime: at(from), endTime: at(to) },
  wrapup: { code }
});
const live = { id: 'k-main', state: 'connected', direction: 'inbound', duration: undefined };
const over = { id: 'k-main', state: 'disconnected', direction: 'inbound', duration: 1140 };

describe('a participant with several calls', () => {
  const cases: [title: string, payloads: object[], expected: object][] = [
    [
      'a consult goes on: the customer waits',
      [shapeE([consult(5), main(undefined, held)])],
      { ...live, state: 'held' }
    ],
    [
      'the consult is over, the customer goes on',
      [shapeE([main(), consult(5, 6)])],
      { ...live, left: undefined }
    ],
    [
      'all over, the consult listed last',
      [shapeE([main(20), consult(5, 6)])],
      { ...over, left: at(20) }
    ],
    [
      'all over, the consult listed first',
      [shapeE([consult(5, 6), main(20)])],
      { ...over, left: at(20) }
    ],
    [
      'the participant ended after its calls',
      [shapeE([consult(5, 6), main(20)], { endTime: at(21) })],
      { ...over, left: at(21), duration: 1200 }
    ],
    [
      'the consult went on when the customer had gone: the stay ends with it',
      [shapeE([consult(5, 22), main(20, work(22, 23, 'sold'))])],
      { ...over, id: 'k-consult', left: at(22), duration: 1260, code: 'sold', afterCall: 60 }
    ],
    [
      'wrapped up: the code and the work of the consult are not those of the stay',
      [shapeE([main(20, work(20, 21, 'sold')), consult(5, 6, work(6, 9, 'asked'))])],
      { ...over, code: 'sold', afterCall: 60 }
    ],
    [
      'only the consult is wrapped up so far',
      [shapeE([main(20), consult(5, 6, work(6, 9, 'asked'))])],
      { ...over, code: undefined, afterCall: undefined }
    ],
    [
      'the phone was dropped and called again',
      [shapeE([call('k-again', 7, 20, work(20, 22, 'sold')), main(6)])],
      { ...over, id: 'k-again', code: 'sold', afterCall: 120 }
    ],
    [
      'the media topic tells the end of a stay with a consult',
      [
        shapeE([main(), consult(5, 6)]),
        shapeM({ state: 'disconnected', connectedTime: at(1), endTime: at(20) })
      ],
      { ...over, left: at(20) }
    ],
    [
      'the media topic repeats what is known of it',
      [
        shapeE([main(20), consult(5, 6)], { endTime: at(20) }),
        shapeM({ state: 'disconnected', connectedTime: at(1), endTime: at(20) })
      ],
      { ...over, left: at(20) }
    ],
    [
      'the media topic comes first: its call is the one that began with it',
      [shapeM({ state: 'connected', connectedTime: at(1) }), shapeE([consult(5, 6), main(20)])],
      { ...over, left: at(20) }
    ],
    [
      'REST tells a second call of which no event has told',
      [
        shapeE([main(6)]),
        shapeM({ state: 'connected', connectedTime: at(7) }),
        shapeE([main(6), call('k-again', 7, 20)])
      ],
      { ...over, id: 'k-again', left: at(20) }
    ]
  ];
  it.each(cases)('%s', (_title, payloads, expected) => {
    expect(seen(payloads)).toMatchObject(expected);
  });
});

describe('the direction of a conversation', () => {
  const out = { direction: 'outbound' };
  const none = { direction: undefined };
  const customer = (...calls: Json[]) => shapeE([main()], {}, calls);
  const cases: [title: string, payload: object, expected: 'inbound' | 'outbound'][] = [
    ['a campaign called the customer', customer(call('k', 0, undefined, out)), 'outbound'],
    [
      'the customer called, the agent consults',
      shapeE([consult(5), main(undefined, held)]),
      'inbound'
    ],
    [
      'the customer was called back during the conversation',
      customer(call('k-2', 3, undefined, out), call('k-1', 0, 2)),
      'inbound'
    ],
    [
      'the customer called again after the agent had called',
      customer(call('k-2', 3), call('k-1', 0, 2, out)),
      'outbound'
    ],
    [
      'a message that the agent began',
      {
        id: 'c-1',
        participants: [
          {
            id: 'p-customer',
            purpose: 'customer',
            messages: [call('k', 0, undefined, out)]
          },
          { id: 'p-agent', purpose: 'agent', userId: AGENT, messages: [main()] }
        ]
      },
      'outbound'
    ],
    [
      'no customer: the leg’s own, the first in time',
      {
        id: 'c-1',
        participants: [
          { id: 'p-agent', purpose: 'user', userId: AGENT, calls: [call('k-2', 9), consult(2, 8)] },
          { id: 'p-other', purpose: 'user', userId: 'u-ben', calls: [call('k-3', 2)] }
        ]
      },
      'outbound'
    ],
    [
      'the customer’s is not told',
      shapeE([main(undefined, out)], {}, [call('k', 0, undefined, none)]),
      'outbound'
    ],
    [
      'nobody tells any',
      shapeE([main(undefined, none)], {}, [call('k', 0, undefined, none)]),
      'inbound'
    ]
  ];
  it.each(cases)('%s', (_title, payload, expected) => {
    expect(interactionsOf(hearAll([payload])!, AGENT)[0]?.direction).toBe(expected);
  });
});
