// The browser's locale and zone, as for the Task's Subject.
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const shortClock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

/** Time of day on the agent's own clock, with seconds. */
export function clockTime(ms: number): string {
  return clock.format(ms);
}

/** Time of day without seconds. */
export function shortTime(ms: number): string {
  return shortClock.format(ms);
}

/** `0:07`, `12:41`, `1:02:03`. A clock that runs behind shows 0:00, never a negative time. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60];
  const hours = Math.floor(seconds / 3600);
  const [first, ...rest] = hours ? [hours, ...parts] : parts;
  return [String(first), ...rest.map((part) => String(part).padStart(2, '0'))].join(':');
}
