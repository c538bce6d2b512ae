import type { Models } from 'purecloud-platform-client-v2';
import { readEmails, readRecordings } from '../transcript';

const parties = { customer: 'Blanche Stokes', users: { 'u-ana': 'Ana Ruiz' } };

describe('the transcript of a chat recording', () => {
  const message = (more: Models.ChatMessage): Models.ChatMessage => ({
    id: 'c-1',
    utc: '2026-03-02T15:00:00.000Z',
    from: 'room/1@chat.example.com',
    body: 'Hello',
    bodyType: 'STANDARD',
    participantPurpose: 'customer',
    ...more
  });
  const read = (more: Models.ChatMessage) =>
    readRecordings([{ media: 'chat', transcript: [message(more)] }], parties)[0];

  const cases: [string, Models.ChatMessage, [who: string, text: string] | undefined][] = [
    ['the customer', {}, ['Customer Blanche Stokes', 'Hello']],
    [
      'an agent by name',
      { participantPurpose: 'agent', user: { displayName: 'Ben Okafor' } },
      ['Agent Ben Okafor', 'Hello']
    ],
    [
      'an agent by id',
      { participantPurpose: 'agent', user: { id: 'u-ana' } },
      ['Agent Ana Ruiz', 'Hello']
    ],
    [
      'the system',
      { participantPurpose: undefined, from: undefined, bodyType: 'NOTICE' },
      ['System ', 'Hello']
    ],
    [
      'a customer who is called like an agent',
      { user: { displayName: 'Agent (Ana Ruiz)' } },
      ['Customer Blanche Stokes', 'Hello']
    ],
    [
      'somebody of no purpose, without an account',
      { participantPurpose: undefined, from: 'Agent (Ana Ruiz)' },
      ['System Agent (Ana Ruiz)', 'Hello']
    ],
    ['a bot', { participantPurpose: 'workflow', from: undefined }, ['Bot ', 'Hello']],
    ['someone joining', { bodyType: 'MEMBERJOIN' }, undefined],
    ['someone typing', { bodyType: 'TYPING', body: undefined }, undefined]
  ];
  it.each(cases)('%s', (_name, more, expected) => {
    const said = read(more);
    expect(said && [`${said.role} ${said.name}`, said.text]).toEqual(expected);
  });

  it('keeps messages without an id apart', () => {
    const transcript = ['one', 'two'].map((body) => message({ id: undefined, body }));
    const ids = readRecordings([{ transcript }], parties).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });

  it.each([[undefined], [null], [{ transcript: 'none' }], [{ transcript: [null, 4] }]])(
    'never throws on %p',
    (recording) => expect(readRecordings([recording], parties)).toEqual([])
  );
});

describe('emails', () => {
  const email = (more: Partial<Models.EmailMessagePreview> = {}): Models.EmailMessagePreview => ({
    id: 'e-1',
    to: [{ email: 'help@example.com' }],
    from: { name: 'Blanche Stokes', email: 'blanche@example.com' },
    subject: 'Order 4411',
    textBodyPreview: 'Where is it?',
    time: '2026-03-02T15:00:00.000Z',
    ...more
  });
  const cases: [string, Models.EmailMessagePreview, [string, string] | undefined][] = [
    [
      'subject and summary',
      email(),
      ['Sender Blanche Stokes, blanche@example.com', 'Order 4411 – Where is it?']
    ],
    [
      'what is attached, not what is drawn inside',
      email({
        attachments: [
          { name: 'bill.pdf', contentType: 'application/pdf' },
          { name: 'logo.png', contentType: 'image/png', inlineImage: true }
        ]
      }),
      [
        'Sender Blanche Stokes, blanche@example.com',
        'Order 4411 – Where is it? [Attachment: bill.pdf]'
      ]
    ],
    [
      'no name',
      email({ from: { email: 'b@example.com' }, textBodyPreview: '' }),
      ['Sender b@example.com', 'Order 4411']
    ],
    [
      'a name that looks like another address',
      email({ from: { name: 'help@example.com', email: 'b@example.org' } }),
      ['Sender help@example.com, b@example.org', 'Order 4411 – Where is it?']
    ],
    ['a draft', email({ draftType: 'Reply' }), undefined]
  ];
  it.each(cases)('%s', (_name, one, expected) => {
    const [said] = readEmails([one]);
    expect(said && [`${said.role} ${said.name}`, said.text]).toEqual(expected);
  });
});
