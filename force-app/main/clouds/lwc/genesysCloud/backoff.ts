/**
 * How long to wait before try number `attempt` (0 = the first repetition). Doubles up to the
 * longest; between half and all of it by chance, so that a floor full of agents who lost the
 * network together does not come back together.
 *
 * @returns milliseconds
 */
export function backoff(
  attempt: number,
  random: () => number,
  { first = 500, longest = 30_000 } = {}
): number {
  const whole = Math.min(longest, first * 2 ** attempt);
  return Math.round(whole * (0.5 + random() / 2));
}
