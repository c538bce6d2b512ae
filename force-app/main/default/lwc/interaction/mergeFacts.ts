import { isOver } from './conversation';
import type { Communication, Facts, ParticipantAttributes } from './conversation';
import { repeatsCommunication, repeatsFacts } from './repeats';

/** State of the moment: every fresh snapshot tells it anew. */
export const MOMENTARY: readonly (keyof Communication)[] = [
  'state',
  'held',
  'muted',
  'recording',
  'heldSince',
  'acwPending'
];

/** Knowledge: kept when a poorer snapshot is silent, replaced only by news. */
export const COMMUNICATION_FIELDS: readonly (keyof Communication)[] = [
  'id',
  'direction',
  'alertedAt',
  'connectedAt',
  'disconnectedAt',
  'selfAddress',
  'selfDisplay',
  'otherAddress',
  'fromAddress',
  'fromDisplay',
  'fromName',
  'toAddress',
  'toDisplay',
  'uuiData',
  'messageType',
  'subject',
  'callbackNumber',
  'callbackUserName',
  'voicemail',
  'contactId',
  'contactListId',
  'campaignId',
  'acwStartedAt',
  'acwEndedAt'
];

export const PARTICIPANT_FIELDS: readonly (keyof Facts)[] = [
  'purpose',
  'userId',
  'name',
  'address',
  'ani',
  'dnis',
  'startedAt',
  'connectedAt',
  'endedAt',
  'acwStartedAt',
  'acwEndedAt',
  'wrapUpRequired',
  'wrapUpPrompt',
  'wrapUpTimeoutMs',
  'supervisor'
];

/** A name belongs to its id: a new id without a name makes the old name wrong. */
export const QUEUE_GROUP = ['queueId', 'queueName'] as const;
export const WRAP_UP_GROUP = ['wrapUpCode', 'wrapUpName', 'wrapUpSeconds'] as const;

/**
 * Adds to what is known of a participant (`older`) what a snapshot tells (`newer`). `said` is what the same source told
 * last: what it merely repeats is no news, so sources that disagree cannot make a value flip back and forth.
 * `stale`: the snapshot is older and may only fill gaps.
 * Returns `older` itself when nothing changed.
 */
export function mergeFacts(
  older: Facts,
  newer: Facts,
  said: Facts | undefined,
  stale: boolean
): Facts {
  let facts = older;
  if (!repeatsFacts(older, newer)) {
    facts = mergeFields(PARTICIPANT_FIELDS, older, newer, said, stale);
    facts = mergeGroup(QUEUE_GROUP, facts, newer, said, stale);
    facts = mergeGroup(WRAP_UP_GROUP, facts, newer, said, stale);
  }
  const attributes = mergeAttributes(older.attributes, newer.attributes, said?.attributes, stale);
  if (attributes !== older.attributes) facts = { ...facts, attributes };
  const communications = mergeCommunications(older, newer, said, stale);
  if (communications !== older.communications) facts = { ...facts, communications };
  return facts;
}

function mergeFields<T extends object>(
  fields: readonly (keyof T)[],
  older: T,
  newer: T,
  said: T | undefined,
  stale: boolean
): T {
  let merged = older;
  for (const field of fields) {
    const value = newer[field];
    const known = older[field];
    if (value === undefined || value === known) continue;
    if (known !== undefined && (stale || value === said?.[field])) continue;
    if (merged === older) merged = { ...older };
    merged[field] = value;
  }
  return merged;
}

/** Takes a group as one: either the snapshot's id is the known one and fills the group, or it replaces all of it. */
function mergeGroup<T extends object>(
  [id, ...rest]: readonly (keyof T)[],
  older: T,
  newer: T,
  said: T | undefined,
  stale: boolean
): T {
  const known = older[id!];
  const told = newer[id!];
  if (known === undefined || told === undefined || told === known) {
    return mergeFields([id!, ...rest], older, newer, said, stale);
  }
  if (stale || told === said?.[id!]) return older;
  const merged = { ...older };
  for (const field of [id!, ...rest]) merged[field] = newer[field];
  return merged;
}

/**
 * Newer values win; keys are dropped only when the source that told them before leaves them out. Attributes change back
 * and forth for real, so a repeated value is news here. An empty object is how poorer snapshots say nothing.
 */
