import type { Session } from '../../server/session';

/** Set by the console's `session.js` before any module runs. `timeZone`: IANA name, the browser's. */
export const page = (
  globalThis as typeof globalThis & { workbench: Session & { timeZone: string } }
).workbench;
