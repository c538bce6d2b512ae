import type { Call, Party } from './contactCenter';
import type { Kind } from './plan';

/**
 * Shape E (a frame of the user's conversations topic), C (`GET /conversations/{id}`), and M in its two
 * dialects: the topic of the medium and `GET /conversations/{medium}/{id}`.
 */
export type Shape = 'E' | 'C' | 'M' | 'M-rest';
export type Medium = 'call' | 'callback' | 'chat' | 'email' | 'message';
type Json = Record<string, unknown>;

/** Ids look like ids: what does not is taken for a name. */
const queueIdOf = (queue: number): string => `b0000000-0000-4000-8000-00000000000${queue}`;
const codeOf = (code: number): string => `d0000000-0000-4000-8000-00000000000${code}`;

export const queueNames: Record<string, string> = {
  [queueIdOf(0)]: 'Helpdesk',
  [queueIdOf(1)]: 'Sales',
  [queueIdOf(2)]: 'Billing'
};
export const wrapUpNames: Record<string, string> = {
  [codeOf(0)]: 'Resolved',
  [codeOf(1)]: 'Call back',
  [codeOf(2)]: 'Wrong number'
};

const media: Readonly<Record<Kind, Medium>> = {
  call: 'call',
  internal: 'call',
  dialing: 'call',
  callback: 'callback',
  voicemail: 'callback',
  chat: 'chat',
  email: 'email',
  message: 'message'
};
export const mediaOf = ({ kind }: Call): Medium => media[kind];

/** Each snapshot tells the same times again. */
const written = new Map<number, string>();

function iso(time: number | undefined): string | undefined {
  if (time === undefined) return undefined;
  let text = written.get(time);
  if (text === undefined) {
    if (written.size > 5_000) written.clear();
    written.set(time, (text = new Date(time).toISOString()));
  }
  return text;
}

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
  const code = codeOf(party.wrapUpCode);
  return { wrapup: { code, ...(withName && { name: wrapUpNames[code] }) } };
}

function partyOf(call: Call, party: Party, shape: Shape): Json {
  const queueId = party.queue === undefined ? undefined : queueIdOf(party.queue);
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
    [`${mediaOf(call)}s`]: [communicationOf(call, party, shape === 'E')],
    ...wrapUpOf(party, shape === 'C'),
    ...(shape === 'C' && rich)
  };
}

/** Shape M: what E has inside a communication is the participant's own. */
function flatPartyOf(call: Call, party: Party, isRest: boolean): Json {
  const { userId, queue } = party;
  const { self: _, other: __, ...extras } = extrasOf(call, party);
  const state = stateOf(party);
  const isCall = mediaOf(call) === 'call';
  const id = queue === undefined ? undefined : queueIdOf(queue);
  return {
    id: party.id,
    purpose: party.purpose,
    name: party.purpose === 'customer' ? 'Robin Doe' : undefined,
    address: party.purpose === 'customer' && isCall ? 'tel:+13175550123' : undefined,
    startTime: iso(party.joinedAt),
    connectedTime: iso(party.connectedAt),
    endTime: iso(party.leftAt),
    startHoldTime: iso(party.heldSince),
    state: isRest && isCall && state === 'disconnected' ? 'terminated' : state,
    direction: call.outbound ? 'outbound' : 'inbound',
    held: party.held,
    wrapupRequired: party.wrapsUp,
    ...wrapUpOf(party, false),
    startAcwTime: iso(party.acwFrom),
    endAcwTime: iso(party.acwTo),
    monitoredParticipantId: party.monitors,
    attributes: party.attributes,
    user: userId && { id: userId },
    queue: id ? { id } : isRest ? undefined : {},
    ...(isCall && { muted: false, ani: 'tel:+13175550123', dnis: 'tel:+13175550150' }),
    ...(call.kind === 'chat' && { roomId: 'room-1' }),
    ...(call.kind === 'message' && !isRest ? { type: call.messageType, messages: [] } : extras)
  };
}

function makePayload(call: Call, shape: Shape): Json {
  const isFlat = shape === 'M' || shape === 'M-rest';
  return {
    id: call.id,
    ...(shape === 'C' && { startTime: iso(call.startedAt) }),
    participants: call.parties.map((party) =>
      isFlat ? flatPartyOf(call, party, shape === 'M-rest') : partyOf(call, party, shape)
    ),
    ...(isFlat && { otherMediaUris: [] }),
    ...(shape === 'M-rest' && { selfUri: `/api/v2/conversations/${mediaOf(call)}s/${call.id}` })
  };
}

interface Told {
  version: number;
  payloads: Partial<Record<Shape, Json>>;
  texts: Partial<Record<Shape, string>>;
}
const made = new WeakMap<Call, Told>();

function toldOf(call: Call): Told {
  let told = made.get(call);
  if (told?.version !== call.version) {
    told = { version: call.version, payloads: {}, texts: {} };
    made.set(call, told);
  }
  return told;
}

/**
 * The conversation as told at this moment: a snapshot that later changes do not touch, made once a
 * version.
 */
export const payloadOf = (call: Call, shape: Shape): Json =>
  (toldOf(call).payloads[shape] ??= makePayload(call, shape));

/** The same as it travels. */
export const textOf = (call: Call, shape: Shape): string =>
  (toldOf(call).texts[shape] ??= JSON.stringify(payloadOf(call, shape)));
