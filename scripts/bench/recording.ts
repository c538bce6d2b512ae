/** How a conversation is told; docs/glossary.md. */
export type Shape = 'E' | 'M' | 'C';

/** One frame of a notification socket, or one answer of REST. */
export interface Frame {
  /** ms epoch */
  at: number;
  text: string;
}

/** One call as its agent's softphone hears it. */
export interface Recording {
  userId: string;
  conversationId: string;
  /** Index of the last frame of shape E before the agent's leg ends. */
  live: number;
  frames: Record<Shape, Frame[]>;
}
