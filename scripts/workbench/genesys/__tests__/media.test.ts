/** @jest-environment node */
import type { Models } from 'purecloud-platform-client-v2';
import { contactList } from '../contactLists';
import type { ConversationSummary } from '../summary';
import { answerOf, bodyOf, useSimulator } from './sdk';
import { HELPDESK } from './stage';
import type { StartRequest } from '../startRequest';

const { start, signIn, listen } = useSimulator();

type Agent = ReturnType<typeof signIn>;
type Api = Agent['conversations'];

/** Something begun for Ana, and she is signed in. */
async function begun(request: StartRequest, settings = {}) {
  const server = await start({ settings });
  const agent = signIn(server);
  const started = server.center.start({ agent: 'agent', ...request });
  if (!started.ok) throw new Error(JSON.stringify(started.problem));
  const { id } = started.value;
  const now = (): ConversationSummary => {
    const read = server.center.conversation(id);
    if (!read.ok) throw new Error('gone');
    return read.value;
  };
  const leg = () => now().participants.findLast((each) => each.agent === 'agent')!;
  const answered = () => server.center.agent(id, { action: 'answer' });
  return { server, agent, api: agent.conversations, id, now, leg, answered };
}

interface Family {
  start: StartRequest;
  list: (api: Api) => Promise<{ entities?: Array<{ id?: string }> }>;
  read: (api: Api, c: string) => Promise<{ participants?: Array<{ state?: string }> }>;
  steer: (api: Api, c: string, p: string, body: Models.MediaParticipantRequest) => Promise<unknown>;
  codes: (api: Api, c: string, p: string) => Promise<Models.WrapupCode[]>;
  wrapUp: (api: Api, c: string, p: string, m: string, body: Models.WrapupInput) => Promise<unknown>;
}

const families: Array<[string, Family]> = [
  [
    'callbacks',
    {
      start: { type: 'callback' },
      list: (api) => api.getConversationsCallbacks(),
      read: (api, c) => api.getConversationsCallback(c),
      steer: (api, c, p, body) => api.patchConversationsCallbackParticipant(c, p, body),
      codes: (api, c, p) => api.getConversationsCallbackParticipantWrapupcodes(c, p),
      wrapUp: (api, c, p, m, body) =>
        api.postConversationsCallbackParticipantCommunicationWrapup(c, p, m, { body })
    }
  ],
  [
    'emails',
    {
      start: { type: 'email' },
      list: (api) => api.getConversationsEmails(),
      read: (api, c) => api.getConversationsEmail(c),
      steer: (api, c, p, body) => api.patchConversationsEmailParticipant(c, p, body),
      codes: (api, c, p) => api.getConversationsEmailParticipantWrapupcodes(c, p),
      wrapUp: (api, c, p, m, body) =>
        api.postConversationsEmailParticipantCommunicationWrapup(c, p, m, { body })
    }
  ],
  [
    'messages',
    {
      start: { type: 'whatsapp' },
      list: (api) => api.getConversationsMessages(),
      read: (api, c) => api.getConversationsMessage(c),
      steer: (api, c, p, body) => api.patchConversationsMessageParticipant(c, p, { body }),
      codes: (api, c, p) => api.getConversationsMessageParticipantWrapupcodes(c, p),
      wrapUp: (api, c, p, m, body) =>
        api.postConversationsMessageParticipantCommunicationWrapup(c, p, m, { body })
    }
  ]
];

