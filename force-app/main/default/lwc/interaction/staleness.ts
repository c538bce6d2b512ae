import { connectedAtOf, hasLeft } from './conversation';
import type { Conversation, Facts, Source } from './conversation';

/**
 * Whether `newer` describes an earlier moment than what is known. Frames carry no sequence number, so the order is worked
 * out from what can only grow: participants joining, connecting, leaving, wrapping up. Only when none of this differs do
 * hold times and then the receive times decide.
 */
export function isStale(older: Conversation, newer: Conversation): boolean {
  let behind = false;
  let ahead = false;
  let holdBehind = false;
  const told = new Map(newer.participants.map(({ id, now }) => [id, now]));
  for (const { id, now, said } of older.participants) {
    const facts = told.get(id);
    const last = said[newer.source];
    if (!facts) {
      // Sources may show different participants: only one that this source has shown is missing.
      if (last) behind = true;
      continue;
    }
    told.delete(id);
    if (hasNewCommunication(now, facts)) ahead = true;
    if (last) {
      const step = progressOf(facts) - progressOf(last);
      if (step > 0) ahead = true;
      if (step < 0) behind = true;
      if (heldSince(facts) < heldSince(last)) holdBehind = true;
    }
    const milestones = milestonesOf(facts) - milestonesOf(onlyOf(newer.source, now));
    if (milestones > 0) ahead = true;
    if (milestones < 0) behind = true;
  }
  if (told.size > 0) ahead = true;
  if (ahead) return false;
  if (behind || holdBehind) return true;
  return older.at !== undefined && newer.at !== undefined && newer.at < older.at;
}

/** The part of the knowledge that a source can see: shape M sees one medium. */
function onlyOf(source: Source, facts: Facts): Facts {
  if (!source.startsWith('M-')) return facts;
  const communications = facts.communications.filter(({ media }) => source.endsWith(`-${media}`));
  if (communications.length === 0) return facts;
  if (communications.length === facts.communications.length) return facts;
  return { communications };
}

/** Joined 0, connected 1, left 2: told by every source. */
function milestonesOf(facts: Facts): number {
  if (hasLeft(facts)) return 2;
  return connectedAtOf(facts) === undefined ? 0 : 1;
}

function progressOf(facts: Facts): number {
  let progress = milestonesOf(facts);
  if (facts.acwStartedAt !== undefined) progress++;
  if (facts.acwEndedAt !== undefined) progress++;
  if (facts.wrapUpCode !== undefined) progress++;
  return progress;
}

/** A participant that comes back (a dropped phone, the call of a callback) gets a new communication. */
function hasNewCommunication(known: Facts, told: Facts): boolean {
  return told.communications.some(
    ({ id, media }) =>
      id !== undefined &&
      !known.communications.some(
        (other) => other.id === id || (other.id === undefined && other.media === media)
      )
  );
}

/** Start of the last hold told; not told orders nothing. */
function heldSince(facts: Facts): number {
  let latest = NaN;
  for (const { heldSince: since } of facts.communications) {
    if (since !== undefined && !(since <= latest)) latest = since;
  }
  return latest;
}
