/** Whole seconds, rounded half up; undefined when either end is missing or the time would be negative. Ends in ms. */
export function secondsBetween(
  from: number | undefined,
  to: number | undefined
): number | undefined {
  return from === undefined || to === undefined ? undefined : wholeSeconds(to - from);
}

export function wholeSeconds(ms: number): number | undefined {
  return ms >= 0 ? Math.round(ms / 1000) : undefined;
}

export function isoTime(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : new Date(ms).toISOString();
}