describe.each(families)('the family %s', (name, family) => {
  it('is listed, answered, ended and wrapped up', async () => {
    const { api, id, leg, now, server } = await begun(family.start);
    const listed = async () =>
      (await bodyOf(family.list(api))).entities?.map((each) => each.id) ?? [];
    expect(await listed()).toEqual([id]);
    expect((await bodyOf(family.read(api, id))).participants!.at(-1)!.state).toBe('alerting');
    await bodyOf(family.steer(api, id, leg().id, { state: 'connected' }));
    expect(leg().state).toBe('connected');
    await bodyOf(family.steer(api, id, leg().id, { state: 'disconnected' }));
    expect(now().state).toBe('wrapping_up');
    expect(await listed()).toEqual([id]);
    server.clock.advance(7_000);
    const [code] = await bodyOf(family.codes(api, id, leg().id));
    const wrapped = family.wrapUp(api, id, leg().id, leg().communicationId, { code: code!.id });
    expect((await answerOf(wrapped)).status).toBe(204);
    expect(leg().wrapUp).toEqual({ code: code!.id, name: 'Resolved' });
    expect(await listed()).toEqual([]);
    expect((await bodyOf(family.read(api, id))).participants!.at(-1)!.state).toBe('disconnected');
  });

  it('does not know conversations of another medium', async () => {
    const { api, id, leg } = await begun({ type: 'call' });
    expect((await bodyOf(family.list(api))).entities).toEqual([]);
    expect((await answerOf(family.read(api, id))).status).toBe(404);
    const steered = family.steer(api, id, leg().id, { state: 'connected' });
    expect((await answerOf(steered)).status).toBe(404);
  });

  it('has a topic of its own beside the combined one', async () => {
    const { agent, answered } = await begun(family.start);
    const channel = await bodyOf(agent.notifications.postNotificationsChannels());
    await bodyOf(
      agent.notifications.postNotificationsChannelSubscriptions(channel.id!, [
        { id: `v2.users.${agent.userId}.conversations` },
        ...['calls', 'callbacks', 'chats', 'emails', 'messages'].map((each) => ({
          id: `v2.users.${agent.userId}.conversations.${each}`
        }))
      ])
    );
    const line = await listen(channel.connectUri!);
    answered();
    const topics = (await line.settled()).map(({ topicName }) => topicName);
    expect(new Set(topics)).toEqual(
      new Set([
        `v2.users.${agent.userId}.conversations`,
        `v2.users.${agent.userId}.conversations.${name}`
      ])
    );
  });
});

describe('a chat', () => {
  it('has a topic and a recording, and no REST family', async () => {
    const { agent, server, api, id, answered, leg } = await begun({ type: 'chat', text: 'Hello' });
    const channel = await bodyOf(agent.notifications.postNotificationsChannels());
    await bodyOf(
      agent.notifications.postNotificationsChannelSubscriptions(channel.id!, [
        { id: `v2.users.${agent.userId}.conversations.chats` }
      ])
    );
    const line = await listen(channel.connectUri!);
    answered();
    const [frame] = await line.first(1);
    const body = frame!.eventBody as Models.ConversationChatEventTopicChatConversation;
    expect(body.participants!.at(-1)).toMatchObject({ state: 'connected', purpose: 'agent' });
    expect(body.participants![0]!.roomId).toMatch(/@conference\./);

    server.center.agent(id, { action: 'send', text: 'Hi Finley 👋' });
    const { recording } = agent;
    expect(await bodyOf(recording.getConversationRecordings(id))).toEqual([]);
    server.clock.advance(1_000);
    server.center.customer(id, 'hangUp');
    const [kept] = await bodyOf(recording.getConversationRecordings(id));
    expect(kept).toMatchObject({ media: 'chat', conversationId: id, fileState: 'AVAILABLE' });
    expect(
      kept!.transcript!.map(({ bodyType, body: text, participantPurpose }) => [
        bodyType,
        text,
        participantPurpose
      ])
    ).toEqual([
      ['member-join', undefined, 'customer'],
      ['standard', 'Hello', 'customer'],
      ['member-join', undefined, 'agent'],
      ['standard', 'Hi Finley 👋', 'agent'],
      ['member-leave', undefined, 'customer'],
      ['member-leave', undefined, 'agent']
    ]);
    expect(leg().state).toBe('disconnected');
    const full = await bodyOf(api.getConversation(id));
    expect(full.participants.at(-1)!.chats![0]!.state).toBe('disconnected');
  });
});

