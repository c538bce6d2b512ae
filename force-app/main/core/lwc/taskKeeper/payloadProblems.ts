import type { PayloadProblem } from 'c/interaction';

/**
 * Counts what could not be used of payloads. A kind is said once, and again with its number at 10, 100 …: the log holds
 * few lines, and one odd conversation may come by all day.
 */
export function payloadProblems() {
  const counts = new Map<string, number>();
  return {
    /** The line for the log, when it is time for one. */
    count(problem: PayloadProblem): string | undefined {
      const kind =
        problem.type === 'other_media' ? `${problem.type} ${problem.media}` : problem.type;
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      if (count === 1) return `payload: ${kind}`;
      return /^10+$/.test(String(count)) ? `payload: ${kind} (${count})` : undefined;
    }
  };
}
