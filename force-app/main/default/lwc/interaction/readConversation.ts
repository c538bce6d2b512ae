import { plainAddress } from './address';
import { byJoining } from './conversation';
import type { Communication, Conversation, Facts, Participant, Source } from './conversation';
import type { Media } from './interactionView';
import { mergeFacts } from './mergeFacts';
import type { PayloadProblem, Shape } from './payloadProblem';
import { isJson, kindOf, PayloadReader } from './payloadReader';
import type { Json } from './payloadReader';
import { communicationLists, readCommunication } from './readCommunication';

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
  const participants = readParticipants(reader, list, source, media);
  if (participants.length === 0)
    return { problem: { type: 'no_participants', conversationId: id } };
  return {
    conversation: { id, source, at, startedAt, participants: participants.sort(byJoining) },
    problems: reader.problems
  };
}

function readParticipants(
  reader: PayloadReader,
  list: readonly unknown[],
  source: Source,
  media: Media | undefined
): Participant[] {
  const participants: Participant[] = [];
  const positions = new Map<string, number>();
  for (let index = 0; index < list.length; index++) {
    const entry = list[index];
    reader.participant = index;
    const id = isJson(entry) ? reader.text(entry.id, 'id') : undefined;
    if (id === undefined) {
      reader.report({ type: 'participant_without_id', path: reader.path('') });
      continue;
    }
    const facts = readFacts(reader, entry as Json, media);
    const position = positions.get(id);
    if (position === undefined) {
      positions.set(id, participants.length);
      participants.push({ id, now: facts, said: { [source]: facts } });
    } else {
      reader.report({ type: 'duplicate_participant', path: reader.path(''), participantId: id });
      const now = mergeFacts(participants[position]!.now, facts, undefined, true);
      participants[position] = { id, now, said: { [source]: now } };
    }
  }
  reader.participant = -1;
  return participants;
}

function readFacts(reader: PayloadReader, source: Json, media: Media | undefined): Facts {
  const flat = isFlat(source);
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

function readNested(reader: PayloadReader, source: Json): Communication[] {
  const communications: Communication[] = [];
  for (const [list, media] of communicationLists) {
    const entries = reader.array(source[list], list);
    if (!entries || entries.length === 0) continue;
    reader.list = list;
    for (let index = 0; index < entries.length; index++) {
      reader.entry = index;
      const entry = reader.object(entries[index], '');
      if (entry) communications.push(readCommunication(reader, entry, media, false));
    }
    reader.list = '';
  }
  return communications;
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

/** Fields that only a flat media participant has; E and C have them inside their communications. */
const FLAT_FIELDS = ['state', 'direction', 'held', 'user', 'queue'] as const;

function isFlat(participant: Json): boolean {
  for (const [list] of communicationLists) {
    const entries = participant[list];
    if (!Array.isArray(entries)) continue;
    // `messages` of a flat message participant lists single messages, which have no state and no times of their own.
    if (list !== 'messages' || entries.some(isMessageCommunication)) return false;
  }
  return FLAT_FIELDS.some((field) => participant[field] !== undefined);
}

function isMessageCommunication(entry: unknown): boolean {
  return isJson(entry) && (entry.state !== undefined || entry.connectedTime !== undefined);
}

/** Fields that give the medium of shape M away. Voice last: its fields may be told of the others by mistake. */
const MEDIA_FIELDS: readonly (readonly [media: Media, fields: readonly string[]])[] = [
  [
    'callback',
    ['callbackNumbers', 'callbackScheduledTime', 'callbackUserName', 'outboundPreview', 'voicemail']
  ],
  [
    'message',
    ['messages', 'fromAddress', 'toAddress', 'recipientCountry', 'recipientType', 'authenticated']
  ],
  ['email', ['subject', 'messagesSent', 'autoGenerated', 'draftAttachments', 'spam']],
  ['chat', ['roomId', 'avatarImageUrl']],
  [
    'call',
    ['muted', 'confined', 'ani', 'dnis', 'recording', 'recordingState', 'uuiData', 'securePause']
  ]
];

function mediaOf(payload: Json, participants: readonly unknown[]): Media | undefined {
  const uri: unknown = payload.selfUri;
  for (const [list, media] of communicationLists) {
    if (typeof uri === 'string' && uri.includes(`/conversations/${list}/`)) return media;
  }
  for (const [media, fields] of MEDIA_FIELDS) {
    for (const participant of participants) {
      if (isJson(participant) && fields.some((field) => participant[field] !== undefined))
        return media;
    }
  }
  return undefined;
}