describe('messages', () => {
  async function talking(settings = {}) {
    const stood = await begun({ type: 'whatsapp', text: 'Hi! 📦' }, settings);
    stood.answered();
    const sent = await bodyOf(
      stood.api.postConversationsMessageCommunicationMessages(
        stood.id,
        stood.leg().communicationId,
        { textBody: 'Hello' }
      )
    );
    stood.server.center.customer(stood.id, {
      action: 'send',
      attachments: [{ name: 'shelf.jpg' }]
    });
    stood.server.center.customer(stood.id, {
      action: 'send',
      sticker: 'https://stickers.example.com/7'
    });
    return { ...stood, sent };
  }

  const idsOf = (conversation: Models.MessageConversation | Models.Conversation) =>
    (conversation.participants ?? []).map((each) =>
      'state' in each
        ? ((each as Models.MessageMediaParticipant).messages ?? []).map((one) => one.messageId)
        : (each.messages?.[0] as Models.Message).messages!.map((one) => one.messageId)
    );

  it('are named in the conversation by who wrote them', async () => {
    const { api, id, sent, now } = await talking();
    const all = now().texts.map((each) => each.id);
    const rest = idsOf(await bodyOf(api.getConversationsMessage(id)));
    expect(rest[0]).toEqual([all[0], all[2], all[3]]);
    expect(rest.at(-1)).toEqual([sent.id]);
    const full = await bodyOf(api.getConversation(id));
    expect(full.participants[0]!.messages![0]!.messages!.map((each) => each.messageId)).toEqual(
      rest[0]
    );
    const [, , picture, sticker] = [undefined, ...full.participants[0]!.messages![0]!.messages!];
    expect(picture!.media).toMatchObject([{ name: 'shelf.jpg', mediaType: 'image/jpeg' }]);
    expect(sticker!.stickers).toMatchObject([{ url: 'https://stickers.example.com/7' }]);
  });

  it('are read one by one and in bulk, unknown ids left out', async () => {
    const { api, id, now } = await talking();
    const ids = now().texts.map((each) => each.id);
    const { entities } = await bodyOf(
      api.postConversationsMessageMessagesBulk(id, { body: [...ids, 'no-such-message'] })
    );
    expect(
      entities!.map(({ direction, normalizedMessage }) => [direction, normalizedMessage!.text])
    ).toEqual([
      ['inbound', 'Hi! 📦'],
      ['outbound', 'Hello'],
      ['inbound', undefined],
      ['inbound', undefined]
    ]);
    expect(entities![2]!.normalizedMessage!.content![0]!.attachment).toMatchObject({
      mediaType: 'Image',
      mime: 'image/jpeg',
      filename: 'shelf.jpg'
    });
    const one = await bodyOf(api.getConversationsMessageMessage(id, ids[1]!));
    expect(one).toEqual(entities![1]);
    expect(one).toMatchObject({ messengerType: 'whatsapp', createdBy: { name: 'Ana Ruiz' } });
    expect(JSON.stringify(entities)).not.toContain('textBody');
    expect((await answerOf(api.getConversationsMessageMessage(id, 'none'))).status).toBe(404);
    const tooMany = Array.from({ length: 101 }, (_, n) => String(n));
    const refused = api.postConversationsMessageMessagesBulk(id, { body: tooMany });
    expect((await answerOf(refused)).status).toBe(400);
  });

  it('also carry textBody when the server is to be an old one', async () => {
    const { api, id, now } = await talking({ sendTextBody: true });
    const one = await bodyOf(api.getConversationsMessageMessage(id, now().texts[0]!.id));
    expect(one).toMatchObject({ textBody: 'Hi! 📦', normalizedMessage: { text: 'Hi! 📦' } });
  });

  it('can be begun by an agent', async () => {
    const server = await start();
    const { conversations } = signIn(server);
    const answer = await answerOf<{ id: string }>(
      conversations.postConversationsMessages({
        queueId: HELPDESK.id,
        toAddress: '+13175550140',
        toAddressMessengerType: 'sms'
      })
    );
    expect(answer.status).toBe(202);
    expect(server.center.conversation(answer.body.id)).toMatchObject({
      value: { type: 'sms', direction: 'outbound', state: 'connected', texts: [] }
    });
  });
});

