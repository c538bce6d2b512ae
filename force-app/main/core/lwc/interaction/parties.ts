import type { Communication, Facts } from './conversation';
import { connectedAtOf } from './conversation';
import { isInternal, isUser } from './leg';
import type { Leg } from './leg';
import type { Time } from './time';

/** Name of the queue the leg was routed to or from. */
export function queueNameOf(leg: Leg): string | undefined {
  const { facts, customer, conversation, context } = leg;
  if (facts.queueName !== undefined) return facts.queueName;
  const queueId = queueIdOf(leg);
  if (queueId !== undefined) {
    for (const { now } of conversation.participants) {
      if (now.purpose !== 'acd' || now.queueId !== queueId) continue;
      const name = now.queueName ?? now.name;
      if (name !== undefined) return name;
    }
  }
  // The customer moves on to the next queue: its name only counts for the leg's own queue.
  const theirs = customer?.now;
  if (theirs?.queueName !== undefined && (theirs.queueId ?? queueId) === queueId)
    return theirs.queueName;
  return queueId === undefined ? undefined : textOf(context.queueNames, queueId);
}

export function queueIdOf({ facts, customer }: Leg): string | undefined {
  return facts.queueId ?? customer?.now.queueId;
}

/** A text of a record that other rooms fill; never something inherited. */
export function textOf(
  record: Readonly<Record<string, unknown>> | undefined,
  key: string
): string | undefined {
  const value = record && Object.hasOwn(record, key) ? record[key] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The first value that any communication of leg, then customer, then the others tells: they share one medium's data. */
export function toldBy<K extends keyof Communication>(leg: Leg, field: K): Communication[K] {
  const value =
    toldIn(leg.facts.communications, field) ??
    (leg.customer && toldIn(leg.customer.now.communications, field));
  if (value !== undefined) return value;
  for (const { now } of leg.conversation.participants) {
    const theirs = toldIn(now.communications, field);
    if (theirs !== undefined) return theirs;
  }
  return undefined as Communication[K];
}

/** From the newest communication back. */
function toldIn<K extends keyof Communication>(
  list: readonly Communication[],
  field: K
): Communication[K] | undefined {
  for (let index = list.length - 1; index >= 0; index--) {
    const value = list[index]![field];
    if (value !== undefined) return value;
  }
  return undefined;
}

/** User-to-user information: of the leg, else of the customer. */
export function uuiDataOf(leg: Leg): string | undefined {
  return toldIn(leg.facts.communications, 'uuiData') ?? customerTold(leg, 'uuiData');
}

/**
 * Number that was dialed. The agent's own leg only has SIP forms of it. On an outbound call `other`
 * is our own number and the flat shape's `dnis` the customer's: the dialed one is the customer's.
 */
export function calledNumber(leg: Leg): string | undefined {
  if (leg.type === 'callback') return toldBy(leg, 'callbackNumber');
  if (isInternal(leg)) return 'Internal';
  if (directionOf(leg) === 'outbound') return callerNumber(leg);
  return customerTold(leg, 'otherAddress') ?? leg.customer?.now.dnis;
}

/** The customer's call, whatever the leg's medium (a callback's number comes with a call later). */
function customerTold<K extends keyof Communication>(
  { customer }: Leg,
  field: K
): Communication[K] | undefined {
  return customer && toldIn(customer.now.communications, field);
}

/**
 * The direction of the conversation: that of the customer's first communication, and of the leg's first where there is no
 * customer. Of a campaign's call the leg says `inbound`, as the call is routed to it.
 */
export function directionOf({ customer, facts }: Leg): 'inbound' | 'outbound' {
  return (customer && firstDirection(customer.now)) ?? firstDirection(facts) ?? 'inbound';
}

function firstDirection({ communications }: Facts): 'inbound' | 'outbound' | undefined {
  return communications.find(({ direction }) => direction !== undefined)?.direction;
}

/** The remote side of a message: who wrote an inbound one, whom an outbound one went to. */
export function messageSide(leg: Leg): { address?: string; display?: string } {
  const told = sideOf(leg.customerCommunication) ?? sideOf(leg.communication);
  return { address: told?.address ?? leg.customer?.now.address, display: told?.display };
}

function sideOf(
  message: Communication | undefined
): { address: string; display?: string } | undefined {
  if (message?.media !== 'message') return undefined;
  const outbound = message.direction === 'outbound';
  const address = outbound ? message.toAddress : message.fromAddress;
  const display = outbound ? message.toDisplay : message.fromDisplay;
  return address === undefined ? undefined : { address, display };
}

export function messageTypeOf(leg: Leg): string | undefined {
  return leg.type === 'message' ? toldBy(leg, 'messageType') : undefined;
}

export function callerNumber(leg: Leg): string | undefined {
  if (leg.type === 'callback') return toldBy(leg, 'callbackNumber');
  return customerTold(leg, 'selfAddress') ?? leg.customer?.now.address ?? leg.customer?.now.ani;
}

/** The other party's name. */
export function remoteNameOf(leg: Leg): string | undefined {
  const messageType = messageTypeOf(leg);
  if (messageType === 'webmessaging') return 'Guest';
  if (messageType === 'sms') {
    const { address, display } = messageSide(leg);
    return display ?? address;
  }
  const name = leg.customer?.now.name;
  if (leg.type === 'callback' || leg.type === 'voicemail')
    return toldBy(leg, 'callbackUserName') ?? name;
  if (leg.customer) return name;
  // An internal call has no customer: the other party is the other user.
  return leg.conversation.participants.find(
    ({ id, now }) =>
      id !== leg.id && isUser(now) && now.userId !== leg.facts.userId && now.name !== undefined
  )?.now.name;
}

/** The other party's address, for people to read. Every medium has one; the catalogue shows fewer. */
export function displayAddressOf(leg: Leg): string | undefined {
  if (leg.type === 'callback' || leg.type === 'voicemail') return toldBy(leg, 'callbackNumber');
  if (leg.type === 'message') {
    const { address, display } = messageSide(leg);
    return display ?? address;
  }
  return (
    customerTold(leg, 'selfDisplay') ??
    customerTold(leg, 'selfAddress') ??
    leg.customer?.now.address ??
    leg.customer?.now.ani ??
    toldBy(leg, 'callbackNumber')
  );
}

/** When the first party joined. */
export function startOf({ conversation }: Leg): Time | undefined {
  if (conversation.startedAt !== undefined) return conversation.startedAt;
  let earliest: Time | undefined;
  for (const { now } of conversation.participants) {
    const joined = now.startedAt ?? connectedAtOf(now);
    if (joined !== undefined && (earliest === undefined || joined < earliest)) earliest = joined;
  }
  return earliest;
}
