import type {
  AddRequest,
  AgentRequest,
  AttributesRequest,
  CustomerRequest,
  SuperviseRequest,
  TransferRequest
} from './requests';
import type { StartRequest } from './startRequest';

/**
 * A whole conversation, as data: what starts it, then who does what how long after the step before.
 * `Me` stands for the agent it is played for, `Other` for the colleague.
 */
export interface Scenario {
  name: string;
  label: string;
  description: string;
  start: StartRequest;
  steps: readonly Step[];
}

export const ME = '{me}';
export const OTHER = '{other}';

/** `after`: milliseconds since the step before. */
export type Step = { after: number } & (
  | { customer: CustomerRequest }
  | { agent: AgentRequest }
  | { transfer: TransferRequest }
  | { add: AddRequest }
  | { supervise: SuperviseRequest }
  | { attributes: AttributesRequest }
  | { start: StartRequest }
);

const SECOND = 1_000;
const answer = (after = SECOND, agent = ME): Step => ({
  after,
  agent: { agent, action: 'answer' }
});
const reply = (text: string, after = SECOND): Step => ({
  after,
  agent: { agent: ME, action: 'send', text }
});
const says = (text: string, after = SECOND): Step => ({
  after,
  customer: { action: 'send', text }
});
const customerLeaves = (after = SECOND): Step => ({ after, customer: { action: 'hangUp' } });
const agentLeaves = (after = SECOND, agent = ME): Step => ({
  after,
  agent: { agent, action: 'hangUp' }
});
const wrapUp = (code: string, notes?: string, agent = ME): Step => ({
  after: SECOND,
  agent: { agent, action: 'wrapUp', code, ...(notes && { notes }) }
});
const data = (attributes: Record<string, string>, after = 500): Step => ({
  after,
  attributes: { attributes }
});

/** Long enough that a transcript needs more than one record of 131,072 characters. */
const LONG = 'All work and no play makes a very long message, said again and again. '.repeat(20);

