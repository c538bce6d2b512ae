/** @jest-environment node */
import { startTypes } from '../startTypes';
import type { ConversationSummary } from '../summary';
import { ask, useSimulator } from './sdk';
import type { StartRequest } from '../startRequest';

const { start } = useSimulator();

async function opened() {
  const server = await start();
  const post = async (path: string, body?: unknown) =>
    ask(server.url, 'POST', `/contact-center${path}`, body);
  const played = async (path: string, body?: unknown) =>
    (await post(path, body)).body as unknown as ConversationSummary;
  return { server, post, played };
}

const title = ({ type, direction }: { type: string; direction: string }) => `${direction} ${type}`;

describe('everything that can be started', () => {
  it.each(startTypes.map((each) => [title(each), each] as const))('%s', async (_title, each) => {
    const { server, played } = await opened();
    const request: StartRequest = {
      type: each.type,
      direction: each.direction,
      agent: 'agent',
      toAgent: 'agent2'
    };
    const begun = await played('/interactions', request);
    expect(begun).toMatchObject({ type: each.type, direction: each.direction });
    const leg = begun.participants.find((participant) => participant.agent === 'agent');
    const alerts = each.direction === 'inbound' || ['preview', 'progressive'].includes(each.type);
    expect(begun.state).toBe(
      alerts ? 'alerting' : each.type === 'call' ? begun.state : 'connected'
    );
    expect(leg).toBeDefined();

    const at = `/conversations/${begun.id}`;
    const answerer = each.direction === 'internal' ? 'agent2' : 'agent';
    if (begun.state === 'alerting') {
      await played(`${at}/agent`, { agent: answerer, action: 'answer' });
    }
    server.clock.advance(5_000);
    const shown = server.center.conversation(begun.id);
    expect(shown.ok && shown.value.state).toBe('connected');
    const ended = await played(`${at}/agent`, { agent: 'agent', action: 'hangUp' });
    expect(['wrapping_up', 'finished']).toContain(ended.state);
    expect(ended.endTime).toBe('2026-05-04T09:00:05.000Z');
  });

  const refusals: Array<[string, Record<string, unknown>, number]> = [
    ['a type nobody knows', { type: 'fax' }, 400],
    ['a queue nobody knows', { type: 'sms', queue: 'Nowhere' }, 404],
    ['an agent nobody knows', { type: 'sms', agent: 'nobody' }, 404],
    ['a contact nobody knows', { type: 'preview', contact: 'Nobody' }, 400],
    ['neither queue nor agent', { type: 'chat', queue: null }, 400],
    ['a chat that an agent begins', { type: 'chat', direction: 'outbound', agent: 'agent' }, 400],
    ['an internal email', { type: 'email', direction: 'internal', agent: 'agent' }, 400],
    ['a direction nobody knows', { type: 'sms', direction: 'sideways' }, 400],
    ['negative seconds', { type: 'sms', queueSeconds: -1 }, 400],
    ['data that is no text', { type: 'sms', attributes: { a: {} } }, 400]
  ];
  it.each(refusals)('but not %s', async (_title, request, status) => {
    const { post, server } = await opened();
    expect((await post('/interactions', request)).status).toBe(status);
    expect(server.center.list()).toEqual([]);
  });
});
