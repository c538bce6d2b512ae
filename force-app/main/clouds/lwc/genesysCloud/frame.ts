/** One message of a notification socket. */
export interface Frame {
  topic: string;
  body: unknown;
}

export type FrameReading = { frame: Frame } | { malformed: string };

/** A conversation of 800 participants is about half as long. */
const LONGEST = 4_000_000;
/** Frames as short as nearly all are nest no deeper than engines can go. */
const SHORT = 10_000;
/** Conversations nest six levels deep. */
const DEEPEST = 200;

/** Never throws: a frame nobody can read must not stop the others. */
export function readFrame(data: unknown): FrameReading {
  if (typeof data !== 'string') return { malformed: 'not a text' };
  if (data.length > LONGEST) return { malformed: 'too long' };
  if (data.length > SHORT && isDeep(data)) return { malformed: 'too deep' };
  let message: unknown;
  try {
    message = JSON.parse(data);
  } catch {
    return { malformed: 'not JSON' };
  }
  if (typeof message !== 'object' || message === null) return { malformed: 'not an object' };
  const { topicName, eventBody } = message as Record<string, unknown>;
  if (typeof topicName !== 'string') return { malformed: 'no topicName' };
  return { frame: { topic: topicName, body: eventBody } };
}

/** Counts brackets outside of texts, so that nothing is built of what is never used. */
function isDeep(json: string): boolean {
  let depth = 0;
  for (let index = 0; index < json.length; index++) {
    const code = json.charCodeAt(index);
    if (code === QUOTE) index = endOfText(json, index);
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      if (++depth > DEEPEST) return true;
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth--;
  }
  return false;
}

const [QUOTE, OPEN_BRACE, OPEN_BRACKET, CLOSE_BRACE, CLOSE_BRACKET] = [34, 123, 91, 125, 93];

/** Where the text that begins at `start` ends. */
function endOfText(json: string, start: number): number {
  let end = json.indexOf('"', start + 1);
  while (end > 0 && isEscaped(json, end)) end = json.indexOf('"', end + 1);
  return end < 0 ? json.length : end;
}

/** Whether an odd number of backslashes stands before. */
function isEscaped(json: string, at: number): boolean {
  let before = at - 1;
  while (json[before] === '\\') before--;
  return (at - before) % 2 === 0;
}

/** Frames of the server itself, which tell nothing of the user. */
export function isSystemFrame({ topic }: Frame): boolean {
  return topic.startsWith('channel.') || topic.startsWith('v2.system.');
}

/** Comes about a minute before the server closes the socket on purpose. */
export function isClosingNotice({ topic }: Frame): boolean {
  return topic === 'v2.system.socket_closing';
}