function mergeAttributes(
  older: ParticipantAttributes | undefined,
  newer: ParticipantAttributes | undefined,
  said: ParticipantAttributes | undefined,
  stale: boolean
): ParticipantAttributes | undefined {
  if (newer === undefined || newer === older) return older;
  if (older === undefined) return newer;
  if (stale) return fillAttributes(older, newer, said);
  const keys = Object.keys(newer);
  if (keys.length === 0) return older;
  const isNews = keys.some((key) => newer[key] !== older[key]);
  if (said === older) {
    // Most often one source tells all there is: its word is taken as it is, without a copy.
    return isNews || keys.length < Object.keys(older).length ? newer : older;
  }
  const dropped = said === undefined ? [] : keysMissing(newer, said);
  if (!isNews && !dropped.some((key) => Object.hasOwn(older, key))) return older;
  const merged = Object.assign(copyOf(older), newer);
  for (const key of dropped) delete merged[key];
  return merged;
}

/** A stale snapshot only adds what is missing, and nothing that its source may have dropped since. */
function fillAttributes(
  older: ParticipantAttributes,
  newer: ParticipantAttributes,
  said: ParticipantAttributes | undefined
): ParticipantAttributes {
  if (said !== undefined) return older;
  const missing = keysMissing(older, newer);
  if (missing.length === 0) return older;
  const merged = copyOf(older);
  for (const key of missing) merged[key] = newer[key];
  return merged;
}

function keysMissing(from: ParticipantAttributes, keysOf: ParticipantAttributes): string[] {
  const missing: string[] = [];
  if (from === keysOf) return missing;
  for (const key of Object.keys(keysOf)) if (!Object.hasOwn(from, key)) missing.push(key);
  return missing;
}

/** Without a prototype, so that an attribute named `__proto__` is only an attribute. */
function copyOf(attributes: ParticipantAttributes): Record<string, unknown> {
  return Object.assign(Object.create(null) as Record<string, unknown>, attributes);
}

function mergeCommunications(
  older: Facts,
  newer: Facts,
  said: Facts | undefined,
  stale: boolean
): readonly Communication[] {
  let merged: Communication[] | undefined;
  for (const told of newer.communications) {
    const list = merged ?? older.communications;
    const index = indexOfSame(list, told, newer.communications);
    const known = list[index];
    if (known === undefined) {
      merged = [...list, told];
      continue;
    }
    if (repeatsCommunication(known, told)) continue;
    const lastSaid = said && same(said.communications, told, newer.communications);
    const next = mergeCommunication(known, told, lastSaid, stale);
    if (next !== known) {
      merged ??= [...older.communications];
      merged[index] = next;
    }
  }
  return merged ?? older.communications;
}

function mergeCommunication(
  older: Communication,
  newer: Communication,
  said: Communication | undefined,
  stale: boolean
): Communication {
  let merged = mergeFields(COMMUNICATION_FIELDS, older, newer, said, stale);
  merged = mergeGroup(WRAP_UP_GROUP, merged, newer, said, stale);
  if (newer.messageIds !== undefined) {
    const messageIds = mergeIds(older.messageIds, newer.messageIds);
    if (messageIds !== older.messageIds) merged = { ...merged, messageIds };
  }
  // What has ended stays ended; only the end itself may still be told in other words.
  if (isOver(older) && !isOver(newer)) return merged;
  return mergeFields(MOMENTARY, merged, newer, undefined, stale);
}

/** A message once sent stays sent, whoever tells of it and when. */
function mergeIds(
  older: readonly string[] | undefined,
  newer: readonly string[]
): readonly string[] {
  if (older === undefined) return newer;
  const known = new Set(older);
  const news = newer.filter((id) => !known.has(id));
  return news.length === 0 ? older : [...older, ...news];
}

function same(
  list: readonly Communication[],
  told: Communication,
  toldList: readonly Communication[]
): Communication | undefined {
  return list[indexOfSame(list, told, toldList)];
}

/**
 * Where `list` holds the communication that `told` describes. Shape M has no ids: it describes the current communication
 * of its medium.
 */
function indexOfSame(
  list: readonly Communication[],
  told: Communication,
  toldList: readonly Communication[]
): number {
  if (told.id === undefined) return indexOfCurrent(list, told.media);
  for (let index = 0; index < list.length; index++) {
    if (list[index]!.id === told.id) return index;
  }
  if (toldList[indexOfCurrent(toldList, told.media)] !== told) return -1;
  return list.findIndex(({ id, media }) => id === undefined && media === told.media);
}

function indexOfCurrent(list: readonly Communication[], media: Communication['media']): number {
  let last = -1;
  for (let index = 0; index < list.length; index++) {
    if (list[index]!.media !== media) continue;
    if (!isOver(list[index]!)) return index;
    last = index;
  }
  return last;
}
