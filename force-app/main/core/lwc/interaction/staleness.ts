import { connectedAtOf, finder, hasLeft, saidBy } from './conversation';
import type { Conversation, Facts, Source } from './conversation';
import type { Time } from './time';

/**
 * Whether `newer` describes an earlier moment than what is known. Frames carry no sequence number, so the order is worked
 * out from what can only grow: participants joining, connecting, leaving, wrapping up. Only when none of this differs do
 * hold times and then the receive times decide.
 */
export function isStale(older: Conversation, newer: Conversation): boolean {
  const { source } = newer;
  let behind = false;
  let ahead = false;
  let holdBehind = false;
  let met = 0;
  const find = finder(newer.participants);
  for (let index = 0; index < older.participants.length; index++) {
    const known = older.participants[index]!;
    if (newer.participants[index] === known) {
      met++;
      continue;
    }
    const { now } = known;
    const facts = find(known.id, index)?.now;
    const last = saidBy(source, known);
    if (!facts) {
      // Sources may show different participants: only one that this source has shown is missing.
      if (last) behind = true;
      continue;
    }
    met++;
    // The same words as last time.
    if (facts !== last?.facts) {
      if (hasNewCommunication(now, facts)) ahead = true;
      if (last) {
        const step = progressOf(facts) - progressOf(last.facts);
        if (step > 0) ahead = true;
        if (step < 0) behind = true;
        if (isHoldBehind(facts, last.facts)) holdBehind = true;
      }
    }
    const milestones = milestonesOf(facts) - milestonesOf(onlyOf(source, now));
    if (milestones > 0) ahead = true;
    if (milestones < 0) behind = true;
  }
  if (met < newer.participants.length) ahead = true;
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

/** Whether the last hold told began before the one known; a hold that is not told orders nothing. */
function isHoldBehind(told: Facts, last: Facts): boolean {
  const since = heldSince(told);
  const known = heldSince(last);
  return since !== undefined && known !== undefined && since < known;
}

function heldSince(facts: Facts): Time | undefined {
  let latest: Time | undefined;
  for (const { heldSince: since } of facts.communications) {
    if (since !== undefined && (latest === undefined || since > latest)) latest = since;
  }
  return latest;
}
