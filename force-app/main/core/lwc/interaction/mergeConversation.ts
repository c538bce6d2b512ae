import { byJoining, finder, joinedAt, saidBy } from './conversation';
import type { Conversation, Participant, Source } from './conversation';
import { mergeFacts } from './mergeFacts';
import { readNews } from './readConversation';
import type { KnownOf, Reading } from './readConversation';
import { isStale } from './staleness';

/**
 * Reads one more payload and adds what it tells to what is known of its conversation: `mergeConversation` of
 * `readConversation`, at the cost of what has changed. The conversation is the known one itself (`===`) when the payload
 * told nothing new. `at`: receive time in ms.
 * `family`: see `readConversation`.
 */
export function hearConversation(
  payload: unknown,
  at: number | undefined,
  knownOf: KnownOf,
  family?: string
): Reading {
  const reading = readNews(payload, at, knownOf, family);
  if (!('conversation' in reading)) return reading;
  const { conversation, problems } = reading;
  return { conversation: mergeConversation(knownOf(conversation.id), conversation), problems };
}

/**
 * What is known of a conversation after one more snapshot of it. Poorer snapshots erase nothing, older ones only fill
 * gaps, what has ended stays ended. Returns `older` itself (`===`) when the snapshot changed nothing.
 */
export function mergeConversation(
  older: Conversation | undefined,
  newer: Conversation
): Conversation {
  if (older === undefined) return newer;
  if (older === newer || older.id !== newer.id) return older;
  const stale = isStale(older, newer);
  const participants = mergeParticipants(older, newer, stale);
  const startedAt = stale
    ? (older.startedAt ?? newer.startedAt)
    : (newer.startedAt ?? older.startedAt);
  if (participants === older.participants && startedAt === older.startedAt) return older;
  return {
    id: older.id,
    source: stale ? older.source : newer.source,
    at: stale ? older.at : (newer.at ?? older.at),
    startedAt,
    participants
  };
}

function mergeParticipants(
  older: Conversation,
  newer: Conversation,
  stale: boolean
): readonly Participant[] {
  const known = older.participants;
  let merged: Participant[] | undefined;
  let met = 0;
  let isSorted = true;
  const find = finder(newer.participants);
  for (let index = 0; index < known.length; index++) {
    const before = known[index]!;
    if (newer.participants[index] === before) {
      met++;
      continue;
    }
    const told = find(before.id, index);
    if (!told) continue;
    met++;
    const next = mergeParticipant(before, told, newer.source, stale);
    if (next === before) continue;
    (merged ??= [...known])[index] = next;
    if (joinedAt(next.now) !== joinedAt(before.now)) isSorted = false;
  }
  if (met < newer.participants.length) {
    isSorted = false;
    const ids = new Set(known.map(({ id }) => id));
    merged = [...(merged ?? known), ...newer.participants.filter(({ id }) => !ids.has(id))];
  }
  if (!merged) return known;
  return isSorted ? merged : merged.sort(byJoining);
}

function mergeParticipant(
  known: Participant,
  told: Participant,
  source: Source,
  stale: boolean
): Participant {
  const last = saidBy(source, known);
  // The same words as last time, and nothing new since.
  if (last !== undefined && last.facts === told.now && last.known === known.now) return known;
  const now = mergeFacts(known.now, told.now, last?.facts, stale, last?.attributes);
  if (stale && last) {
    return now === known.now ? known : { id: known.id, now, said: [...known.said] };
  }
  const words = saidBy(source, told)?.words;
  const attributes = told.now.attributes ?? last?.attributes;
  const said = { source, facts: told.now, words, known: stale ? undefined : now, attributes };
  const place = last ? known.said.indexOf(last) : known.said.length;
  if (now === known.now) {
    known.said[place] = said;
    return known;
  }
  const all = [...known.said];
  all[place] = said;
  return { id: known.id, now, said: all };
}
