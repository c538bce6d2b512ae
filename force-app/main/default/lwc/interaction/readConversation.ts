import { plainAddress } from './address';
import { finder, inOrder, saidBy } from './conversation';
import type { Communication, Conversation, Facts, Participant, Source } from './conversation';
import type { Media } from './interactionView';
import { mergeFacts } from './mergeFacts';
import type { PayloadProblem, Shape } from './payloadProblem';
import { isJson, kindOf, PayloadReader } from './payloadReader';
import type { Json } from './payloadReader';
import { readCommunication } from './readCommunication';
import { sameJson } from './sameJson';

/** What a payload told, with what was ignored in it; or the one problem that made it useless. */
export type Reading =
  { conversation: Conversation; problems: PayloadProblem[] } | { problem: PayloadProblem };

/**
 * Reads a conversation in shape E, M or C; the shape is recognised by structure. Unknown keys, nulls, empty objects and
 * wrong types never throw: they are absent, and counted in `problems`. The conversation keeps references into the
 * payload (participant attributes): do not change the payload afterwards.
 * `at`: receive time in ms; used only to order snapshots that nothing in them orders.
 * Source: SDK types ConversationEventTopicConversation (E), CallConversation and its siblings (M), Conversation (C).
 */
export function readConversation(payload: unknown, at?: number): Reading {
  return readNews(payload, at, nothingKnown);
}

const nothingKnown: KnownOf = () => undefined;

/** What is known of the conversation with this id. */
export type KnownOf = (conversationId: string) => Conversation | undefined;

/**
 * Reads a payload that is to be merged into what is known. Participants of whom it repeats its source's last words are
 * not read again: they come out with the very facts that were read then, and without the problems told then.
 */
export function readNews(payload: unknown, at: number | undefined, knownOf: KnownOf): Reading {
  if (!isJson(payload)) return { problem: { type: 'not_an_object', found: kindOf(payload) } };
  const reader = new PayloadReader();
  const id = reader.text(payload.id, 'id');
  if (id === undefined) return { problem: { type: 'no_conversation_id' } };
  const list: unknown = payload.participants;
  if (!Array.isArray(list)) return { problem: { type: 'no_participants', conversationId: id } };

  const startedAt = reader.time(payload.startTime, 'startTime');
  const flat = list.some((entry) => isJson(entry) && isFlat(entry));
  const media = flat ? mediaOf(payload, list) : undefined;
  const shape: Shape = flat ? 'M' : startedAt === undefined ? 'E' : 'C';
  const source: Source = shape !== 'M' ? shape : media ? `M-${media}` : 'M';
  const known = knownOf(id)?.participants ?? [];
  const participants = readParticipants(reader, list, source, flat, media, known);
  if (participants.length === 0)
    return { problem: { type: 'no_participants', conversationId: id } };
  return {
    conversation: { id, source, at, startedAt, participants: inOrder(participants) },
    problems: reader.problems
  };
}

function readParticipants(
  reader: PayloadReader,
  list: readonly unknown[],
  source: Source,
  flat: boolean,
  media: Media | undefined,
  known: readonly Participant[]
): Participant[] {
  const participants: Participant[] = [];
  const find = finder(known);
  for (let index = 0; index < list.length; index++) {
    const entry = list[index];
    reader.participant = index;
    const id = isJson(entry) ? reader.text(entry.id, 'id') : undefined;
    if (id === undefined) {
      reader.report({ type: 'participant_without_id', path: reader.path('') });
      continue;
    }
    const words = entry as Json;
    const before = find(id, index);
    const last = before && saidBy(source, before);
    const isRepeated = last?.words !== undefined && sameJson(words, last.words);
    const facts = isRepeated ? last.facts : readFacts(reader, words, flat && isFlat(words), media);
    const position = indexOfId(participants, id);
    if (position >= 0) {
      reader.report({ type: 'duplicate_participant', path: reader.path(''), participantId: id });
      const all = mergeFacts(participants[position]!.now, facts, undefined, true);
      participants[position] = told(id, source, all, undefined);
    } else if (isRepeated && facts === before?.now) {
      // This source told all that is known, and tells it again.
      participants.push(before);
    } else {
      participants.push(told(id, source, facts, isRepeated ? last.words : words));
    }
  }
  reader.participant = -1;
  return participants;
}

function indexOfId(participants: readonly Participant[], id: string): number {
  for (let index = 0; index < participants.length; index++) {
    if (participants[index]!.id === id) return index;
  }
  return -1;
}

function told(id: string, source: Source, facts: Facts, words: Json | undefined): Participant {
  return { id, now: facts, said: [{ source, facts, words, known: facts }] };
}

