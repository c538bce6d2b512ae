/** @jest-environment node */
import { openLiveDesk } from './support/desk';
import type { Reply } from './support/fakeServer';

const QUEUES = 'GET /api/v2/routing/queues';
const ANSWER = 'PATCH /api/v2/conversations/calls/c/participants/p/communications/k';
const call = {
  conversationId: 'c',
  participantId: 'p',
  communicationId: 'k',
  media: 'call'
} as const;
const page = { body: { entities: [{ id: 'q', name: 'Helpdesk' }], pageCount: 1 } };
const wait = (seconds: string, status = 429) => ({ status, headers: { 'Retry-After': seconds } });

interface Case {
  when: string;
  replies: Reply[];
  /** Time that passes, in ms. */
  after?: number;
  tries: number;
  outcome: object;
}

describe('reads', () => {
  const cases: Case[] = [
    { when: 'all is well', replies: [page], tries: 1, outcome: { ok: true } },
    ...[500, 502, 503, 504].map((status) => ({
      when: `the server stumbles with ${status}`,
      replies: [{ status }, page],
      after: 500,
      tries: 2,
      outcome: { ok: true }
    })),
    {
      when: 'the network breaks',
      replies: ['broken', page],
      after: 500,
      tries: 2,
      outcome: { ok: true }
    },
    {
      when: 'nobody answers',
      replies: ['silent', page],
      after: 17_000,
      tries: 2,
      outcome: { ok: true }
    },
    {
      when: 'the server stays down',
      replies: [{ status: 503, body: { message: 'down', code: 'service.unavailable' } }],
      after: 5_000,
      tries: 3,
      outcome: {
        problem: { type: 'server', status: 503, message: 'down', code: 'service.unavailable' }
      }
    },
    {
      when: 'the network stays broken',
      replies: ['broken'],
      after: 5_000,
      tries: 3,
      outcome: { problem: { type: 'unreachable', message: 'Failed to fetch' } }
    },
    {
      when: 'told to wait 7 s',
      replies: [wait('7'), page],
      after: 7_000,
      tries: 2,
      outcome: { ok: true }
    },
    {
      when: 'told to wait, not yet',
      replies: [wait('7'), page],
      after: 6_900,
      tries: 1,
      outcome: {}
    },
    {
      when: 'told to wait until a date',
      replies: [wait('Mon, 02 Mar 2026 09:00:05 GMT'), page],
      after: 5_000,
      tries: 2,
      outcome: { ok: true }
    },
    {
      when: 'told to wait by a 503',
      replies: [wait('3', 503), page],
      after: 3_000,
      tries: 2,
      outcome: { ok: true }
    },
    {
      when: 'told to wait for too long',
      replies: [wait('600')],
      tries: 1,
      outcome: { problem: { type: 'throttled', retryAfterMs: 600_000 } }
    },
    {
      when: 'the request is wrong',
      replies: [{ status: 400, body: { message: 'no such page' } }],
      tries: 1,
      outcome: {
        problem: { type: 'refused', operation: 'getRoutingQueues', message: 'no such page' }
      }
    },
    {
      when: 'the answer is no JSON',
      replies: [{ status: 500, body: '<html>' }],
      after: 5_000,
      tries: 3,
      outcome: { problem: { type: 'server', message: 'HTTP 500' } }
    }
  ];

  it.each(cases)('when $when', async ({ replies, after = 0, tries, outcome }) => {
    const { cloud, server, clock } = await openLiveDesk();
    server.on(QUEUES, ...replies);
    let result: unknown = {};
    void cloud.queues().then((value) => (result = value));
    await clock.advance(after);
    expect(server.asked(QUEUES)).toHaveLength(tries);
    expect(result).toMatchObject(outcome);
  });
});

describe('commands', () => {
  const cases: Case[] = [
    { when: 'all is well', replies: [{ status: 202 }], tries: 1, outcome: { ok: true } },
    {
      when: 'the network breaks: it may have been carried out',
      replies: ['broken'],
      after: 5_000,
      tries: 1,
      outcome: { problem: { type: 'unreachable' } }
    },
    {
      when: 'the server stumbles',
      replies: [{ status: 503 }],
      after: 5_000,
      tries: 1,
      outcome: { problem: { type: 'server' } }
    },
    {
      when: 'told to wait a moment',
      replies: [wait('2'), {}],
      after: 2_000,
      tries: 2,
      outcome: { ok: true }
    },
    {
      when: 'told to wait for longer than a caller would',
      replies: [wait('20')],
      tries: 1,
      outcome: { problem: { type: 'throttled', retryAfterMs: 20_000 } }
    },
    {
      when: 'too late',
      replies: [{ status: 409, body: { code: 'conversation.participant.disconnected' } }],
      tries: 1,
      outcome: { problem: { type: 'refused', code: 'conversation.participant.disconnected' } }
    },
    {
      when: 'it is gone',
      replies: [{ status: 404 }],
      tries: 1,
      outcome: { problem: { type: 'not_found' } }
    }
  ];

  it.each(cases)('when $when', async ({ replies, after = 0, tries, outcome }) => {
    const { cloud, server, clock } = await openLiveDesk();
    server.on(ANSWER, ...replies);
    let result: unknown = {};
    void cloud.answer(call).then((value) => (result = value));
    await clock.advance(after);
    expect(server.asked(ANSWER)).toHaveLength(tries);
    expect(result).toMatchObject(outcome);
  });
});

describe('the rate budget', () => {
  it('lets 240 reads a minute out, and what the agent does beside them', async () => {
    const { cloud, server, clock } = await openLiveDesk();
    await clock.advance(30_000);
    server.sockets[0]!.frame('channel.metadata', { message: 'WebSocket Heartbeat' });
    await clock.advance(30_500);
    server.requests.length = 0;
    server.on(QUEUES, page);
    server.on(ANSWER, {});
    for (let count = 0; count < 400; count++) void cloud.queues();
    await clock.advance(1);
    const reads = () => server.asked(QUEUES).length;
    expect(server.requests.length).toBe(240);
    await cloud.answer(call);
    expect(server.asked(ANSWER)).toHaveLength(1);
    await clock.advance(61_000);
    expect(reads()).toBe(400);
  });

  it.each([
    ['', 0],
    ['; the clock is set back meanwhile', -3_600_000],
    ['; the clock is set forward meanwhile', 3_600_000]
  ])('keeps reads back while the server wants silence%s', async (_, ms) => {
    const { cloud, server, clock } = await openLiveDesk();
    server.on(QUEUES, wait('9'), page);
    void cloud.queues();
    await clock.advance(1_000);
    clock.jump(ms);
    void cloud.presences();
    await clock.advance(7_000);
    expect(server.asked('GET /api/v2/presencedefinitions')).toHaveLength(0);
    await clock.advance(1_000);
    expect(server.asked('GET /api/v2/presencedefinitions')).toHaveLength(1);
  });
});

describe('a missing permission', () => {
  it('is said once, and told each time', async () => {
    const desk = await openLiveDesk();
    const message = 'Unable to perform the requested action. You are missing: directory:user:view';
    desk.server.on('POST /api/v2/users/search', {
      status: 403,
      body: { message, code: 'missing.permissions' }
    });
    const problem = { type: 'forbidden', operation: 'postUsersSearch', status: 403, message };
    expect(await desk.cloud.agents('Ben')).toMatchObject({ ok: false, problem });
    expect(await desk.cloud.agents('Ben')).toMatchObject({ ok: false, problem });
    expect(desk.ofType('problem')).toEqual([
      { type: 'problem', problem: expect.objectContaining(problem) }
    ]);
  });
});
