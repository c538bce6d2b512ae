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

/** What a message says, before it is written down. */
export interface Said {
  id: string;
  /** ISO; absent or unreadable: the line has no time and stands first. */
  time?: string;
  sender: string;
  /** May have several lines; empty: nothing to write down. */
  text: string;
}

/**
 * `2026-03-02T10:00:07-05:00 Blanche Stokes: Hello`. ISO 8601 and not the browser's own way of
 * writing dates: a transcript must read the same whichever tab continues it.
 */
export function lineOf({ id, time, sender, text }: Said, timeZone: string | undefined): Line {
  const at = Date.parse(time ?? '');
  const known = Number.isFinite(at) && at > 0;
  const words = `${oneLine(sender)}: ${oneLine(text)}`;
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
