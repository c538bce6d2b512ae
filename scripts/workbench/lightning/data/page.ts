import type { Session } from '../../server/session';

/** Set by the console's `session.js` before any module runs. */
export const page = (globalThis as typeof globalThis & { workbench: Session }).workbench;
