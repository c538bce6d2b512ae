import { plainAddress } from './address';
import { byJoining, byTime, finder, saidBy } from './conversation';
import type { Communication, Conversation, Facts, Participant, Said, Source } from './conversation';
import type { Media } from './interactionView';
import { FAMILIES, mediaOf, ofFamily, otherMediaOf } from './media';
import { mergeFacts } from './mergeFacts';
import type { PayloadProblem, Shape } from './payloadProblem';
import { isJson, kindOf, PayloadReader } from './payloadReader';
import type { Json } from './payloadReader';
import { readCommunication } from './readCommunication';
import { fieldReaders, readFields, readWrapUp } from './fieldReaders';
import type { FieldReader } from './fieldReaders';
import { sameJson, sameValue } from './sameJson';

/** What a payload told, with what was ignored in it; or the one problem that made it useless. */
export type Reading =
  { conversation: Conversation; problems: PayloadProblem[] } | { problem: PayloadProblem };

/**
 * Reads a conversation in shape E, M or C; the shape is recognised by structure. Unknown keys, nulls, empty objects and
 * wrong types never throw: they are absent, and counted in `problems`. The conversation keeps references into the
 * payload (participant attributes): do not change the payload afterwards.
 * `at`: receive time in ms; used only to order snapshots that nothing in them orders.
 * `family`: last word of the topic, or of the route, when it is that of one medium (`calls`).
 * Source: SDK types ConversationEventTopicConversation (E), CallConversation and its siblings (M), Conversation (C).
 */
export function readConversation(payload: unknown, at?: number, family?: string): Reading {
  return readNews(payload, at, nothingKnown, family);
}

const nothingKnown: KnownOf = () => undefined;

/** What is known of the conversation with this id. */
export type KnownOf = (conversationId: string) => Conversation | undefined;

/**
 * Reads a payload that is to be merged into what is known. Participants of whom it repeats its source's last words are
 * not read again: they come out with the very facts that were read then, and without the problems told then.
 */
