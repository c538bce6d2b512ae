import type { GenesysEvent } from 'c/genesysCloud';
import type { OrgView } from 'c/salesforceOrg';
import type { Fields } from 'c/taskSync';
import { createTranscripts } from 'c/transcript';
import type { TranscriptGateway } from 'c/transcript';
import { createTaskWriter } from 'c/taskKeeper';
import { createSession } from '../softphoneSession';
import { ANA, ORG, memoryOrg, settle, silentGenesys, virtualTime } from './doubles';
import { memoryStorage } from './signedIn';

const CONVERSATION = 'c0000000-0000-4000-8000-00000000000c';
const KEY = `${CONVERSATION}:p-agent`;
const AT = '2026-03-02T15:00:00.000Z';
const END = '2026-03-02T15:10:00.000Z';

interface ChatState {
  /** Ids of the messages so far. */
  ids?: string[];
  connectedTime?: string;
  disconnectedTime?: string;
}

/** Ana's part in a conversation of one medium, in shape E after the SDK's types. */
function event(list: 'messages' | 'chats' | 'emails' | 'calls', state: ChatState): GenesysEvent {
  const { ids = [], connectedTime = AT, disconnectedTime } = state;
  const ended = disconnectedTime && { disconnectedTime };
  const communication = (id: string) => ({
    id,
    state: disconnectedTime ? 'disconnected' : 'connected',
    direction: 'inbound',
    connectedTime,
    ...ended,
    ...(list === 'messages' && {
      type: 'webmessaging',
      messages: ids.map((messageId) => ({ messageId, messageTime: AT }))
    })
  });
  const payload = {
    id: CONVERSATION,
    participants: [
      {
        id: 'p-customer',
        purpose: 'customer',
        name: 'Blanche Stokes',
        connectedTime: AT,
        [list]: [communication('k-customer')]
      },
      {
        id: 'p-agent',
        purpose: 'agent',
        userId: ANA,
        connectedTime,
        ...(disconnectedTime && { endTime: disconnectedTime }),
        [list]: [communication('k-agent')]
      }
    ]
  };
  return { type: 'conversation', from: 'topic', at: Date.parse(AT), payload };
}

const mapped = (attribute: string, active = true): OrgView => ({
  ...ORG,
  mappings: [{ attribute, field: 'Transcript__c', active, whenTooLong: 'cut', whenEmpty: 'leave' }],
  shape: {
    fields: {
      ...ORG.shape?.fields,
      Transcript__c: {
        apiName: 'Transcript__c',
        label: 'Transcript',
        dataType: 'Reference',
        referenceTo: ['Interaction_Transcript__c'],
        createable: true,
        updateable: true,
        required: false
      }
    }
  }
});

async function signedIn(view: OrgView, locks?: Parameters<typeof createTaskWriter>[0]['locks']) {
  const time = virtualTime();
  const org = memoryOrg();
  const genesys = silentGenesys();
  const records = new Map<string, Fields>();
  const gateway: TranscriptGateway = {
    async create(fields) {
      const recordId = `a0500000000000${records.size + 1}AAA`;
      records.set(recordId, { ...fields });
      return { ok: true, recordId };
    },
    async update(recordId, fields) {
      records.set(recordId, { ...records.get(recordId), ...fields });
      return { ok: true, recordId };
    },
    find: async () => ({ ok: true })
  };
  const session = createSession({
    clock: time.clock,
    timers: time.timers,
    locale: 'en-US',
    timeZone: 'UTC',
    createGenesys: () => genesys.cloud,
    createTranscripts: (options) =>
      createTranscripts({
        gateway,
        timers: time.timers,
        random: () => 0.5,
        timeZone: 'UTC',
        ...options
      }),
    createWriter: (options) =>
      createTaskWriter(
        {
          gateway: org.gateway,
          storage: memoryStorage(),
          locks,
          openChannel: () => undefined,
          clock: time.clock,
          timers: time.timers,
          random: () => 0.5,
          randomBytes: (count) => new Uint8Array(count),
          namespace: 'test'
        },
        options
      )
  });
  genesys.answers.start = async () => {
    genesys.emit({ type: 'user', user: { id: ANA, name: 'Ana Ruiz' } });
    return { ok: true, value: { id: ANA, name: 'Ana Ruiz' } };
  };
  genesys.answers.messages = async (_id: string, ids: string[]) => ({
    ok: true,
    value: ids.map((id) => ({
      id,
      timestamp: AT,
      direction: id.startsWith('a') ? 'outbound' : 'inbound',
      ...(id.startsWith('a') && { createdBy: { id: ANA } }),
      normalizedMessage: { type: 'Text', text: `text ${id}` }
    }))
  });
  session.setOrg(view);
  genesys.emit({ type: 'signedIn', expiresAt: 0 });
  await settle();
  const tell = async (...told: Parameters<typeof event>): Promise<void> => {
    genesys.emit(event(...told));
    await settle();
  };
  const asked = (name: string) => genesys.calls.filter(([called]) => called === name);
  const texts = () => [...records.values()].map((record) => record.Text__c);
  return { ...genesys, session, org, gateway, records, time, tell, asked, texts };
}

