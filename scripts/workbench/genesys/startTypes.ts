import { contactList } from './contactLists';
import { customers } from './customers';
import type { InteractionType } from './conversation';
import type { Direction, StartRequest } from './startRequest';

/** One input of a form that starts an interaction. */
export interface StartField {
  name: Exclude<keyof StartRequest, 'type' | 'direction'>;
  label: string;
  /** What to ask with: `agent`, `queue` and `contact` are chosen from the overview's lists. */
  input:
    | 'text'
    | 'longText'
    | 'number'
    | 'dateTime'
    | 'yesNo'
    | 'agent'
    | 'queue'
    | 'contact'
    | 'attributes';
  required?: true;
  /** What is taken when it is left out. */
  fallback?: string;
}

/** A row of the list of what can be started, complete enough to draw a form from. */
export interface StartType {
  type: InteractionType;
  direction: Direction;
  label: string;
  fields: readonly StartField[];
}

const field = (
  name: StartField['name'],
  label: string,
  input: StartField['input'] = 'text',
  fallback?: string
): StartField => ({ name, label, input, ...(fallback && { fallback }) });

const agent = field('agent', 'For', 'agent', 'the first free agent');
const starter: StartField = { ...field('agent', 'Agent', 'agent'), required: true };
const queue = field('queue', 'Queue', 'queue', 'Helpdesk');
const attributes = field('attributes', 'Participant data', 'attributes');
const queueSeconds = field('queueSeconds', 'Seconds in the queue', 'number', '3');
const routing = [queue, agent, queueSeconds, attributes] as const;
const uui = field('uui', 'User-to-user information');

const name = (type: InteractionType) => field('name', 'Customer', 'text', customers[type].name);
const address = (type: InteractionType, label: string) =>
  field('address', label, 'text', customers[type].address);
const text = (type: InteractionType, label = 'First message') =>
  field('text', label, 'longText', customers[type].text);

const inbound = (
  type: InteractionType,
  label: string,
  fields: readonly StartField[]
): StartType => ({ type, direction: 'inbound', label, fields: [...fields, ...routing] });

const social = (type: InteractionType, label: string, addressLabel: string) =>
  inbound(type, label, [name(type), address(type, addressLabel), text(type)]);

const outbound = (
  type: InteractionType,
  label: string,
  fields: readonly StartField[]
): StartType => ({
  type,
  direction: 'outbound',
  label,
  fields: [starter, ...fields, queue, attributes]
});

const contact = field('contact', 'Contact', 'contact', contactList.contacts[0]?.data.Name);

export const startTypes: readonly StartType[] = [
  inbound('call', 'Call', [
    name('call'),
    address('call', 'Caller number'),
    field('to', 'Called number'),
    field('flowSeconds', 'Seconds in the menu', 'number', '4'),
    uui
  ]),
  outbound('call', 'Call by an agent', [
    { ...field('address', 'Phone number'), required: true },
    field('name', 'Customer'),
    uui
  ]),
  {
    type: 'call',
    direction: 'internal',
    label: 'Call between agents',
    fields: [starter, { ...field('toAgent', 'Called', 'agent'), required: true }]
  },
  inbound('callback', 'Callback', [
    name('callback'),
    address('callback', 'Number to call back'),
    field('scheduledInSeconds', 'Due in seconds', 'number', '0')
  ]),
  inbound('voicemail', 'Voicemail', [
    name('voicemail'),
    address('voicemail', 'Number to call back')
  ]),
  { ...inbound('preview', 'Campaign, preview', [contact]), direction: 'outbound' },
  { ...inbound('progressive', 'Campaign, progressive', [contact, uui]), direction: 'outbound' },
  inbound('chat', 'Chat (legacy)', [name('chat'), text('chat')]),
  inbound('email', 'Email', [
    name('email'),
    address('email', 'From'),
    field('subject', 'Subject', 'text', 'Invoice 4711'),
    text('email', 'Text')
  ]),
  outbound('email', 'Email by an agent', [
    address('email', 'To'),
    field('name', 'Customer'),
    field('subject', 'Subject', 'text', 'Your question'),
    field('text', 'Text', 'longText')
  ]),
  inbound('sms', 'SMS', [address('sms', 'Phone number'), text('sms')]),
  outbound('sms', 'SMS by an agent', [
    address('sms', 'Phone number'),
    field('text', 'Text', 'longText')
  ]),
  social('whatsapp', 'WhatsApp', 'Phone number'),
  outbound('whatsapp', 'WhatsApp by an agent', [
    address('whatsapp', 'Phone number'),
    field('name', 'Customer'),
    field('text', 'Text', 'longText')
  ]),
  social('facebook', 'Facebook', 'User id'),
  social('line', 'LINE', 'User id'),
  inbound('twitter', 'X (Twitter)', [
    name('twitter'),
    field('userName', 'User name', 'text', customers.twitter.userName),
    address('twitter', 'User id'),
    text('twitter')
  ]),
  inbound('webmessaging', 'Web messaging', [
    address('webmessaging', 'Guest id'),
    text('webmessaging')
  ]),
  social('open', 'Open messaging', 'User id')
];
