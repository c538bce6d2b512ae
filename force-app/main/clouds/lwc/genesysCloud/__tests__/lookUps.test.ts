/** @jest-environment node */
import { openLiveDesk, USER } from './support/desk';
import type { Desk } from './support/desk';

const QUEUES = 'GET /api/v2/routing/queues';
const OWN_QUEUES = 'GET /api/v2/routing/queues/me';
const CODES = 'GET /api/v2/conversations/c/participants/p/wrapupcodes';
const call = { conversationId: 'c', participantId: 'p', media: 'call' } as const;
const page = (pageCount: number, ...names: string[]) => ({
  body: { entities: names.map((name) => ({ id: `id-${name}`, name })), pageCount }
});

let desk: Desk;
beforeEach(async () => {
  desk = await openLiveDesk();
});

describe('queues to transfer to', () => {
  it('come from all pages, by name', async () => {
    desk.server.on(QUEUES, page(2, 'Sales', 'Billing'), page(2, 'Helpdesk'));
    const queues = await desk.cloud.queues();
    expect(queues.ok && queues.value.map(({ name }) => name)).toEqual([
      'Billing',
      'Helpdesk',
      'Sales'
    ]);
    expect(desk.server.asked(QUEUES).map(({ query }) => query.pageNumber)).toEqual(['1', '2']);
  });

  it("are the user's own where others are not for them", async () => {
    desk.server.on(QUEUES, { status: 403 });
    desk.server.on(OWN_QUEUES, page(1, 'Helpdesk'));
    expect(await desk.cloud.queues()).toEqual({
      ok: true,
      value: [{ id: 'id-Helpdesk', name: 'Helpdesk' }]
    });
  });
});

describe('people to transfer to', () => {
  const SEARCH = 'POST /api/v2/users/search';
  const presence = { presenceDefinition: { id: 'p', systemPresence: 'Available' } };

  it('are searched by name, with their presence, and without the agent', async () => {
    const results = [
      { id: USER, name: 'Ana Ruiz' },
      { id: 'u', name: 'Ben Okafor', presence }
    ];
    desk.server.on(SEARCH, { body: { results } });
    expect(await desk.cloud.agents(' ben ')).toEqual({
      ok: true,
      value: [{ id: 'u', name: 'Ben Okafor', presence: 'Available' }]
    });
    expect(desk.server.requests.at(-1)!.body).toMatchObject({
      query: [
        { fields: ['name', 'email'], value: 'ben' },
        { fields: ['state'], value: 'active' }
      ]
    });
  });

  it('may be nobody', async () => {
    desk.server.on(SEARCH, { body: {} });
    expect(await desk.cloud.agents('')).toEqual({ ok: true, value: [] });
  });
});

describe('presences', () => {
  const of = (id: string, systemPresence: string, more = {}) => ({ id, systemPresence, ...more });
  const DEFINITIONS = 'GET /api/v2/presencedefinitions';
  const entities = [
    of('1', 'Available', {
      name: 'Available',
      languageLabels: { de: 'Verfügbar', en_US: 'Available', pt_BR: 'Disponível', pt: 'Disponivel' }
    }),
    of('2', 'Busy', { languageLabels: { de: 'Beschäftigt' }, name: 'Occupied' }),
    of('3', 'Meal'),
    of('4', 'Away', { name: 'Out', languageLabels: { de: '', en_US: 'Out of house' } }),
    of('5', 'Break', { name: '\u202ebreak', languageLabels: null })
  ];

  it.each([
    [undefined, ['Available', 'Occupied', 'Meal', 'Out of house', 'break']],
    ['en-GB', ['Available', 'Occupied', 'Meal', 'Out of house', 'break']],
    ['de-AT', ['Verfügbar', 'Beschäftigt', 'Meal', 'Out of house', 'break']],
    ['de', ['Verfügbar', 'Beschäftigt', 'Meal', 'Out of house', 'break']],
    ['pt-BR', ['Disponível', 'Occupied', 'Meal', 'Out of house', 'break']],
    ['fr-FR', ['Available', 'Occupied', 'Meal', 'Out of house', 'break']]
  ])('have the names of the language %s', async (locale, names) => {
    const own = await openLiveDesk(locale ? { locale } : {});
    own.server.on(DEFINITIONS, { body: { entities } });
    const read = await own.cloud.presences();
    expect(read.ok && read.value.map(({ name }) => name)).toEqual(names);
  });

  it('that are not to be chosen have a name too', async () => {
    const all = [
      of('1', 'Available'),
      of('4', 'Offline', { languageLabels: { en: 'Not here' } }),
      of('5', 'IDLE'),
      of('6', 'Away', { deactivated: true })
    ];
    desk.server.on(DEFINITIONS, { body: { entities: all } });
    expect(await desk.cloud.presences()).toEqual({
      ok: true,
      value: [
        { id: '1', name: 'Available', system: 'Available', isOffered: true },
        { id: '4', name: 'Not here', system: 'Offline', isOffered: false },
        { id: '5', name: 'IDLE', system: 'IDLE', isOffered: false },
        { id: '6', name: 'Away', system: 'Away', isOffered: false }
      ]
    });
  });

  it('of people are named the same', async () => {
    const { server, cloud } = desk;
    server.on(DEFINITIONS, { body: { entities: [of('1', 'Meal', { name: 'Lunch' })] } });
    await cloud.presences();
    const at = (id: string, systemPresence: string) => ({
      presenceDefinition: { id, systemPresence }
    });
    const results = [
      { id: 'u', name: 'Ben Okafor', presence: at('1', 'MEAL') },
      { id: 'v', name: 'Cleo Baum', presence: at('2', 'Away') }
    ];
    server.on('POST /api/v2/users/search', { body: { results } });
    expect(await cloud.agents('')).toMatchObject({
      value: [{ presence: 'Lunch' }, { presence: 'Away' }]
    });
  });
});

