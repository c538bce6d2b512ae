import { backoff } from 'c/ports';
import { failureTable } from 'c/taskSync';
import type { FieldValue, Fields, Reaction, SaveFailure } from 'c/taskSync';
import type { Context, Effect, Step } from './effects';
import { TRANSCRIPT_FIELDS } from './gateway';
import type { FoundPart, SavedPart } from './gateway';
import { RETRY } from './retryPolicy';
import { newPart } from './thread';
import type { LegRecords, Part, PartFlight, Thread } from './thread';

/** A refusal of these still leaves a transcript; without key or text there is none. */
const OPTIONAL: readonly string[] = [TRANSCRIPT_FIELDS.part, TRANSCRIPT_FIELDS.continues];

export const slotOf = (key: string, part: number): string => `part ${part} ${key}`;

/** Sends the next request for each record of each leg that is not as it should be. */
export function saveNext(step: Step): Step {
  if (!step.thread.isWhole) return step;
  return Object.keys(step.thread.legs).reduce(saveLeg, step);
}

function saveLeg({ thread, effects }: Step, key: string): Step {
  const leg = thread.legs[key] as LegRecords;
  const parts = [...leg.parts];
  const sent: Effect[] = [];
  let { requests } = thread;
  const count = Math.max(parts.length, thread.texts.length);
  for (let index = 0; index < count; index += 1) {
    const part = parts[index] ?? newPart;
    const first = parts[0];
    // A continuation names the first record; one that somebody deleted is not continued.
    if (index > 0 && (!first?.recordId || first.stage === 'gone')) break;
    const text = thread.texts[index] ?? '';
    const effect = request(part, { key, part: index, n: requests + 1, text }, first?.recordId);
    if (effect) {
      requests += 1;
      sent.push(effect);
      parts[index] = { ...part, flight: { n: requests, type: effect.type, text } };
    }
  }
  if (sent.length === 0) return { thread, effects };
  const legs = { ...thread.legs, [key]: { ...leg, parts } };
  return { thread: { ...thread, legs, requests }, effects: [...effects, ...sent] };
}

type Request = Extract<Effect, { part: number }>;

function request(
  { stage, gate, flight, written, refused, recordId = '' }: Part,
  { key, part, n, text }: { key: string; part: number; n: number; text: string },
  firstId: string | undefined
): Request | undefined {
  if (flight || gate !== 'open' || stage === 'gone') return undefined;
  if (stage === 'unsure') return { type: 'find', key, part, n };
  if (text === written) return undefined;
  const value: FieldValue = text === '' ? null : text;
  if (stage === 'known') {
    const fields = { [TRANSCRIPT_FIELDS.text]: value };
    return { type: 'update', key, part, n, recordId, fields };
  }
  const fields: Fields = {
    [TRANSCRIPT_FIELDS.key]: `${key}:${part + 1}`,
    [TRANSCRIPT_FIELDS.part]: part + 1,
    [TRANSCRIPT_FIELDS.text]: value,
    ...(part > 0 && firstId ? { [TRANSCRIPT_FIELDS.continues]: firstId } : {})
  };
  for (const field of refused) delete fields[field];
  return { type: 'create', key, part, n, fields };
}

interface Outcome {
  part: Part;
  waitMs?: number;
}

/** What an answer means for its record. */
export function answered(
  part: Part,
  flight: PartFlight,
  result: SavedPart | FoundPart,
  context: Context
): Outcome {
  const landed: Part = { ...part, flight: undefined };
  if (!result.ok) return failed(landed, flight, result.failure, context);
  if (flight.type !== 'find') {
    const recordId = result.recordId ?? landed.recordId;
    return {
      part: {
        ...landed,
        stage: 'known',
        recordId,
        written: flight.text,
        attempt: 0,
        hint: undefined
      }
    };
  }
  const { recordId, text = '' } = result as Extract<FoundPart, { ok: true }>;
  if (recordId === undefined) {
    // Known before and not there any more: somebody deleted it.
    return { part: { ...landed, stage: landed.recordId ? 'gone' : 'new', hint: undefined } };
  }
  const written = isStoredAs(flight.text, text) ? flight.text : text;
  return {
    part: { ...landed, stage: 'known', recordId, written, attempt: 0, hint: undefined }
  };
}

