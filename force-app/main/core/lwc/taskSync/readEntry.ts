import {
  checkedFacts,
  isFieldName,
  isMoment,
  isRecord,
  isRecordId,
  isTaskId,
  isText,
  isWatchEnd,
  objectFrom,
  type Check,
  type OnDropped
} from './checkedJson';
import { choiceFields, type ChoiceField, type Choices, type JournalEntry } from './journal';

type Prints = Record<string, string | null>;
type Facts = Omit<JournalEntry, 'key' | 'written' | 'doubts' | 'chosen'>;

const MOST_FIELDS = 1_000;
const MOST_VALUES = 1_000;
const PRINT = /^[0-9a-f]{16}$/;
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)$/;

const isPrint: Check<string> = (value): value is string =>
  typeof value === 'string' && PRINT.test(value);
const isTrue: Check<boolean> = (value): value is boolean => value === true;
const isIso: Check<string> = (value): value is string =>
  isText(40)(value) && ISO.test(value) && !Number.isNaN(Date.parse(value));

function readPrints(value: unknown, name: string, onDropped: OnDropped): Prints | undefined {
  if (!isRecord(value)) {
    onDropped(name);
    return undefined;
  }
  const prints: Prints = {};
  let isWhole = true;
  for (const [field, print] of Object.entries(value).slice(0, MOST_FIELDS)) {
    if (isFieldName(field) && (print === null || isPrint(print))) prints[field] = print;
    else isWhole = false;
  }
  if (!isWhole) onDropped(name);
  return prints;
}

type Doubts = NonNullable<JournalEntry['doubts']>;

/** A doubt that is not whole can't be told from none: then the Task has to be read. */
function readDoubts(value: unknown, now: number, onDropped: OnDropped): Doubts | undefined {
  if (value === undefined) return undefined;
  if (!isRecord(value)) {
    onDropped('doubts');
    return undefined;
  }
  const doubts: Doubts = {};
  for (const [field, doubt] of Object.entries(value).slice(0, MOST_FIELDS)) {
    const known = isFieldName(field) && isRecord(doubt) && readDoubt(doubt, now);
    if (known) doubts[field] = known;
    else onDropped('doubts');
  }
  return Object.keys(doubts).length ? doubts : undefined;
}

function readDoubt(
  { values, open, until }: Record<string, unknown>,
  now: number
): Doubts[string] | undefined {
  const isList = Array.isArray(values) && values.length > 0 && values.length <= MOST_VALUES;
  if (!isList || !values.every((print) => print === null || isPrint(print))) return undefined;
  if (typeof open !== 'boolean' || !isMoment(now)(until)) return undefined;
  return { values: values as (string | null)[], open, until };
}

function readChosen(value: unknown, onDropped: OnDropped): ChoiceField[] | undefined {
  if (value === undefined) return undefined;
  const known = (Object.keys(choiceFields) as ChoiceField[]).filter(
    (field) => Array.isArray(value) && value.includes(field)
  );
  if (!Array.isArray(value) || value.length !== known.length) onDropped('chosen');
  return known.length ? known : undefined;
}

/** Without a Task there is nothing that could have been written to it, or be gone. */
function withoutTask(entry: JournalEntry, hadTask: boolean): JournalEntry {
  const { doubts, chosen, proof, gone, unread, adopted, lastModified, ...rest } = entry;
  const isUnsure = entry.unsure || hadTask;
  return { ...rest, written: {}, ...(isUnsure && { unsure: true }) };
}

/**
 * An entry from its stored text. Whatever in it can't be right is dropped alone and said; undefined
 * when nothing is left. Stored texts may come from an older version, a crash or a forger.
 */
export function readEntry(
  text: string,
  key: string,
  now: number,
  onDropped: OnDropped
): JournalEntry | undefined {
  const value = objectFrom(text, onDropped);
  if (!value) return undefined;
  if (value.key !== key) {
    onDropped('key');
    return undefined;
  }
  let isWhole = true;
  const spoilt = (kind: string): void => {
    isWhole = false;
    onDropped(kind);
  };
  const checks: { [Name in keyof Facts]-?: Check<NonNullable<Facts[Name]>> } = {
    taskId: isTaskId,
    proof: isPrint,
    unsure: isTrue,
    gone: isTrue,
    unread: isTrue,
    pending: isTrue,
    adopted: isTrue,
    savedAt: isMoment(now),
    endedAt: isMoment(now),
    watchUntil: isWatchEnd(now),
    keptAt: isMoment(now),
    lastModified: isIso
  };
  const facts = checkedFacts<Facts>(value, checks, onDropped);
  const entry: JournalEntry = {
    key,
    written: readPrints(value.written, 'written', spoilt) ?? {},
    ...facts
  };
  const doubts = readDoubts(value.doubts, now, spoilt);
  if (doubts) entry.doubts = doubts;
  const chosen = readChosen(value.chosen, onDropped);
  if (chosen) entry.chosen = chosen;
  // The end of a leg and of its watch are known together or not at all: the next draft tells both.
  if (entry.endedAt === undefined || entry.watchUntil === undefined) {
    delete entry.endedAt;
    delete entry.watchUntil;
  }
  if (entry.taskId === undefined) return withoutTask(entry, value.taskId !== undefined);
  if (!isWhole) entry.unread = true;
  return entry;
}

const isNotes = isText(100_000);
const isName = isText(400);
/** Empty: the agent chose none. */
const isChoice: Check<string> = (value): value is string => value === '' || isRecordId(value);

export type StoredChoices = Choices & { keptAt?: number };

/** Like `readEntry`, for what the agent typed or chose. */
export function readChoices(
  text: string,
  now: number,
  onDropped: OnDropped
): StoredChoices | undefined {
  const value = objectFrom(text, onDropped);
  if (!value) return undefined;
  const choices = checkedFacts<StoredChoices>(
    value,
    {
      notes: isNotes,
      whoId: isChoice,
      whatId: isChoice,
      whoName: isName,
      whatName: isName,
      keptAt: isMoment(now)
    },
    onDropped
  );
  const { keptAt: _, ...chosen } = choices;
  return Object.keys(chosen).length ? choices : undefined;
}
