import { byJoining } from './conversation';
import type { Conversation, Participant } from './conversation';
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
  const positions = new Map<string, number>();
  older.participants.forEach(({ id }, index) => positions.set(id, index));
  let merged: Participant[] | undefined;
  for (const told of newer.participants) {
    const position = positions.get(told.id);
    if (position === undefined) {
      (merged ??= [...older.participants]).push(told);
      continue;
    }
    const known = older.participants[position]!;
    const next = mergeParticipant(known, told, newer, stale);
    if (next !== known) (merged ??= [...older.participants])[position] = next;
  }
  return merged ? merged.sort(byJoining) : older.participants;
}

function mergeParticipant(
  known: Participant,
  told: Participant,
  { source }: Conversation,
  stale: boolean
): Participant {
  const said = known.said[source];
  const now = mergeFacts(known.now, told.now, said, stale);
  const heard = stale && said ? said : told.now;
  if (now === known.now) {
    known.said[source] = heard;
    return known;
  }
  return { id: known.id, now, said: { ...known.said, [source]: heard } };
}