describe('emails', () => {
  it('are listed, read, answered and begun', async () => {
    const { api, id, answered, now } = await begun({
      type: 'email',
      subject: 'Invoice <4711>',
      text: 'Dear <all>,\nwhere is it?'
    });
    answered();
    const listed = await bodyOf(api.getConversationsEmailMessages(id));
    expect(listed.entities).toMatchObject([
      { subject: 'Invoice <4711>', from: { email: 'gray.lund@example.com', name: 'Gray Lund' } }
    ]);
    const one = await bodyOf(api.getConversationsEmailMessage(id, listed.entities![0]!.id!));
    expect(one.textBody).toBe('Dear <all>,\nwhere is it?');
    expect(one.htmlBody).toContain('Dear &lt;all>');
    const reply = await answerOf(
      api.postConversationsEmailMessages(id, {
        to: [{ email: 'gray.lund@example.com' }],
        from: { email: 'support@example.com' },
        textBody: 'Here'
      })
    );
    expect(reply).toMatchObject({ status: 201, body: { subject: 'Re: Invoice <4711>' } });
    expect(now().texts.map(({ direction }) => direction)).toEqual(['inbound', 'outbound']);
    expect((await bodyOf(api.getConversationsEmail(id))).participants!.at(-1)).toMatchObject({
      subject: 'Invoice <4711>',
      messagesSent: 1
    });
    const begunByAgent = await bodyOf(
      api.postConversationsEmails({
        provider: 'PureCloud Email',
        queueId: HELPDESK.id,
        toAddress: 'peer.holm@example.com',
        subject: 'Offer',
        direction: 'OUTBOUND'
      })
    );
    expect(begunByAgent.participants!.map((each) => [each.purpose, each.direction])).toEqual([
      ['agent', 'outbound'],
      ['customer', 'outbound']
    ]);
  });
});

describe('a callback', () => {
  it('leads to a call, whose end is not its own', async () => {
    const { api, server, id, answered, leg, now } = await begun({ type: 'callback' });
    answered();
    const called = api.postConversationsCall(id, { callNumber: '+13175550188' });
    expect((await answerOf(called)).status).toBe(202);
    expect(now().customer!.address).toBe('tel:+13175550121');
    server.clock.advance(2_000);
    const inCall = await bodyOf(api.getConversationsCall(id));
    expect(inCall.participants!.map((each) => [each.purpose, each.state])).toEqual([
      ['customer', 'connected'],
      ['agent', 'connected']
    ]);
    expect(inCall.participants![0]!.dnis).toBe('tel:+13175550188');
    await bodyOf(api.patchConversationsCallParticipant(id, leg().id, { state: 'disconnected' }));
    expect((await bodyOf(api.getConversationsCall(id))).participants!.at(-1)!.state).toBe(
      'terminated'
    );
    const callback = await bodyOf(api.getConversationsCallback(id));
    expect(callback.participants!.map((each) => each.state)).toEqual([
      'connected',
      'disconnected',
      'connected'
    ]);
    await bodyOf(
      api.patchConversationsCallbackParticipant(id, leg().id, { state: 'disconnected' })
    );
    expect(now().state).toBe('wrapping_up');
  });

  it('needs a station only when the customer is called', async () => {
    const { api, server, id, leg } = await begun({ type: 'callback' });
    server.center.setAgent('agent', { station: null });
    const steered = api.patchConversationsCallbackParticipant(id, leg().id, { state: 'connected' });
    expect((await answerOf(steered)).status).toBe(200);
    const called = await answerOf(api.postConversationsCall(id, { callNumber: '+13175550188' }));
    expect(called).toMatchObject({ status: 400 });
  });

  it('that an agent schedules alerts that agent when it is due', async () => {
    const server = await start();
    const { conversations, userId } = signIn(server);
    const made = await bodyOf(
      conversations.postConversationsCallbacks({
        routingData: { queueId: HELPDESK.id, preferredAgentIds: [userId] },
        callbackUserName: 'Devon Price',
        callbackNumbers: ['+13175550121'],
        callbackScheduledTime: '2026-05-04T10:00:00.000Z',
        data: { reason: 'Upgrade' }
      })
    );
    const shown = () => server.center.conversation(made.conversation.id!);
    expect(shown()).toMatchObject({
      value: { state: 'scheduled', scheduledTime: '2026-05-04T10:00:00.000Z' }
    });
    server.clock.advance(3_599_999);
    expect(shown()).toMatchObject({ value: { state: 'scheduled' } });
    server.clock.advance(1);
    expect(shown()).toMatchObject({ value: { state: 'alerting' } });
    const read = await bodyOf(conversations.getConversationsCallback(made.conversation.id!));
    expect(read.participants!.at(-1)).toMatchObject({
      callbackScheduledTime: '2026-05-04T10:00:00.000Z',
      user: { id: userId }
    });
  });
});

