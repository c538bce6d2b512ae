import type { AttributeContext, Attributes, Conversation, Interaction } from 'c/interaction';
import type { OrgFacts } from './orgFacts';

/**
 * Something that a conversation does not tell and that is looked up beside it: a name, a contact's
 * row, a transcript. The keeper holds them in a list and calls each in a loop; every answer that
 * arrives later makes the keeper draft the conversation again.
 */
export interface Enrichment {
  /** What it knows by now for the attributes of one interaction; `before`: its attributes so far. */
  context?(key: string, before: Attributes | undefined): Partial<AttributeContext> | undefined;
  /** An interaction was drafted: look up what it lacks. Each thing is asked for once. */
  heard?(conversation: Conversation, interaction: Interaction, attributes: Attributes): void;
  /** Mappings or settings arrived or changed. */
  setOrg?(org: OrgFacts): void;
  /** This tab writes from now on, or another one does. */
  setWriter?(isWriter: boolean): void;
  /** Nothing of this conversation is kept any more. */
  forget?(conversationId: string): void;
  /** The network or the sign-in are back. */
  resume?(): void;
  /** What was refused may be accepted now. */
  retry?(): void;
  stop(): void;
}