describe('the transcript of a message', () => {
  it('is kept while it grows, and its id lands in the mapped field', async () => {
    const { org, tell, texts, session } = await signedIn(mapped('Interaction.Transcript'));
    await tell('messages', { ids: ['c-1'] });
    expect(texts()).toEqual(['2026-03-02T15:00:00Z Customer (Blanche Stokes): text c-1\n']);
    expect(org.tasks.get('00T000000000001AAA')).toMatchObject({
      Transcript__c: 'a05000000000001AAA'
    });
    expect(session.view().rows[0]?.attributes).toMatchObject({
      'Interaction.Transcript': 'a05000000000001AAA'
    });

    await tell('messages', { ids: ['c-1', 'a-2'], disconnectedTime: END });
    expect(texts()).toEqual([
      '2026-03-02T15:00:00Z Agent (Ana Ruiz): text a-2\n2026-03-02T15:00:00Z Customer (Blanche Stokes): text c-1\n'
    ]);
  });

  it('goes on after the end', async () => {
    const { tell, texts, time } = await signedIn(mapped('Interaction.Transcript'));
    await tell('messages', { ids: ['c-1'], disconnectedTime: END });
    await time.pass(60_000);
    await tell('messages', { ids: ['c-1', 'c-2'], disconnectedTime: END });
    expect(texts()[0]).toContain('text c-2');
  });

  it('is begun when a mapping comes to ask for it', async () => {
    const { tell, texts, session } = await signedIn(ORG);
    await tell('messages', { ids: ['c-1'] });
    expect(texts()).toEqual([]);
    session.setOrg(mapped('Interaction.Transcript'));
    await settle();
    expect(texts()).toHaveLength(1);
  });

  const silent: [string, OrgView][] = [
    ['without a mapping', ORG],
    ['with a mapping switched off', mapped('Interaction.Transcript', false)],
    ['with a mapping for chats only', mapped('Chat.Transcript')]
  ];
  it.each(silent)('is not even read %s', async (_name, view) => {
    const { tell, asked, records } = await signedIn(view);
    await tell('messages', { ids: ['c-1'] });
    expect(asked('messages')).toEqual([]);
    expect(records.size).toBe(0);
  });

  it('is left to the tab that writes', async () => {
    let elect: () => unknown = () => undefined;
    const locks = {
      request: (_name: string, run: () => unknown) => new Promise(() => (elect = run))
    };
    const { tell, texts } = await signedIn(mapped('Interaction.Transcript'), locks as never);
    await tell('messages', { ids: ['c-1'] });
    expect(texts()).toEqual([]);
    elect();
    await settle();
    expect(texts()).toHaveLength(1);
  });

  it('that Salesforce refuses is said on its row, until it is taken', async () => {
    const { tell, gateway, session, texts } = await signedIn(mapped('Interaction.Transcript'));
    const { create } = gateway;
    gateway.create = async () => ({
      ok: false,
      failure: { type: 'permanent', message: 'No access to transcripts' }
    });
    await tell('messages', { ids: ['c-1'] });
    const said = () => session.view().rows[0]?.transcriptRefused;
    expect(said()).toBe('No access to transcripts');
    await tell('messages', { ids: ['c-1', 'c-2'] });
    expect(said()).toBe('No access to transcripts');

    gateway.create = create;
    void session.run({ type: 'retry', key: KEY });
    await settle();
    expect(texts()).toHaveLength(1);
    expect(said()).toBeUndefined();
  });

  it('that may not be read leaves the rest of the Task right', async () => {
    const { org, tell, answers } = await signedIn(mapped('Interaction.Transcript'));
    answers.messages = { ok: false, problem: { type: 'forbidden', operation: 'x', message: '' } };
    await tell('messages', { ids: ['c-1'] });
    const [task] = org.tasks.values();
    expect(task).toMatchObject({ Interaction_Key__c: KEY, Type: 'Chat' });
    expect(task).not.toHaveProperty('Transcript__c');
  });
});

it('the transcript of a chat is read from its recording, after its end', async () => {
  const { org, tell, answers, asked, texts, time } = await signedIn(mapped('Chat.Transcript'));
  answers.recordings = { ok: true, value: [] };
  await tell('chats', {});
  expect(asked('recordings')).toHaveLength(0);
  await tell('chats', { disconnectedTime: END });
  const line = { id: 'c', utc: AT, body: 'Hello', participantPurpose: 'customer' };
  answers.recordings = { ok: true, value: [{ media: 'chat', transcript: [line] }] };
  await time.pass(60_000);
  expect(texts()).toEqual(['2026-03-02T15:00:00Z Customer (Blanche Stokes): Hello\n']);
  expect([...org.tasks.values()][0]).toMatchObject({ Transcript__c: 'a05000000000001AAA' });
});

it('emails are summed up when the agent has one and after its end', async () => {
  const { tell, answers, asked, texts } = await signedIn(mapped('Interaction.Transcript'));
  const email = {
    id: 'e',
    time: AT,
    from: { name: 'Blanche' },
    subject: 'Order',
    textBodyPreview: 'Hi'
  };
  answers.emails = { ok: true, value: [email] };
  await tell('emails', {});
  await tell('emails', { disconnectedTime: END });
  expect(asked('emails')).toHaveLength(2);
  expect(texts()).toEqual(['2026-03-02T15:00:00Z Sender (Blanche): Order – Hi\n']);
});

it('a call has none', async () => {
  const { tell, records } = await signedIn(mapped('Interaction.Transcript'));
  await tell('calls', { disconnectedTime: END });
  expect(records.size).toBe(0);
});
