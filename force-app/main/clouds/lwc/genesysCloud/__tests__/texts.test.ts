/** @jest-environment node */
import { openLiveDesk } from './support/desk';
import type { Desk } from './support/desk';

const BULK = 'POST /api/v2/conversations/messages/c/messages/bulk';
const EMAILS = 'GET /api/v2/conversations/emails/c/messages';
const RECORDINGS = 'GET /api/v2/conversations/c/recordings';

let desk: Desk;
beforeEach(async () => {
  desk = await openLiveDesk();
});

const routes: [
  string,
  string,
  () => ReturnType<Desk['cloud']['messages']>,
  (list: unknown) => unknown
][] = [
  ['messages', BULK, () => desk.cloud.messages('c', ['m-1', 'm-2']), (entities) => ({ entities })],
  ['emails', EMAILS, () => desk.cloud.emails('c'), (entities) => ({ entities })],
  ['recordings', RECORDINGS, () => desk.cloud.recordings('c'), (list) => list]
];

describe.each(routes)('%s', (_name, route, ask, wrapped) => {
  it('are what the server lists', async () => {
    desk.server.on(route, { body: wrapped([{ id: 'one' }]) });
    expect(await ask()).toEqual({ ok: true, value: [{ id: 'one' }] });
  });

  it.each([[{}], [null], [{ entities: 'none' }]])('are none in %p', async (body) => {
    desk.server.on(route, { body });
    expect(await ask()).toEqual({ ok: true, value: [] });
  });

  it('of a user who may not read them are a value, said once', async () => {
    desk.server.on(route, { status: 403 });
    expect(await ask()).toMatchObject({ ok: false, problem: { type: 'forbidden' } });
    await ask();
    expect(desk.ofType('problem')).toHaveLength(1);
  });
});

it('messages are asked for by id, in one request', async () => {
  desk.server.on(BULK, { body: { entities: [] } });
  await desk.cloud.messages('c', ['m-1', 'm-2']);
  expect(desk.server.asked(BULK).map(({ body }) => body)).toEqual([['m-1', 'm-2']]);
});