describe('names of ids', () => {
  const queue = (id: string) => `GET /api/v2/routing/queues/${id}`;

  it("come from the user's own queues first, and are asked once", async () => {
    desk.server.on(OWN_QUEUES, page(1, 'Helpdesk'));
    const asked = [1, 2, 3].map(() => desk.cloud.queueName('id-Helpdesk'));
    expect(await Promise.all(asked)).toEqual(['Helpdesk', 'Helpdesk', 'Helpdesk']);
    expect(desk.server.asked(OWN_QUEUES)).toHaveLength(1);
    expect(desk.server.asked(queue('id-Helpdesk'))).toHaveLength(0);
  });

  it('come from the queue itself where that is permitted', async () => {
    desk.server.on(OWN_QUEUES, page(1));
    desk.server.on(queue('q'), { body: { id: 'q', name: 'Sales' } });
    expect(await desk.cloud.queueName('q')).toBe('Sales');
    expect(await desk.cloud.queueName('q')).toBe('Sales');
    expect(desk.server.asked(queue('q'))).toHaveLength(1);
  });

  it('stay unknown without permission, which is said once', async () => {
    desk.server.on(OWN_QUEUES, page(1));
    for (const id of ['q', 'r']) desk.server.on(queue(id), { status: 403 });
    expect(await desk.cloud.queueName('q')).toBeUndefined();
    expect(await desk.cloud.queueName('q')).toBeUndefined();
    expect(await desk.cloud.queueName('r')).toBeUndefined();
    expect(desk.server.asked(queue('q'))).toHaveLength(1);
    expect(desk.ofType('problem').map(({ problem }) => problem.type)).toEqual(['forbidden']);
  });

  it('are asked again after trouble on the way', async () => {
    desk.server.on(OWN_QUEUES, page(1));
    desk.server.on(queue('q'), 'broken', 'broken', 'broken', { body: { name: 'Sales' } });
    const first = desk.cloud.queueName('q');
    await desk.clock.advance(5_000);
    expect(await first).toBeUndefined();
    expect(await desk.cloud.queueName('q')).toBe('Sales');
  });

  it('of wrap-up codes come with the interaction, which needs no permission', async () => {
    desk.server.on(CODES, {
      body: [
        { id: 'w', name: 'Resolved' },
        { id: 'v', name: 'Callback' }
      ]
    });
    expect(await desk.cloud.wrapUpName(call, 'w')).toBe('Resolved');
    expect(await desk.cloud.wrapUpName(call, 'v')).toBe('Callback');
    expect(desk.server.asked(CODES)).toHaveLength(1);
  });

  it('of other wrap-up codes come from the routing API', async () => {
    desk.server.on(CODES, { body: [] });
    desk.server.on('GET /api/v2/routing/wrapupcodes/w', { body: { id: 'w', name: 'Sold' } });
    expect(await desk.cloud.wrapUpName(call, 'w')).toBe('Sold');
  });
});

it('reads one conversation by the route that needs no permission', async () => {
  const routes = {
    call: 'calls/c',
    callback: 'callbacks/c',
    email: 'emails/c',
    message: 'messages/c',
    chat: 'c'
  } as const;
  for (const [media, path] of Object.entries(routes)) {
    desk.server.on(`GET /api/v2/conversations/${path}`, { body: { id: 'c', media } });
    expect(await desk.cloud.readConversation('c', media as keyof typeof routes)).toEqual({
      ok: true,
      value: { id: 'c', media }
    });
  }
});

it("tells how far the server's clock is from ours", async () => {
  desk.server.on('GET /api/v2/date', {
    body: { currentDate: new Date(desk.clock.now() + 4_000).toISOString() }
  });
  await desk.cloud.start();
  await desk.clock.advance(0);
  expect(desk.ofType('clock').at(-1)).toEqual({ type: 'clock', offsetMs: 4_000 });
});

describe("a contact's row", () => {
  const ROW = 'GET /api/v2/outbound/contactlists/list/contacts/contact';

  it('is given as texts; empty and nested columns are left out', async () => {
    const data = { Plan: 'Gold', Balance: 12.5, Called: false, Note: null, Extra: { a: 1 } };
    desk.server.on(ROW, { body: { id: 'contact', contactListId: 'list', data } });
    expect(await desk.cloud.contactColumns('list', 'contact')).toEqual({
      ok: true,
      value: { Plan: 'Gold', Balance: '12.5', Called: 'false' }
    });
  });

  it('needs a permission, and says so', async () => {
    desk.server.on(ROW, { status: 403 });
    expect(await desk.cloud.contactColumns('list', 'contact')).toMatchObject({
      ok: false,
      problem: { type: 'forbidden', operation: 'getOutboundContactlistContact' }
    });
  });
});
