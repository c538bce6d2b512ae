import { byJoining, finder } from './conversation';
import type { Conversation, Facts, Participant, Source } from './conversation';
import { mergeFacts } from './mergeFacts';
import { isStale } from './staleness';

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
  const find = finder(newer.participants);
  for (let index = 0; index < known.length; index++) {
    const told = find(known[index]!.id, index);
    if (!told) continue;
    met++;
    const next = mergeParticipant(known[index]!, told, newer.source, stale);
    if (next !== known[index]) (merged ??= [...known])[index] = next;
  }
  if (met < newer.participants.length) {
    const ids = new Set(known.map(({ id }) => id));
    merged = [...(merged ?? known), ...newer.participants.filter(({ id }) => !ids.has(id))];
  }
  return merged ? merged.sort(byJoining) : known;
}

function mergeParticipant(
  known: Participant,
  told: Participant,
  source: Source,
  stale: boolean
): Participant {
  const said = known.said[source];
  const now = mergeFacts(known.now, told.now, said, stale);
  const heard = stale && said ? said : withSharedAttributes(told.now, now, said);
  if (now === known.now) {
    known.said[source] = heard;
    return known;
  }
  return { id: known.id, now, said: { ...known.said, [source]: heard } };
}

/**
 * A source whose word was all there is, and still is, keeps sharing the attribute object: the next snapshot is then
 * compared with one object instead of two, and no second copy stays in memory.
 */
function withSharedAttributes(told: Facts, now: Facts, said: Facts | undefined): Facts {
  const shared = said?.attributes;
  if (shared === undefined || shared !== now.attributes || shared === told.attributes) return told;
  return { ...told, attributes: shared };
}
