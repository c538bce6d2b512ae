import type { Fields } from 'c/taskSync';

/** What a leg's Task was wanted to say from some moment on. */
export interface Version {
  /** ms epoch */
  at: number;
  fields: Fields;
}

/** Mean time from sending a write to its answer in this simulation, ms. */
const FLIGHT = 305;
const STEP = 1_000;
const HORIZON = 24 * 60 * 60 * 1_000;

/**
 * The fewest writes of an all-knowing writer that keeps the Task fresh under the same network: it
 * writes when it has something new, nothing is in flight and Salesforce can be reached, knows every
 * outcome and never sends what will be refused.
 */
export function leastWrites(
  versions: readonly Version[],
  isReachable: (time: number) => boolean
): number {
  const written: Fields = {};
  let count = 0;
  let freeAt = 0;
  for (let index = 0; index < versions.length; index += 1) {
    let at = Math.max(versions[index]!.at, freeAt);
    const last = at + HORIZON;
    while (!isReachable(at) && at < last) at += STEP;
    // By then newer versions may have replaced this one.
    while (index + 1 < versions.length && versions[index + 1]!.at <= at) index += 1;
    const { fields } = versions[index]!;
    const differs = Object.keys(fields).some(
      (field) => (fields[field] ?? null) !== (written[field] ?? null)
    );
    if (!differs) continue;
    Object.assign(written, fields);
    count += 1;
    freeAt = at + FLIGHT;
  }
  return count;
}
