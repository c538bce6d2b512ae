/** One message of a notification socket. */
export interface Frame {
  topic: string;
  body: unknown;
}

export type FrameReading = { frame: Frame } | { malformed: string };

/** Never throws: a frame nobody can read must not stop the others. */
export function readFrame(data: unknown): FrameReading {
  if (typeof data !== 'string') return { malformed: 'not a text' };
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

/** Frames of the server itself, which tell nothing of the user. */
export function isSystemFrame({ topic }: Frame): boolean {
  return topic.startsWith('channel.') || topic.startsWith('v2.system.');
}

/** Comes about a minute before the server closes the socket on purpose. */
export function isClosingNotice({ topic }: Frame): boolean {
  return topic === 'v2.system.socket_closing';
}