export const scenarios: readonly Scenario[] = [
  {
    name: 'webChat',
    label: 'Web messaging about an order',
    description: 'A guest writes, sends a picture, leaves; the survey comes after the end.',
    start: {
      type: 'webmessaging',
      text: 'Hello! Where is my order 4711?',
      attributes: { 'context.orderNumber': '4711', 'context.email': 'guest@example.com' }
    },
    steps: [
      answer(),
      reply('Hello, this is Ana. Let me have a look.'),
      says('It should have come on Monday 😕'),
      {
        after: SECOND,
        customer: { action: 'send', attachments: [{ name: 'order-4711.png' }] }
      },
      reply('It arrives today before 5 pm.'),
      says('Wonderful, thank you!'),
      customerLeaves(),
      wrapUp('Resolved'),
      data({ survey: '5' })
    ]
  },
  {
    name: 'sms',
    label: 'SMS about a router',
    description: 'A short exchange of text messages, ended by the agent.',
    start: { type: 'sms', attributes: { policyNumber: 'P-1044' } },
    steps: [
      answer(),
      reply('Is the cable plugged in on both ends?'),
      says('One end was loose. It works now!'),
      agentLeaves(),
      wrapUp('Resolved', 'Loose cable')
    ]
  },
  {
    name: 'whatsapp',
    label: 'WhatsApp with pictures and stickers',
    description: 'Attachments, a sticker and emoji that a transcript must not split.',
    start: { type: 'whatsapp', queue: 'Sales' },
    steps: [
      answer(),
      reply('Your order leaves today 🚚'),
      {
        after: SECOND,
        customer: { action: 'send', text: 'This one?', attachments: [{ name: 'shelf.jpg' }] }
      },
      { after: SECOND, customer: { action: 'send', sticker: 'https://stickers.example.com/7' } },
      says('👨‍👩‍👧‍👦 we all say thanks'),
      agentLeaves(),
      wrapUp('Order placed')
    ]
  },
  {
    name: 'x',
    label: 'X (Twitter) about a late parcel',
    description: 'The only channel whose sender has a user name.',
    start: { type: 'twitter' },
    steps: [
      answer(),
      reply('Sorry! Which parcel?'),
      says('Number 88'),
      agentLeaves(),
      wrapUp('Escalated')
    ]
  },
  {
    name: 'facebook',
    label: 'Facebook about opening hours',
    description: 'A question and an answer.',
    start: { type: 'facebook' },
    steps: [answer(), reply('From ten to four.'), agentLeaves(), wrapUp('Resolved')]
  },
  {
    name: 'line',
    label: 'LINE with a sticker',
    description: 'Japanese text and a sticker without any.',
    start: { type: 'line' },
    steps: [
      answer(),
      reply('ありがとうございます'),
      { after: SECOND, customer: { action: 'send', sticker: 'https://stickers.example.com/1' } },
      agentLeaves(),
      wrapUp('Resolved')
    ]
  },
  {
    name: 'openWorkItem',
    label: 'Open messaging with a routed work item',
    description: 'A chat of another system; participant data names its work item.',
    start: { type: 'open', attributes: { workItemId: '0Bz000000000001AAA' } },
    steps: [answer(), reply('We have your case open.'), agentLeaves(), wrapUp('Follow-up needed')]
  },
  {
    name: 'longConversation',
    label: 'A conversation of 200,000 characters',
    description: 'Messages that no single transcript record can hold.',
    start: { type: 'open', text: LONG },
    steps: [
      answer(),
      ...Array.from({ length: 140 }, (_, n) =>
        n % 2 ? says(`${n}: ${LONG}`, 20) : reply(`${n}: ${LONG}`, 20)
      ),
      agentLeaves(),
      wrapUp('Escalated')
    ]
  },
  {
    name: 'email',
    label: 'Email about an invoice',
    description: 'An email, an answer with an attachment, a second email in the thread.',
    start: {
      type: 'email',
      queue: 'Billing',
      subject: 'Invoice 4711',
      attributes: { account: 'A-7' }
    },
    steps: [
      answer(),
      {
        after: SECOND,
        agent: {
          agent: ME,
          action: 'send',
          text: 'Here it is.',
          attachments: [{ name: 'invoice-4711.pdf' }]
        }
      },
      says('Thank you, that was quick.', 2 * SECOND),
      agentLeaves(),
      wrapUp('Invoice explained')
    ]
  },
  {
    name: 'outboundEmail',
    label: 'Email written by the agent',
    description: 'Begun by the agent on behalf of a queue.',
    start: { type: 'email', direction: 'outbound', queue: 'Sales', subject: 'Your offer' },
    steps: [agentLeaves(2 * SECOND), wrapUp('Call back later')]
  },
  {
    name: 'chat',
    label: 'Chat (legacy)',
    description: 'Only its topic tells of it; the text comes as a recording after the end.',
    start: {
      type: 'chat',
      attributes: { 'context.firstName': 'Finley', 'context.topic': 'Delivery' }
    },
    steps: [
      answer(),
      reply('Hello Finley, how can I help?'),
      says('My address has changed.'),
      reply('Done. Anything else?'),
      says('No, thanks 👋'),
      customerLeaves(),
      wrapUp('Resolved')
    ]
  },
  {
    name: 'callback',
    label: 'Callback',
    description: 'A web form asked for it; the agent calls, talks, completes.',
    start: { type: 'callback', attributes: { reason: 'Upgrade' } },
    steps: [
      answer(),
      { after: SECOND, agent: { agent: ME, action: 'callBack' } },
      customerLeaves(5 * SECOND),
      agentLeaves(),
      wrapUp('Resolved')
    ]
  },
  {
    name: 'voicemail',
    label: 'Voicemail',
    description: 'A callback that carries a voicemail; the agent listens and does not call.',
    start: { type: 'voicemail' },
    steps: [answer(), agentLeaves(3 * SECOND), wrapUp('Follow-up needed', 'Will call tomorrow')]
  },
  {
    name: 'preview',
    label: 'Campaign, preview',
    description: 'The agent reads the contact, then calls.',
    start: { type: 'preview', queue: 'Sales' },
    steps: [
      answer(),
      { after: 2 * SECOND, agent: { agent: ME, action: 'callBack' } },
      customerLeaves(4 * SECOND),
      agentLeaves(),
      wrapUp('Order placed')
    ]
  },
  {
    name: 'progressive',
    label: 'Campaign, progressive',
    description: 'The dialer reaches the contact, then an agent.',
    start: { type: 'progressive', queue: 'Sales', contact: 'Paul Etxea' },
    steps: [answer(), customerLeaves(4 * SECOND), wrapUp('Not interested')]
  },
  {
    name: 'call',
    label: 'Call with hold and late survey',
    description: 'Hold, data during the call, wrap-up, and a survey after the end.',
    start: { type: 'call', attributes: { policyNumber: 'P-1044', 'context.reason': 'Upgrade' } },
    steps: [
      answer(),
      { after: SECOND, agent: { agent: ME, action: 'hold' } },
      { after: SECOND, agent: { agent: ME, action: 'resume' } },
      data({ verified: 'yes' }),
      customerLeaves(),
      wrapUp('Resolved'),
      data({ survey: '9' })
    ]
  },
  {
    name: 'transferToQueue',
    label: 'Call transferred to a queue',
    description: 'Each agent has a part of their own.',
    start: { type: 'call' },
    steps: [
      answer(),
      { after: 2 * SECOND, transfer: { agent: ME, toQueue: 'Sales', for: OTHER } },
      answer(2 * SECOND, OTHER),
      customerLeaves(2 * SECOND),
      wrapUp('Escalated'),
      wrapUp('Order placed', undefined, OTHER)
    ]
  },
  {
    name: 'consult',
    label: 'Consult transfer',
    description: 'The agent asks a colleague, speaks to both, and leaves them to it.',
    start: { type: 'call' },
    steps: [
      answer(),
      { after: SECOND, agent: { agent: ME, action: 'consult', to: OTHER } },
      answer(SECOND, OTHER),
      { after: SECOND, agent: { agent: ME, action: 'speakTo', speakTo: 'BOTH' } },
      agentLeaves(),
      customerLeaves(2 * SECOND),
      wrapUp('Escalated')
    ]
  },
  {
    name: 'consultQueue',
    label: 'Consult with a queue',
    description: 'Whoever of the other queue answers is asked; the caller stays with the agent.',
    start: { type: 'call' },
    steps: [
      answer(),
      {
        after: SECOND,
        agent: { agent: ME, action: 'consult', toQueue: 'Billing', for: OTHER }
      },
      answer(SECOND, OTHER),
      { after: SECOND, agent: { agent: ME, action: 'cancelConsult' } },
      customerLeaves(),
      wrapUp('Resolved'),
      wrapUp('Invoice explained', undefined, OTHER)
    ]
  },
  {
    name: 'conference',
    label: 'Conference',
    description: 'A colleague and a number outside join; nobody leaves.',
    start: { type: 'call' },
    steps: [
      answer(),
      { after: SECOND, add: { agent: ME, toAgent: OTHER } },
      answer(SECOND, OTHER),
      { after: SECOND, add: { agent: ME, toNumber: '+13175550160' } },
      agentLeaves(4 * SECOND, OTHER),
      customerLeaves(),
      agentLeaves(),
      wrapUp('Resolved')
    ]
  },
  {
    name: 'supervised',
    label: 'Supervised call',
    description: 'A supervisor listens, then speaks: their part is no interaction of theirs.',
    start: { type: 'call' },
    steps: [
      answer(),
      { after: SECOND, supervise: { how: 'monitor', agent: ME } },
      { after: SECOND, agent: { agent: 'admin', action: 'hangUp' } },
      { after: SECOND, supervise: { how: 'bargeIn', agent: ME } },
      customerLeaves(2 * SECOND),
      wrapUp('Resolved')
    ]
  },
  {
    name: 'several',
    label: 'Several at once',
    description: 'A call, an SMS, WhatsApp and an email for one agent at the same time.',
    start: { type: 'sms' },
    steps: [
      { after: 500, start: { type: 'whatsapp' } },
      { after: 500, start: { type: 'email' } },
      { after: 500, start: { type: 'call' } }
    ]
  },
  {
    name: 'missed',
    label: 'Missed, then taken',
    description:
      'Declined once: each alert is a part of its own, only the one that connects counts.',
    start: { type: 'call' },
    steps: [
      { after: SECOND, agent: { agent: ME, action: 'decline' } },
      answer(3 * SECOND),
      customerLeaves(2 * SECOND),
      wrapUp('Resolved')
    ]
  }
];