describe('a campaign', () => {
  it('has rows that can be read by the ids in the conversation', async () => {
    const { api, agent, id } = await begun({ type: 'preview', contact: 'Paul Etxea' });
    const { participants } = await bodyOf(api.getConversationsCallback(id));
    const { contactId, contactListId } = participants!.at(-1)!.outboundPreview!;
    const row = await bodyOf(
      agent.outbound.getOutboundContactlistContact(contactListId!, contactId!)
    );
    expect(row.data).toMatchObject({ Name: 'Paul Etxea', Policy: 'P-2042' });
    const none = agent.outbound.getOutboundContactlistContact(contactListId!, 'nobody');
    expect((await answerOf(none)).status).toBe(404);
  });
});

describe('more than two in a call', () => {
  it('a colleague and a number are added, nobody leaves', async () => {
    const { api, server, id, answered, now } = await begun({ type: 'call' });
    answered();
    const added = api.postConversationsCallParticipants(id, {
      startTime: '',
      participants: [
        { userId: 'a0000000-0000-4000-8000-000000000002' },
        { address: '+13175550160' }
      ]
    });
    expect((await answerOf(added)).status).toBe(202);
    server.center.agent(id, { agent: 'agent2', action: 'answer' });
    server.clock.advance(2_000);
    const live = () =>
      now()
        .participants.filter((each) => !each.endTime)
        .map((each) => `${each.purpose} ${each.state}`);
    expect(live()).toEqual([
      'customer connected',
      'agent connected',
      'user connected',
      'external connected'
    ]);
    server.center.agent(id, { agent: 'agent', action: 'hangUp' });
    expect(live()).toEqual(['customer connected', 'user connected', 'external connected']);
  });

  it('a queue is consulted while the caller stays', async () => {
    const { api, server, id, answered, now, leg } = await begun({ type: 'call' });
    answered();
    await bodyOf(
      api.postConversationsCallParticipantConsultQueue(id, leg().id, {
        speakTo: 'DESTINATION',
        queueId: 'b0000000-0000-4000-8000-000000000003'
      })
    );
    const asked = now().participants.at(-1)!;
    expect(asked).toMatchObject({ agent: 'agent2', queue: 'Billing', state: 'alerting' });
    expect(leg().state).toBe('connected');
    server.center.agent(id, { agent: 'agent2', action: 'answer' });
    const read = await bodyOf(api.getConversationsCall(id));
    expect(read.participants!.at(-1)!.consultParticipantId).toBe(leg().id);
    await bodyOf(api.deleteConversationsCallParticipantConsult(id, leg().id));
    expect(now().participants.at(-1)!.state).toBe('disconnected');
    expect(now().state).toBe('connected');
  });

  it.each([
    ['monitor', 'monitoredParticipantId', 'postConversationsCallParticipantMonitor'],
    ['coach', 'coachedParticipantId', 'postConversationsCallParticipantCoach'],
    ['barge', 'bargedParticipantId', 'postConversationsCallParticipantBarge']
  ] as const)('a supervisor can %s, and goes with the agent', async (_how, mark, method) => {
    const { server, id, answered, leg, now } = await begun({ type: 'call' });
    const admin = signIn(server, 'admin').conversations;
    expect((await answerOf(admin[method](id, leg().id))).status).toBe(400);
    answered();
    expect((await answerOf(admin[method](id, leg().id))).status).toBe(202);
    const { participants } = await bodyOf(admin.getConversation(id));
    const joined = participants.at(-1) as Record<string, unknown> & Models.Participant;
    expect(joined).toMatchObject({ purpose: 'user', [mark]: leg().id });
    expect(now().state).toBe('connected');
    server.center.customer(id, 'hangUp');
    expect(now().participants.at(-1)).toMatchObject({ agent: 'admin', state: 'disconnected' });
    expect(now().participants.at(-1)!.afterCallWork).toBeUndefined();
  });
});

