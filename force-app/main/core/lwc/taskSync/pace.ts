const MINUTE = 60_000;
/** So many writes of one Task within a minute are as many as an agent's hands make. */
const FREE = 5;
const PAUSE = 5_000;

/**
 * How long the next write of a Task has to wait, ms, by when its last ones left. Changes that come
 * meanwhile go with it: a chatty source costs one write every five seconds.
 */
export function pauseBeforeWrite(writes: readonly number[], now: number): number {
  // Times ahead of the clock are of before it was set back.
  const recent = writes.filter((at) => at <= now && at > now - MINUTE);
  if (recent.length < FREE) return 0;
  return Math.max(0, (recent.at(-1) as number) + PAUSE - now);
}

/** With one more write; older ones than the last few decide nothing. */
export const withWrite = (writes: readonly number[], now: number): readonly number[] =>
  [...writes, now].slice(-FREE);
