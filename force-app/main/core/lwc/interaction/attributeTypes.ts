import type { InteractionType } from './interactionView';
import type { Leg } from './leg';

export type AttributeValue = string | number | boolean;

/** Attribute name → value, `Participant.*` included. An attribute that does not apply or is not known is absent. */
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** `datetime` values are ISO-8601 UTC strings with milliseconds; `number` values are whole seconds. */
export type AttributeDataType = 'string' | 'number' | 'boolean' | 'datetime';

/** What an attribute needs that the conversation does not hold. Everything but `region` may be missing. */
export interface AttributeContext {
  /** Domain of the Genesys Cloud region, `mypurecloud.com`. */
  region: string;
  /** May contain `{region}` and `{conversationId}`. */
  urlTemplate?: string;
  /** Notes the agent typed in the panel. */
  notes?: string;
  /** Queue id → name, from the routing API. */
  queueNames?: Record<string, string>;
  /** Wrap-up code id → name. */
  wrapUpNames?: Record<string, string>;
  /** Contact list row: column → value. */
  contactColumns?: Record<string, string>;
  /** Salesforce id of the transcript record. */
  transcriptId?: string;
  /** Participant attribute that holds the work item id. */
  workItemAttribute?: string;
  /**
   * Names that are asked for. Those of `Participant.*` are each looked up exactly, then ignoring case, then with the prefix
   * `context.`, and stand in the result under the spelling asked for.
   */
  names?: readonly string[];
  /** Leave everything that is not in `names` out: all that a writer needs on each event. */
  namesOnly?: boolean;
}

/** The documented part of a catalogue row: what docs and the setup tab show. */
export interface AttributeDescription {
  name: string;
  types: readonly InteractionType[] | 'all';
  dataType: AttributeDataType;
  label: string;
  description: string;
}

/** A catalogue row with the function that finds its value. */
export interface AttributeDefinition extends AttributeDescription {
  /** Pure. `undefined` means absent; never `''`, NaN or a negative number. */
  resolve: (leg: Leg) => AttributeValue | undefined;
}
