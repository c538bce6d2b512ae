/** ISO-8601 UTC with milliseconds, as every time the platform sends. */
export const iso = (ms: number): string => new Date(ms).toISOString();
