import { plainAddress } from './address';
import { byJoining } from './conversation';
import type { Communication, Conversation, Facts, Participant, Source } from './conversation';
import type { Media } from './interactionView';
import { mergeFacts } from './mergeFacts';
import type { PayloadProblem, Shape } from './payloadProblem';
import { isJson, kindOf, PayloadReader } from './payloadReader';
import type { Json } from './payloadReader';
import { communicationLists, readCommunication, readWrapUp } from './readCommunication';

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
  const id = reader.text(payload, 'id');
  if (id === undefined) return { problem: { type: 'no_conversation_id' } };
  const list = payload['participants'];
  if (!Array.isArray(list)) return { problem: { type: 'no_participants', conversationId: id } };

  const startedAt = reader.time(payload, 'startTime');
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
  const seen = new Map<string, number>();
  for (let index = 0; index < list.length; index++) {
    const entry: unknown = list[index];
    reader.participant = index;
    const id = isJson(entry) ? reader.text(entry, 'id') : undefined;
    if (id === undefined) {
      reader.report({ type: 'participant_without_id', path: `participants[${index}]` });
      continue;
    }
    const facts = readFacts(reader, entry as Json, media);
    const twin = seen.get(id);
    if (twin === undefined) {
      seen.set(id, participants.length);
      participants.push({ id, now: facts, said: { [source]: facts } });
    } else {
      const path = `participants[${index}]`;
      reader.report({ type: 'duplicate_participant', path, participantId: id });
      const now = mergeFacts(participants[twin]!.now, facts, undefined, true);
      participants[twin] = { id, now, said: { [source]: now } };
    }
  }
  reader.participant = -1;
  return participants;
}

function readFacts(reader: PayloadReader, source: Json, media: Media | undefined): Facts {
  const flat = isFlat(source);
  const queue = reader.object(source, 'queue');
  const user = reader.object(source, 'user');
  const facts: Facts = {
    purpose: reader.word(source, 'purpose'),
    userId: reader.text(source, 'userId') ?? (user && reader.text(user, 'id')),
    name: reader.text(source, 'name'),
    queueId: reader.text(source, 'queueId') ?? (queue && reader.text(queue, 'id')),
    queueName: reader.text(source, 'queueName') ?? (queue && reader.text(queue, 'name')),
    address: plainAddress(reader.text(source, 'address')),
    ani: plainAddress(reader.text(source, 'ani')),
    dnis: plainAddress(reader.text(source, 'dnis')),
    startedAt: reader.time(source, 'startTime'),
    // Shape M tells times of one medium: they belong to its communication (see readCommunication).
    connectedAt: flat ? undefined : reader.time(source, 'connectedTime'),
    endedAt: flat ? undefined : reader.time(source, 'endTime'),
    acwStartedAt: reader.time(source, 'startAcwTime'),
    acwEndedAt: reader.time(source, 'endAcwTime'),
    wrapUpRequired: reader.flag(source, 'wrapupRequired'),
    wrapUpPrompt: reader.text(source, 'wrapupPrompt'),
    wrapUpTimeoutMs: reader.amount(source, 'wrapupTimeoutMs'),
    supervisor: isSupervisor(source) ? true : undefined,
    attributes: readAttributes(reader, source),
    communications: flat ? readFlat(reader, source, media) : readNested(reader, source)
  };
  readWrapUp(reader, source, facts);
  return facts;
}

function readFlat(reader: PayloadReader, source: Json, media: Media | undefined): Communication[] {
  if (!media) reader.report({ type: 'unknown_media', path: `participants[${reader.participant}]` });
  return [readCommunication(reader, source, media ?? 'call', true)];
}

function readNested(reader: PayloadReader, source: Json): Communication[] {
  const communications: Communication[] = [];
  for (const [list, media] of communicationLists) {
    const entries = reader.array(source, list);
    if (!entries) continue;
    reader.list = list;
    for (let index = 0; index < entries.length; index++) {
      const entry = entries[index];
      reader.entry = index;
      if (isJson(entry)) communications.push(readCommunication(reader, entry, media, false));
      else if (entry !== null && entry !== undefined) {
        reader.list = '';
        const path = `participants[${reader.participant}].${list}[${index}]`;
        reader.report({ type: 'wrong_type', path, found: kindOf(entry) });
        reader.list = list;
      }
    }
    reader.list = '';
  }
  return communications;
}

function readAttributes(reader: PayloadReader, source: Json): Json | undefined {
  const attributes = reader.object(source, 'attributes');
  // An empty object is how poorer snapshots say nothing: it must not pass for "all gone".
  for (const key in attributes) if (Object.hasOwn(attributes, key)) return attributes;
  return undefined;
}

/** Monitoring, coaching and barging in name the watched participant; screen monitoring does too. */
function isSupervisor(source: Json): boolean {
  return Boolean(
    source['monitoredParticipantId'] ||
    source['coachedParticipantId'] ||
    source['bargedParticipantId'] ||
    source['screenMonitoredParticipantId']
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
  return isJson(entry) && (entry['state'] !== undefined || entry['connectedTime'] !== undefined);
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
  const uri = payload['selfUri'];
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
