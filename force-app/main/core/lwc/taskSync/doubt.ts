import { sameKnown, type Known, type Written } from './written';

/**
 * After an update without an answer: what a field may hold, or may come to hold, beside what counts
 * as written. Only a reading or an accepted write of the field ends it, sent after `until`.
 */
export interface Doubt {
  /** Our values since the first such update, as they were sent; the last is what we said last. */
  values: readonly Known[];
  /** Nothing has been accepted or read since the last such update: nobody knows what is there. */
  open: boolean;
  /** By then every such update has been carried out, or never will be; ms epoch. */
  until: number;
  /** The last reading did not show the field: only writing it can help. */
  unseen?: boolean;
}

export type Doubts = Readonly<Record<string, Doubt>>;

/** A request that nobody waits for any more may still be carried out for so long. ms */
export const STRAY = 2 * 60_000;

const append = (values: readonly Known[], last: Known): Known[] => [
  ...values.filter((value) => !sameKnown(value, last)),
  last
];

/** An update that carried `fields` got no answer. */
export function withDoubt(doubts: Doubts, fields: Written, until: number): Doubts {
  const all: Record<string, Doubt> = { ...doubts };
  for (const field of Object.keys(fields)) {
    const before = all[field];
    all[field] = {
      values: append(before?.values ?? [], fields[field] as Known),
      open: true,
      until: Math.max(until, before?.until ?? until)
    };
  }
  return all;
}

/** These fields were accepted or read by a request sent at `sentAt`; `written` is what counts now. */
export function settle(
  doubts: Doubts,
  fields: readonly string[],
  written: Written,
  sentAt: number
): Doubts {
  const doubted = fields.filter((field) => field in doubts);
  if (doubted.length === 0) return doubts;
  const left: Record<string, Doubt> = { ...doubts };
  for (const field of doubted) {
    const { values, until } = left[field] as Doubt;
    if (until <= sentAt) delete left[field];
    else left[field] = { values: append(values, written[field] ?? null), open: false, until };
  }
  return left;
}

/** `unseen`: a reading did not show these fields. Not `unseen`: it is worth trying again. */
export function open(doubts: Doubts, fields: readonly string[], unseen: boolean): Doubts {
  const doubted = fields.filter((field) => field in doubts);
  if (doubted.length === 0) return doubts;
  const left: Record<string, Doubt> = { ...doubts };
  for (const field of doubted) left[field] = { ...(left[field] as Doubt), open: true, unseen };
  return left;
}
