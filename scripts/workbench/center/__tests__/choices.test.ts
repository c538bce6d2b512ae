import type { StartType } from '../../genesys/startTypes';
import type * as choicesApi from '../data/choices';
import type { Overview } from '../data/centerApi';
import { attributesOf } from '../data/form';

const overview = {
  agents: [
    { key: 'agent', name: 'Ana Ruiz' },
    { key: 'agent2', name: 'Ben Okafor' }
  ],
  queues: [
    { name: 'Helpdesk', codes: [] },
    { name: 'Sales', codes: [] }
  ],
  campaign: {
    contactList: {
      contacts: [
        { id: 'c1', data: { Name: 'Noor Haddad' } },
        { id: 'c2', data: { Name: 'Paul Etxea' } }
      ]
    }
  }
} as unknown as Overview;

describe('what a field of the start form is chosen from', () => {
  let api: typeof choicesApi;
  beforeAll(async () => {
    Object.assign(globalThis, { workbench: { user: 'agent2' } });
    api = await import('../data/choices');
  });

  type Case = [
    string,
    Parameters<typeof choicesApi.choicesOf>[2],
    Partial<StartType>,
    values: string[],
    selected: string[]
  ];
  const cases: Case[] = [
    [
      'whom an interaction is for: whose console this is',
      { name: 'agent', input: 'agent' },
      {},
      ['', 'agent', 'agent2'],
      ['agent2']
    ],
    [
      'who calls: nobody is no choice',
      { name: 'agent', input: 'agent', required: true },
      {},
      ['agent', 'agent2'],
      ['agent2']
    ],
    [
      'who is called: somebody else',
      { name: 'toAgent', input: 'agent', required: true },
      {},
      ['agent', 'agent2'],
      ['agent']
    ],
    [
      'the queue of a call that comes in',
      { name: 'queue', input: 'queue', fallback: 'Helpdesk' },
      {},
      ['Helpdesk', 'Sales', 'no queue'],
      ['Helpdesk']
    ],
    [
      'the queue of a call that goes out',
      { name: 'queue', input: 'queue', fallback: 'Helpdesk' },
      { direction: 'outbound' },
      ['Helpdesk', 'Sales', 'no queue'],
      ['no queue']
    ],
    [
      'a campaign’s contact',
      { name: 'contact', input: 'contact', fallback: 'Paul Etxea' },
      {},
      ['c1', 'c2'],
      ['c2']
    ],
    ['what is typed', { name: 'name', input: 'text' }, {}, [], []]
  ];
  it.each(cases)('%s', (_, field, type, values, selected) => {
    const started = { type: 'call', direction: 'inbound', label: '', fields: [], ...type } as const;
    const choices = api.choicesOf(overview, started, field);
    expect(choices.map(({ value }) => value)).toEqual(values);
    expect(choices.filter((one) => one.selected).map(({ value }) => value)).toEqual(selected);
  });
});

describe('participant data as it is typed', () => {
  it.each([
    [undefined, {}],
    ['', {}],
    ['reason = Upgrade', { reason: 'Upgrade' }],
    ['a=1\n\n b = 2=3 \nempty', { a: '1', b: '2=3', empty: '' }]
  ])('%j', (text, attributes) => expect(attributesOf(text)).toEqual(attributes));
});