/** Salesforce trims a text and may give line breaks back as two characters. */
export function isStoredAs(ours: string, stored: string): boolean {
  const plain = (text: string): string => text.replace(/\r\n/g, '\n').trim();
  return plain(ours) === plain(stored);
}

type React = (part: Part, flight: PartFlight, failure: SaveFailure, context: Context) => Outcome;

const refuse: React = (part) => ({ part: { ...part, gate: 'refused' } });

const backOff: React = (part, _flight, failure, context) => {
  const attempt = part.attempt + 1;
  const waitMs = backoff(RETRY, attempt, context.roll, failure.retryAfterMs);
  const gate = failure.type === 'throttled' ? 'throttled' : 'backing_off';
  return { part: { ...part, gate, attempt }, waitMs };
};

/** At once the first time; then not in a hurry, or two failing requests would chase each other. */
const soon =
  (next: (part: Part, failure: SaveFailure) => Part): React =>
  (part, flight, failure, context) =>
    part.attempt > 0
      ? backOff(next(part, failure), flight, failure, context)
      : { part: { ...next(part, failure), attempt: 1 } };

const lookAgain = soon((part) => ({ ...part, stage: 'unsure' }));
const goOnUnseen = soon(unseen);
const dropFields: React = (part, flight, failure, context) =>
  leaveOut(part, failure) ?? refuse(part, flight, failure, context);

/** The reactions of c/taskSync's table, done to a record of a transcript; any other refuses it. */
const REACTIONS: Readonly<Partial<Record<Reaction, React>>> = {
  back_off: backOff,
  wait_for_sign_in: (part) => ({ part: { ...part, gate: 'signed_out' } }),
  // Nobody is asked about a transcript: what passes by itself is waited for.
  ask_agent: (part, flight, failure, context) =>
    (failure.type === 'collision' ? backOff : refuse)(part, flight, failure, context),
  look_up: lookAgain,
  merge: lookAgain,
  adopt: soon((part, { recordId }) => ({ ...part, stage: 'unsure', hint: recordId })),
  drop_fields: dropFields,
  // Only looking tells whether it is this record that is gone.
  suspect_records: (part, flight, failure, context) =>
    (flight.type === 'update' ? lookAgain : dropFields)(part, flight, failure, context),
  create_later: goOnUnseen,
  create_unseen: goOnUnseen
};

const failed: React = (part, flight, failure, context) => {
  const reaction = failureTable[failure.type].on[flight.type];
  return (REACTIONS[reaction] ?? refuse)(part, flight, failure, context);
};

/** Looking is not possible: go on without; the unique key keeps us from a second record. */
function unseen(part: Part): Part {
  const recordId = part.recordId ?? part.hint;
  return recordId
    ? { ...part, stage: 'known', recordId, written: '' }
    : { ...part, stage: 'new', written: '' };
}

function leaveOut(part: Part, { fields = [] }: SaveFailure): Outcome | undefined {
  const names = fields.map(({ field }) => field);
  const isNews = names.some((name) => !part.refused.includes(name));
  if (!isNews || !names.every((name) => OPTIONAL.includes(name))) return undefined;
  return { part: { ...part, refused: [...new Set([...part.refused, ...names])] } };
}

export function withPart(thread: Thread, key: string, index: number, part: Part): Thread {
  const leg = thread.legs[key] as LegRecords;
  const parts = leg.parts.map((one, at) => (at === index ? part : one));
  return { ...thread, legs: { ...thread.legs, [key]: { ...leg, parts } } };
}
