import type { Call, Party } from './contactCenter';

/** Shape E (a frame of the user's conversations topic) and C (`GET /conversations/{id}`). */
export type Shape = 'E' | 'C';
type Json = Record<string, unknown>;

export const queueNames: Record<string, string> = {
  'queue-0': 'Helpdesk',
  'queue-1': 'Sales',
  'queue-2': 'Billing'
};
export const wrapUpNames: Record<string, string> = {
  'code-0': 'Resolved',
  'code-1': 'Call back',
  'code-2': 'Wrong number'
};

const lists = {
  call: 'calls',
  internal: 'calls',
  dialing: 'calls',
  callback: 'callbacks',
  voicemail: 'callbacks',
  chat: 'chats',
  email: 'emails',
  message: 'messages'
} as const;

const iso = (time: number | undefined): string | undefined =>
  time === undefined ? undefined : new Date(time).toISOString();

function stateOf(party: Party): string {
  if (party.leftAt !== undefined) return 'disconnected';
  return party.connectedAt === undefined ? 'alerting' : 'connected';
}

/** What only one medium tells. */
function extrasOf(call: Call, party: Party): Json {
  const phone = { addressNormalized: '+13175550123', addressDisplayable: '(317) 555-0123' };
  if (call.kind === 'message') {
    const [fromAddress, toAddress] = [{ ...phone, name: 'Robin Doe' }, phone];
    return { type: call.messageType, fromAddress, toAddress };
  }
  if (call.kind === 'email') return { subject: 'Order 4411' };
  if (call.kind === 'callback' || call.kind === 'voicemail') {
    const voicemail = call.kind === 'voicemail' ? { voicemail: { id: 'voicemail-1' } } : {};
    return { callbackNumbers: ['+13175550123'], callbackUserName: 'Robin Doe', ...voicemail };
  }
  if (call.kind === 'chat') return {};
  return party.purpose === 'customer'
    ? { self: phone, other: { addressNormalized: '+13175550150' } }
    : { self: { addressNormalized: `sip:${party.id}@example.com` }, other: phone };
}

function communicationOf(call: Call, party: Party, withWrapUp: boolean): Json {
  const acw =
    party.acwFrom === undefined
      ? {}
      : {
          afterCallWork: {
            state: party.acwTo === undefined ? 'pending' : 'complete',
            startTime: iso(party.acwFrom),
            endTime: iso(party.acwTo)
          }
        };
  return {
    id: `c-${party.id}`,
    state: stateOf(party),
    direction: call.outbound ? 'outbound' : 'inbound',
    held: party.held,
    muted: false,
    startAlertingTime: iso(party.joinedAt),
    connectedTime: iso(party.connectedAt),
    disconnectedTime: iso(party.leftAt),
    startHoldTime: iso(party.heldSince),
    ...extrasOf(call, party),
    ...acw,
    ...(withWrapUp ? wrapUpOf(party, false) : {})
  };
}

function wrapUpOf(party: Party, withName: boolean): Json {
  if (party.wrapUpCode === undefined) return {};
  const code = `code-${party.wrapUpCode}`;
  return { wrapup: { code, ...(withName && { name: wrapUpNames[code] }) } };
}

function partyOf(call: Call, party: Party, shape: Shape): Json {
  const queueId = party.queue === undefined ? undefined : `queue-${party.queue}`;
  const rich = {
    startTime: iso(party.joinedAt),
    queueName: queueId && queueNames[queueId],
    ...(party.purpose === 'customer' && { ani: 'tel:+13175550123', dnis: 'tel:+13175550150' })
  };
  return {
    id: party.id,
    purpose: party.purpose,
    name: party.purpose === 'customer' ? 'Robin Doe' : undefined,
    userId: party.userId,
    queueId,
    connectedTime: iso(party.connectedAt),
    endTime: iso(party.leftAt),
    wrapupRequired: party.wrapsUp,
    startAcwTime: iso(party.acwFrom),
    endAcwTime: iso(party.acwTo),
    monitoredParticipantId: party.monitors,
    attributes: party.attributes,
    [lists[call.kind]]: [communicationOf(call, party, shape === 'E')],
    ...wrapUpOf(party, shape === 'C'),
    ...(shape === 'C' && rich)
  };
}

function makePayload(call: Call, shape: Shape): Json {
  return {
    id: call.id,
    ...(shape === 'C' && { startTime: iso(call.startedAt) }),
    participants: call.parties.map((party) => partyOf(call, party, shape))
  };
}

const made = new WeakMap<Call, { version: number } & Partial<Record<Shape, Json>>>();

/**
 * The conversation as told at this moment: a snapshot that later changes do not touch, made once a
 * version.
 */
export function payloadOf(call: Call, shape: Shape): Json {
  let payloads = made.get(call);
  if (payloads?.version !== call.version) made.set(call, (payloads = { version: call.version }));
  return (payloads[shape] ??= makePayload(call, shape));
}
