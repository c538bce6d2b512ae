export interface LogLine {
  /** ms epoch */
  at: number;
  text: string;
}

/**
 * What happened, for support: states, ids and codes, never names, numbers, notes or attributes.
 * Holds the last lines only, so that it does not grow over a shift.
 */
export function sessionLog(clock: () => number, limit = 200) {
  let lines: LogLine[] = [];
  return {
    add(text: string): void {
      lines = [...lines.slice(1 - limit), { at: clock(), text }];
    },
    lines: (): LogLine[] => lines
  };
}

export type SessionLog = ReturnType<typeof sessionLog>;
