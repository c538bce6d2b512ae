import type { MessageType, WrapUpRule } from './conversation';

/** The organization behind the simulator: made-up people, queues and codes with fixed ids. */

export const CLIENT_ID = 'local-softphone';
export const REGION = 'workbench.example';

/** Permissions that the simulator asks for, under the names the real one uses. */
export const permissions = {
  conversation: 'conversation:communication:view',
  call: 'conversation:call:view',
  queues: 'routing:queue:view',
  ownQueues: 'routing:queue:join',
  wrapUpCodes: 'routing:wrapupCode:view',
  detailEvents: 'analytics:conversationDetail:view',
  users: 'directory:user:view',
  messageText: 'conversation:message:view',
  emailText: 'conversation:email:view',
  recordings: 'recording:recording:view',
  contacts: 'outbound:contact:view',
  monitor: 'conversation:call:monitor',
  coach: 'conversation:call:coach',
  bargeIn: 'conversation:call:barge'
} as const;

/** The organization's own address on each channel: whom customers write to. */
export const ownAddresses: Readonly<Record<'email' | MessageType, string>> = {
  email: 'support@example.com',
  sms: '+13175550100',
  whatsapp: '+13175550100',
  facebook: '105550100200300',
  line: 'U0a1b2c3d4e5f60718293a4b5c6d7e8f9',
  twitter: '905550100',
  webmessaging: '70000000-0000-4000-8000-000000000001',
  open: '70000000-0000-4000-8000-000000000002'
};

export type UserKey = 'agent' | 'agent2' | 'admin';

export interface User {
  id: string;
  /** The name the workbench knows the person by, the same as in the local Salesforce org. */
  key: UserKey;
  name: string;
  email: string;
  title: string;
  station?: { id: string; name: string };
  /** What the person starts the day as. */
  presence: string;
  admin: boolean;
}

export interface WrapUpCode {
  id: string;
  name: string;
}

export interface Queue {
  id: string;
  name: string;
  wrapUp: WrapUpRule;
  codes: readonly WrapUpCode[];
  members: readonly string[];
}

export interface Presence {
  id: string;
  name: string;
  systemPresence: string;
  primary: boolean;
  /** Names in languages, as Genesys spells them. */
  languageLabels?: Record<string, string>;
}

const numbered = (letter: string, n: number) =>
  `${letter}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const code = (n: number, name: string): WrapUpCode => ({ id: numbered('d', n), name });

export const organization = { id: numbered('e', 1), name: 'Workbench' };
export const division = { id: numbered('e', 2), name: 'Home' };
export const flows = {
  ivr: { id: numbered('f', 1), name: 'Welcome menu' },
  workflow: { id: numbered('f', 2), name: 'Sort incoming messages' },
  dialer: { id: numbered('f', 3), name: 'Dialer' },
  voicemail: { id: numbered('f', 4), name: 'Voicemail' }
} as const;
/** The organization's own number: what customers call and what they see when called. */
export const MAIN_NUMBER = '+13175550100';

export const users: readonly User[] = [
  {
    id: numbered('a', 1),
    key: 'agent',
    name: 'Ana Ruiz',
    email: 'ana.ruiz@example.com',
    title: 'Service agent',
    station: { id: numbered('9', 1), name: 'Ana Ruiz WebRTC' },
    presence: 'On Queue',
    admin: false
  },
  {
    id: numbered('a', 2),
    key: 'agent2',
    name: 'Ben Okafor',
    email: 'ben.okafor@example.com',
    title: 'Service agent',
    station: { id: numbered('9', 2), name: 'Ben Okafor WebRTC' },
    presence: 'On Queue',
    admin: false
  },
  {
    id: numbered('a', 3),
    key: 'admin',
    name: 'Ada Lind',
    email: 'ada.lind@example.com',
    title: 'Administrator',
    presence: 'Available',
    admin: true
  }
];

const members = users.filter((user) => !user.admin).map((user) => user.id);

export const queues: readonly Queue[] = [
  {
    id: numbered('b', 1),
    name: 'Helpdesk',
    wrapUp: { prompt: 'optional' },
    codes: [code(1, 'Resolved'), code(2, 'Follow-up needed'), code(3, 'Escalated')],
    members
  },
  {
    id: numbered('b', 2),
    name: 'Sales',
    wrapUp: { prompt: 'mandatory' },
    codes: [code(4, 'Order placed'), code(5, 'Not interested'), code(6, 'Call back later')],
    members
  },
  {
    id: numbered('b', 3),
    name: 'Billing',
    wrapUp: { prompt: 'timeout', timeoutMs: 30_000 },
    codes: [code(7, 'Invoice explained'), code(8, 'Refund granted'), code(9, 'Dispute opened')],
    members
  }
];

export const wrapUpCodes: readonly WrapUpCode[] = queues.flatMap((queue) => queue.codes);

const system = [
  'Available',
  'Away',
  'Break',
  'Busy',
  'Idle',
  'Meal',
  'Meeting',
  'Offline',
  'On Queue',
  'Training'
];

/** Genesys Cloud names its own presences in some twenty languages. */
const GERMAN: Readonly<Record<string, string>> = {
  Available: 'Verfügbar',
  Away: 'Abwesend',
  Break: 'Pause',
  Busy: 'Beschäftigt',
  Idle: 'Untätig',
  Meal: 'Essen',
  Meeting: 'Besprechung',
  Offline: 'Offline',
  'On Queue': 'In der Warteschlange',
  Training: 'Schulung'
};

export const presences: readonly Presence[] = [
  ...system.map((name, index) => ({
    id: numbered('c', index + 1),
    name,
    systemPresence: name,
    primary: true,
    languageLabels: { en_US: name, de: GERMAN[name] ?? name }
  })),
  { id: numbered('c', 11), name: 'Back office', systemPresence: 'Busy', primary: false }
];

export const userById = (id: string | undefined) => users.find((user) => user.id === id);
export const queueById = (id: string | undefined) => queues.find((queue) => queue.id === id);
export const presenceByName = (name: string) =>
  presences.find((presence) => presence.name.toLowerCase() === name.toLowerCase());

/** A user by id, workbench name or e-mail address. */
export const findUser = (words: string | undefined) =>
  users.find((user) => [user.id, user.key, user.email].includes(words ?? ''));
/** A queue by id or name. */
export const findQueue = (words: string | undefined) =>
  queues.find((queue) => queue.id === words || queue.name.toLowerCase() === words?.toLowerCase());
/** A wrap-up code by id or name, of one queue. */
export const findCode = (queue: Queue, words: string) =>
  queue.codes.find((each) => each.id === words || each.name.toLowerCase() === words.toLowerCase());