export function readNews(
  payload: unknown,
  at: number | undefined,
  knownOf: KnownOf,
  family?: string
): Reading {
  if (!isJson(payload)) return { problem: { type: 'not_an_object', found: kindOf(payload) } };
  const reader = new PayloadReader();
  const id = reader.text(payload.id, 'id');
  if (id === undefined) return { problem: { type: 'no_conversation_id' } };
  reader.conversationId = id;
  const list: unknown = payload.participants;
  if (!Array.isArray(list)) return { problem: { type: 'no_participants', conversationId: id } };

  const startedAt = reader.time(payload.startTime, 'startTime');
  const flat = list.some((entry) => isJson(entry) && isFlat(entry));
  const conversation = knownOf(id);
  const ofMedia = flat ? mediaOf(payload, list, family, conversation) : family && ofFamily(family);
  if (ofMedia && 'other' in ofMedia) {
    return { problem: { type: 'other_media', conversationId: id, media: ofMedia.other } };
  }
  const media = flat && ofMedia ? ofMedia.media : undefined;
  const shape: Shape = flat ? 'M' : startedAt === undefined ? 'E' : 'C';
  const source: Source = shape !== 'M' ? shape : media ? `M-${media}` : 'M';
  const known = conversation?.participants ?? [];
  const participants = readParticipants(reader, list, source, flat, media, known);
  // What is known is in order: only the first words about a conversation need it.
  if (known.length === 0) participants.sort(byJoining);
  if (participants.length === 0)
    return { problem: { type: 'no_participants', conversationId: id } };
  return {
    conversation: { id, source, at, startedAt, participants },
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
    const facts = isRepeated
      ? last.facts
      : readFacts(reader, words, flat && isFlat(words), media, last);
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
  return {
    id,
    now: facts,
    said: [{ source, facts, words, known: facts, attributes: facts.attributes }]
  };
}

function readFacts(
  reader: PayloadReader,
  source: Json,
  flat: boolean,
  media: Media | undefined,
  last: Said | undefined
): Facts {
  const facts: Facts = { communications: [] };
  readFields(flat ? flatReaders : nestedReaders, facts, source, reader);
  // What repeats its last words stays the very object: it is compared at a glance, and kept once.
  const { words } = last ?? {};
  if (words && sameValue(words.attributes, source.attributes)) {
    facts.attributes = last!.facts.attributes;
  }
  if (flat) facts.communications = readFlat(reader, source, media);
  else if (words && FAMILIES.every(([list]) => sameValue(words[list], source[list]))) {
    facts.communications = last!.facts.communications;
  } else facts.communications = readNested(reader, source);
  return facts;
}

/** Monitoring, coaching and barging in name the watched participant; screen monitoring does too. */
const watches: FieldReader<Facts> = (facts, value) => {
  if (value) facts.supervisor = true;
};

const FLAT: Readonly<Record<string, FieldReader<Facts>>> = {
  purpose: (facts, value, reader) => (facts.purpose = reader.word(value, 'purpose')),
  userId(facts, value, reader) {
    facts.userId = reader.text(value, 'userId') ?? facts.userId;
  },
  user(facts, value, reader) {
    const user = reader.object(value, 'user');
    if (user) facts.userId ??= reader.text(user.id, 'user.id');
  },
  name: (facts, value, reader) => (facts.name = reader.text(value, 'name')),
  queueId(facts, value, reader) {
    facts.queueId = reader.text(value, 'queueId') ?? facts.queueId;
  },
  queueName(facts, value, reader) {
    facts.queueName = reader.text(value, 'queueName') ?? facts.queueName;
  },
  queue(facts, value, reader) {
    const queue = reader.object(value, 'queue');
    if (!queue) return;
    facts.queueId ??= reader.text(queue.id, 'queue.id');
    facts.queueName ??= reader.text(queue.name, 'queue.name');
  },
  address(facts, value, reader) {
    facts.address = plainAddress(reader.text(value, 'address'));
  },
  ani: (facts, value, reader) => (facts.ani = plainAddress(reader.text(value, 'ani'))),
  dnis: (facts, value, reader) => (facts.dnis = plainAddress(reader.text(value, 'dnis'))),
  startTime: (facts, value, reader) => (facts.startedAt = reader.time(value, 'startTime')),
  startAcwTime(facts, value, reader) {
    facts.acwStartedAt = reader.time(value, 'startAcwTime');
  },
  endAcwTime: (facts, value, reader) => (facts.acwEndedAt = reader.time(value, 'endAcwTime')),
  wrapupSkipped: (facts, value, reader) =>
    (facts.wrapUpSkipped = reader.flag(value, 'wrapupSkipped')),
  wrapupRequired(facts, value, reader) {
    facts.wrapUpRequired = reader.flag(value, 'wrapupRequired');
  },
  wrapupPrompt: (facts, value, reader) => (facts.wrapUpPrompt = reader.text(value, 'wrapupPrompt')),
  wrapupTimeoutMs(facts, value, reader) {
    facts.wrapUpTimeoutMs = reader.amount(value, 'wrapupTimeoutMs');
  },
  wrapup: readWrapUp,
  monitoredParticipantId: watches,
  coachedParticipantId: watches,
  bargedParticipantId: watches,
  screenMonitoredParticipantId: watches,
  attributes: (facts, value, reader) => (facts.attributes = reader.object(value, 'attributes'))
};

/** Shape M tells these times of one medium: there they belong to its communication (see readCommunication). */
const nestedReaders = fieldReaders<Facts>({
  ...FLAT,
  connectedTime(facts, value, reader) {
    facts.connectedAt = reader.time(value, 'connectedTime');
  },
  endTime: (facts, value, reader) => (facts.endedAt = reader.time(value, 'endTime'))
});

const flatReaders = fieldReaders<Facts>(FLAT);

function readFlat(reader: PayloadReader, source: Json, media: Media | undefined): Communication[] {
  if (media) return [readCommunication(reader, source, media, true)];
  reader.report({ type: 'unknown_media', path: reader.path('') });
  return [];
}

function readNested(reader: PayloadReader, source: Json): Communication[] {
  const communications: Communication[] = [];
  for (const [list, media] of FAMILIES) readList(reader, source[list], list, media, communications);
  if (communications.length === 0) {
    const conversationId = reader.conversationId;
    for (const other of otherMediaOf(source)) {
      reader.report({ type: 'other_media', conversationId, media: other });
    }
  }
  return communications.length > 1 ? communications.sort(byTime) : communications;
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

function hasLists(participant: Json): boolean {
  return (
    Array.isArray(participant.calls) ||
    Array.isArray(participant.callbacks) ||
    Array.isArray(participant.chats) ||
    Array.isArray(participant.emails) ||
    // `messages` of a flat message participant lists single messages, which have no state and no times of their own.
    (Array.isArray(participant.messages) && participant.messages.some(isMessageCommunication))
  );
}

function isMessageCommunication(entry: unknown): boolean {
  return isJson(entry) && (entry.state !== undefined || entry.connectedTime !== undefined);
}