function readFacts(
  reader: PayloadReader,
  source: Json,
  flat: boolean,
  media: Media | undefined
): Facts {
  const queue = reader.object(source.queue, 'queue');
  const user = reader.object(source.user, 'user');
  const wrapUp = reader.object(source.wrapup, 'wrapup');
  // All fields at once and in one order: engines read and compare such objects several times faster.
  return {
    purpose: reader.word(source.purpose, 'purpose'),
    userId: reader.text(source.userId, 'userId') ?? (user && reader.text(user.id, 'user.id')),
    name: reader.text(source.name, 'name'),
    queueId: reader.text(source.queueId, 'queueId') ?? (queue && reader.text(queue.id, 'queue.id')),
    queueName:
      reader.text(source.queueName, 'queueName') ??
      (queue && reader.text(queue.name, 'queue.name')),
    address: plainAddress(reader.text(source.address, 'address')),
    ani: plainAddress(reader.text(source.ani, 'ani')),
    dnis: plainAddress(reader.text(source.dnis, 'dnis')),
    startedAt: reader.time(source.startTime, 'startTime'),
    // Shape M tells times of one medium: they belong to its communication (see readCommunication).
    connectedAt: flat ? undefined : reader.time(source.connectedTime, 'connectedTime'),
    endedAt: flat ? undefined : reader.time(source.endTime, 'endTime'),
    acwStartedAt: reader.time(source.startAcwTime, 'startAcwTime'),
    acwEndedAt: reader.time(source.endAcwTime, 'endAcwTime'),
    wrapUpRequired: reader.flag(source.wrapupRequired, 'wrapupRequired'),
    wrapUpPrompt: reader.text(source.wrapupPrompt, 'wrapupPrompt'),
    wrapUpTimeoutMs: reader.amount(source.wrapupTimeoutMs, 'wrapupTimeoutMs'),
    wrapUpCode: wrapUp && reader.text(wrapUp.code, 'wrapup.code'),
    wrapUpName: wrapUp && reader.text(wrapUp.name, 'wrapup.name'),
    wrapUpSeconds: wrapUp && reader.amount(wrapUp.durationSeconds, 'wrapup.durationSeconds'),
    supervisor: isSupervisor(source) ? true : undefined,
    attributes: reader.object(source.attributes, 'attributes'),
    communications: flat ? readFlat(reader, source, media) : readNested(reader, source)
  };
}

function readFlat(reader: PayloadReader, source: Json, media: Media | undefined): Communication[] {
  if (!media) reader.report({ type: 'unknown_media', path: reader.path('') });
  return [readCommunication(reader, source, media ?? 'call', true)];
}

/** Callbacks lead: a callback owns the call it placed. */
function readNested(reader: PayloadReader, source: Json): Communication[] {
  const communications: Communication[] = [];
  readList(reader, source.callbacks, 'callbacks', 'callback', communications);
  readList(reader, source.calls, 'calls', 'call', communications);
  readList(reader, source.chats, 'chats', 'chat', communications);
  readList(reader, source.emails, 'emails', 'email', communications);
  readList(reader, source.messages, 'messages', 'message', communications);
  return communications;
}

function readList(
  reader: PayloadReader,
  list: unknown,
  name: string,
  media: Media,
  into: Communication[]
): void {
  const entries = reader.array(list, name);
  if (!entries || entries.length === 0) return;
  reader.list = name;
  for (let index = 0; index < entries.length; index++) {
    reader.entry = index;
    const entry = reader.object(entries[index], '');
    if (entry) into.push(readCommunication(reader, entry, media, false));
  }
  reader.list = '';
}

/** Monitoring, coaching and barging in name the watched participant; screen monitoring does too. */
function isSupervisor(source: Json): boolean {
  return Boolean(
    source.monitoredParticipantId ||
    source.coachedParticipantId ||
    source.bargedParticipantId ||
    source.screenMonitoredParticipantId
  );
}

/** Whether a participant is one of shape M: no lists, but fields that E and C have inside their communications. */
function isFlat(participant: Json): boolean {
  if (hasLists(participant)) return false;
  return (
    participant.state !== undefined ||
    participant.direction !== undefined ||
    participant.held !== undefined ||
    participant.user !== undefined ||
    participant.queue !== undefined
  );
}

function hasLists({ calls, callbacks, chats, emails, messages }: Json): boolean {
  return (
    Array.isArray(calls) ||
    Array.isArray(callbacks) ||
    Array.isArray(chats) ||
    Array.isArray(emails) ||
    // `messages` of a flat message participant lists single messages, which have no state and no times of their own.
    (Array.isArray(messages) && messages.some(isMessageCommunication))
  );
}

function isMessageCommunication(entry: unknown): boolean {
  return isJson(entry) && (entry.state !== undefined || entry.connectedTime !== undefined);
}

/** Fields that give the medium of shape M away. Voice last: its fields may be told of the others by mistake. */
const MEDIA_MARKS: readonly (readonly [media: Media, isMarked: (participant: Json) => boolean])[] =
  [
    [
      'callback',
      (one) =>
        one.callbackNumbers !== undefined ||
        one.callbackScheduledTime !== undefined ||
        one.callbackUserName !== undefined ||
        one.outboundPreview !== undefined ||
        one.voicemail !== undefined
    ],
    [
      'message',
      (one) =>
        one.messages !== undefined ||
        one.fromAddress !== undefined ||
        one.toAddress !== undefined ||
        one.recipientCountry !== undefined ||
        one.recipientType !== undefined ||
        one.authenticated !== undefined
    ],
    [
      'email',
      (one) =>
        one.subject !== undefined ||
        one.messagesSent !== undefined ||
        one.autoGenerated !== undefined ||
        one.draftAttachments !== undefined ||
        one.spam !== undefined
    ],
    ['chat', (one) => one.roomId !== undefined || one.avatarImageUrl !== undefined],
    [
      'call',
      (one) =>
        one.muted !== undefined ||
        one.confined !== undefined ||
        one.ani !== undefined ||
        one.dnis !== undefined ||
        one.recording !== undefined ||
        one.recordingState !== undefined ||
        one.uuiData !== undefined ||
        one.securePause !== undefined
    ]
  ];

const REST_FAMILY = /\/conversations\/(callback|call|chat|email|message)s\//;

function mediaOf(payload: Json, participants: readonly unknown[]): Media | undefined {
  const uri: unknown = payload.selfUri;
  if (typeof uri === 'string') {
    const family = REST_FAMILY.exec(uri)?.[1];
    if (family !== undefined) return family as Media;
  }
  for (const [media, isMarked] of MEDIA_MARKS) {
    for (const participant of participants) {
      if (isJson(participant) && isMarked(participant)) return media;
    }
  }
  return undefined;
}