describe('what an agent has in hand', () => {
  it('leaves room for other media, but one call at a time', async () => {
    const server = await start();
    for (const each of ['agent2', 'admin']) server.center.setAgent(each, { presence: 'Offline' });
    const state = (type: StartRequest['type']) => {
      const started = server.center.start({ type });
      if (!started.ok) throw new Error(type);
      server.center.agent(started.value.id, { agent: 'agent', action: 'answer' });
      const shown = server.center.conversation(started.value.id);
      return shown.ok && shown.value.state;
    };
    expect(
      ['call', 'callback', 'sms', 'open', 'line', 'facebook', 'email', 'chat'].map((each) =>
        state(each as never)
      )
    ).toEqual([
      'connected',
      'queued',
      'connected',
      'connected',
      'connected',
      'queued',
      'connected',
      'connected'
    ]);
  });
});

it('the summary of a user counts what they have in hand, by medium', async () => {
  const { agent, answered, server } = await begun({ type: 'callback' });
  answered();
  server.center.agent(server.center.list()[0]!.id, { action: 'callBack' });
  server.center.start({ type: 'email', agent: 'agent' });
  const me = await bodyOf(agent.users.getUsersMe({ expand: ['conversationSummary'] as never }));
  const active = Object.entries(me.conversationSummary!).flatMap(([media, each]) =>
    typeof each === 'object' && each.contactCenter?.active ? [media] : []
  );
  expect(active.sort()).toEqual(['call', 'callback', 'email']);
});

