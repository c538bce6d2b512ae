import { stampOf } from './stamp';
import { oneLine } from './text';

/** One message of a transcript, whatever medium it came from. */
export interface Line {
  /** Id of the message at Genesys Cloud; a transcript holds each once. */
  id: string;
  /** ms epoch; 0 when the message tells no time. */
  at: number;
  /** As it stands in the transcript, without its line break. */
  text: string;
}

/** On whose side a message was written. `Sender` where Genesys Cloud does not tell: emails. */
export type Role = 'Customer' | 'Agent' | 'Bot' | 'System' | 'Sender';

/** What a message says, before it is written down. */
export interface Said {
  id: string;
  /** ISO; absent or unreadable: the line has no time and stands first. */
  time?: string;
  role: Role;
  /** Of who says it, as the medium tells it: whoever writes may have chosen it. */
  name?: string;
  /** May have several lines; empty: nothing to write down. */
  text: string;
}

/**
 * `2026-03-02T10:00:07-05:00 Customer (Blanche Stokes): Hello`. ISO 8601 and not the browser's own way of
 * writing dates: a transcript must read the same whichever tab continues it. The role comes before the name, so that
 * nobody speaks as the agent by being called like one.
 */
export function lineOf(
  { id, time, role, name = '', text }: Said,
  timeZone: string | undefined
): Line {
  const at = Date.parse(time ?? '');
  const known = Number.isFinite(at) && at > 0;
  const named = oneLine(name);
  const words = `${named === '' ? role : `${role} (${named})`}: ${oneLine(text)}`;
  return {
    id,
    at: known ? at : 0,
    text: known ? `${stampOf(at, timeZone)} ${words}` : words
  };
}

/** Ordered by time, then by id so that every tab puts them in the same order. */
export function inOrder(lines: Iterable<Line>): Line[] {
  return [...lines].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
