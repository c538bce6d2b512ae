import { beganAt, connectedAtOf, isOver, leftAt } from './conversation';
import type { Communication, Conversation, Facts, Participant } from './conversation';
import type { InteractionState, InteractionType, Media } from './interactionView';
import type { Time } from './time';
import type { AttributeContext } from './attributeContext';

/**
 * One participant seen within its conversation: what attributes and the panel are derived from. (It may not have
 * connected yet; whether it deserves a Task is `connectedAt`.)
 */
export interface Leg {
  conversation: Conversation;
  id: string;
  facts: Facts;
  communication: Communication;
  type: InteractionType;
  media: Media;
  connectedAt?: Time;
  disconnectedAt?: Time;
  customer?: Participant;
  /** The customer's communication of the leg's medium, else its current one. */
  customerCommunication?: Communication;
  context: AttributeContext;
}

/** Undefined: a participant without a medium of ours takes part in no interaction. */
export function legOf(
  conversation: Conversation,
  participant: Participant,
  context: AttributeContext
): Leg | undefined {
  const facts = participant.now;
  const communication = currentCommunication(facts.communications);
  if (!communication) return undefined;
  const customer = customerOf(conversation);
  const type = typeOf(conversation, communication, facts, customer);
  const { media } = communication;
  return {
    conversation,
    id: participant.id,
    facts,
    communication,
    type,
    media,
    connectedAt: connectedAtOf(facts),
    disconnectedAt: leftAt(facts),
    customer,
    customerCommunication: customer && communicationOf(customer.now, media),
    context
  };
}

/**
 * The live communication, else the one that ended last in time; of several that live, the first: a consult begins during
 * the customer's call. Callbacks come before all others: a callback owns the call that it placed.
 */
export function currentCommunication(list: readonly Communication[]): Communication | undefined {
  if (list.length < 2) return list[0];
  const live = list.filter((communication) => !isOver(communication));
  const candidates = live.length > 0 ? live : list;
  const callbacks = candidates.filter(({ media }) => media === 'callback');
  const [first, ...others] = callbacks.length > 0 ? callbacks : candidates;
  if (live.length > 0) return first;
  return others.reduce((last, other) => (endOf(other) > endOf(last) ? other : last), first!);
}

const endOf = ({ disconnectedAt = '' }: Communication): Time => disconnectedAt;

/** The communication during which another one began (a consult), if there is one. */
export function interruptedBy(
  { communications }: Facts,
  consult: Communication
): Communication | undefined {
  return communications.findLast(
    (other) =>
      other !== consult &&
      other.media === consult.media &&
      beganAt(other) < beganAt(consult) &&
      (!isOver(other) || endOf(other) > beganAt(consult))
  );
}

function communicationOf(facts: Facts, media: Media): Communication | undefined {
  const ofMedia = facts.communications.filter((communication) => communication.media === media);
  return currentCommunication(ofMedia.length > 0 ? ofMedia : facts.communications);
}

/** Purposes of parties that are never the customer. A participant with a user id is a user whatever its purpose. */
const NO_CUSTOMER = new Set([
  'user',
  'agent',
  'acd',
  'ivr',
  'workflow',
  'dialer',
  'voicemail',
  'botflow',
  'campaign',
  'group'
]);

/** Participant with purpose `customer`, else `external`, else the first that is no user and none of the platform's. */
export function customerOf(conversation: Conversation): Participant | undefined {
  let external: Participant | undefined;
  let other: Participant | undefined;
  for (const participant of conversation.participants) {
    const { purpose, userId } = participant.now;
    if (purpose === 'customer') return participant;
    if (purpose === 'external') external ??= participant;
    else if (userId === undefined && !NO_CUSTOMER.has(purpose ?? '')) other ??= participant;
  }
  return external ?? other;
}

export function isUser({ purpose, userId }: Facts): boolean {
  return (
    purpose === 'agent' || purpose === 'user' || (purpose === undefined && userId !== undefined)
  );
}

/** An internal call has no customer or external party, and two or more users. */
export function isInternal({ conversation }: Leg): boolean {
  let first: string | undefined;
  let isMore = false;
  for (const { id, now } of conversation.participants) {
    if (now.purpose === 'customer' || now.purpose === 'external') return false;
    if (!isUser(now)) continue;
    const user = now.userId ?? id;
    first ??= user;
    if (user !== first) isMore = true;
  }
  return isMore;
}

const DIALER_KEYS = ['dialerContactId', 'dialerContactListId', 'dialerCampaignId'];

function typeOf(
  conversation: Conversation,
  communication: Communication,
  facts: Facts,
  customer: Participant | undefined
): InteractionType {
  const media = hasMedia(facts, 'callback') ? 'callback' : communication.media;
  // Campaigns also send messages and mail: only voice is outbound dialing.
  if ((media === 'call' || media === 'callback') && isDialed(conversation, facts, customer)) {
    return 'dialing';
  }
  if (media !== 'callback') return media;
  return conversation.participants.some(({ now }) => now.communications.some((c) => c.voicemail))
    ? 'voicemail'
    : 'callback';
}

function isDialed(
  { participants }: Conversation,
  facts: Facts,
  customer: Participant | undefined
): boolean {
  const attributes = customer?.now.attributes;
  if (attributes && DIALER_KEYS.some((key) => typeof attributes[key] === 'string')) return true;
  return (
    hasPreview(facts) ||
    (customer !== undefined && hasPreview(customer.now)) ||
    participants.some(({ now }) => now.purpose === 'dialer' || now.purpose === 'campaign')
  );
}

function hasPreview({ communications }: Facts): boolean {
  return communications.some(
    ({ contactId, contactListId, campaignId }) =>
      contactId !== undefined || contactListId !== undefined || campaignId !== undefined
  );
}

function hasMedia({ communications }: Facts, media: Media): boolean {
  return communications.some((communication) => communication.media === media);
}

const KNOWN_STATES: ReadonlySet<string> = new Set<InteractionState>([
  'alerting',
  'dialing',
  'contacting',
  'connected',
  'scheduled',
  'uploading',
  'converting',
  'transmitting',
  'offering',
  'none'
]);

/** States before connecting: a connected time is stronger than these words. */
const BEFORE = new Set(['alerting', 'dialing', 'contacting', 'scheduled', 'offering', 'none']);

/** `undefined` when nothing is known. Times are stronger than the told state; a state word we do not know is kept. */
export function stateOf(
  facts: Facts,
  communication: Communication | undefined
): string | undefined {
  if (facts.endedAt !== undefined || (communication && isOver(communication)))
    return 'disconnected';
  const told = communication?.state;
  const connected =
    told === 'connected' ||
    (connectedAtOf(facts) !== undefined && (told === undefined || BEFORE.has(told)));
  if (!connected) return told;
  return communication?.held ? 'held' : 'connected';
}

export function interactionStateOf({ facts, communication, connectedAt }: Leg): InteractionState {
  const state = stateOf(facts, communication);
  if (state === 'held' || state === 'disconnected') return state;
  if (state !== undefined && KNOWN_STATES.has(state)) return state as InteractionState;
  return connectedAt === undefined ? 'none' : 'connected';
}