describe('conversations of the past', () => {
  async function shift() {
    const server = await start();
    const agent = signIn(server);
    const ids = ['sms', 'call', 'email'].map((type, n) => {
      const who = n === 1 ? 'agent2' : 'agent';
      const started = server.center.start({ type: type as 'sms', agent: who });
      if (!started.ok) throw new Error(type);
      const { id } = started.value;
      server.center.agent(id, { agent: who, action: 'answer' });
      server.clock.advance(60_000);
      server.center.agent(id, { agent: who, action: 'hangUp' });
      server.center.agent(id, { agent: who, action: 'skipWrapUp' });
      server.clock.advance(540_000);
      return id;
    });
    const query = (body: Partial<Models.ConversationQuery>) =>
      bodyOf(
        agent.analytics.postAnalyticsConversationsDetailsQuery({
          interval: '2026-05-04T00:00:00.000Z/2026-05-05T00:00:00.000Z',
          ...body
        })
      );
    const mine: Partial<Models.ConversationQuery> = {
      segmentFilters: [{ type: 'or', predicates: [{ dimension: 'userId', value: agent.userId }] }]
    };
    return { server, agent, ids, query, mine };
  }

  it('are found for one user, in an interval, page by page', async () => {
    const { ids, query, mine, agent } = await shift();
    const found = await query(mine);
    expect(found.totalHits).toBe(2);
    expect(found.conversations!.map((each) => each.conversationId)).toEqual([ids[0], ids[2]]);
    const [sms] = found.conversations!;
    expect(sms).toMatchObject({
      conversationStart: '2026-05-04T08:59:56.000Z',
      conversationEnd: '2026-05-04T09:01:00.000Z',
      originatingDirection: 'inbound'
    });
    const own = sms!.participants!.find((each) => each.userId === agent.userId)!;
    expect(own.sessions).toMatchObject([{ mediaType: 'message', messageType: 'sms' }]);
    expect(own.sessions![0]!.segments!.map((each) => each.segmentType)).toEqual([
      'alert',
      'interact',
      'wrapup'
    ]);
    const late = { interval: '2026-05-04T09:15:00.000Z/2026-05-04T10:00:00.000Z' };
    expect((await query({ ...mine, ...late })).conversations!).toHaveLength(1);
    const second = await query({ ...mine, paging: { pageSize: 1, pageNumber: 2 } });
    expect(second).toMatchObject({ totalHits: 2, conversations: [{ conversationId: ids[2] }] });
    const nothing = await query({
      ...mine,
      interval: '2026-04-04T00:00:00.000Z/2026-04-05T00:00:00.000Z'
    });
    expect(nothing).toEqual({ totalHits: 0 });
    const newest = await query({ ...mine, order: 'desc' });
    expect(newest.conversations![0]!.conversationId).toBe(ids[2]);
  });

  it.each<[string, Partial<Models.ConversationQuery>]>([
    ['no interval', { interval: '' }],
    ['an interval too long', { interval: '2026-01-01T00:00:00Z/2026-05-01T00:00:00Z' }],
    [
      'a dimension it does not know',
      { segmentFilters: [{ type: 'or', predicates: [{ dimension: 'color' }] }] }
    ],
    ['a page too large', { paging: { pageSize: 101, pageNumber: 1 } }]
  ])('are not found with %s', async (_what, body) => {
    const { agent } = await shift();
    const asked = agent.analytics.postAnalyticsConversationsDetailsQuery({
      interval: '2026-05-04T00:00:00.000Z/2026-05-05T00:00:00.000Z',
      ...body
    });
    expect((await answerOf(asked)).status).toBe(400);
  });

  it('can still be read by whoever was in them', async () => {
    const { agent, ids } = await shift();
    const read = (id: string) => answerOf(agent.conversations.getConversation(id));
    expect(await read(ids[0]!)).toMatchObject({
      status: 200,
      body: { endTime: '2026-05-04T09:01:00.000Z' }
    });
    expect((await read(ids[1]!)).status).toBe(404);
  });
});

describe('permissions', () => {
  const contact = contactList.contacts[0]!;
  const kept = (type: StartRequest['type']) => async () => {
    const stood = await begun({ type });
    stood.answered();
    return { ...stood, text: stood.now().texts[0]?.id ?? '' };
  };
  type Stood = Awaited<ReturnType<ReturnType<typeof kept>>>;
  const cases: Array<[string, StartRequest['type'], (stood: Stood) => Promise<unknown>]> = [
    [
      'conversation:message:view',
      'sms',
      ({ api, id, text }) => api.getConversationsMessageMessage(id, text)
    ],
    [
      'conversation:message:view',
      'sms',
      ({ api, id, text }) => api.postConversationsMessageMessagesBulk(id, { body: [text] })
    ],
    ['conversation:email:view', 'email', ({ api, id }) => api.getConversationsEmailMessages(id)],
    [
      'conversation:email:view',
      'email',
      ({ api, id, text }) => api.getConversationsEmailMessage(id, text)
    ],
    [
      'recording:recording:view',
      'chat',
      ({ agent, id }) => agent.recording.getConversationRecordings(id)
    ],
    [
      'outbound:contact:view',
      'progressive',
      ({ agent }) => agent.outbound.getOutboundContactlistContact(contactList.id, contact.id)
    ],
    [
      'analytics:conversationDetail:view',
      'sms',
      ({ agent }) =>
        agent.analytics.postAnalyticsConversationsDetailsQuery({
          interval: '2026-05-04T00:00:00.000Z/2026-05-05T00:00:00.000Z'
        })
    ]
  ];
  it.each(cases)('%s of a %s can be taken away', async (permission, type, read) => {
    const stood = await kept(type)();
    expect((await answerOf(read(stood))).status).toBe(200);
    stood.server.center.setAgent('agent', { revoke: [permission] });
    expect(await answerOf(read(stood))).toMatchObject({
      status: 403,
      body: { messageParams: { permissions: `[${permission}]` } }
    });
  });
});
