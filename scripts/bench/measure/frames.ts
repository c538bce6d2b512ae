import type { Frame, Recording, Shape } from '../recording';

/** A frame's conversation: of REST the whole answer, of a topic the body. */
export function payloadOf(shape: Shape, parsed: unknown): unknown {
  return shape === 'C' ? parsed : (parsed as { eventBody: unknown }).eventBody;
}

/** The recorded call once more, as call number `n`: same frames, ids of its own. */
export function asCall(
  { conversationId }: Recording,
  frames: readonly Frame[],
  n: number
): Frame[] {
  const id = conversationOfCall(conversationId, n);
  return frames.map(({ at, text }) => ({ at, text: text.replaceAll(conversationId, id) }));
}

const conversationOfCall = (id: string, n: number): string =>
  n.toString(16).padStart(8, '0') + id.slice(8);
