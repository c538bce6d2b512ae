/** A Task as UI API gives it. */
export type Task = Record<string, string | number | boolean | null>;
