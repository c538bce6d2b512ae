import { isComplete, sameJson } from 'c/interaction';
import type { Attributes, Interaction } from 'c/interaction';
import type { Mapping } from './mapping';
import type { TaskShape } from './taskShape';
import { taskType } from './taskType';

export interface DraftSettings {
  /** API name of the unique external id that makes a Task findable: `Interaction_Key__c`. */
  keyField: string;
  /** Status while the interaction or its after-call work goes on; absent: Salesforce's default. */
  openStatus?: string;
  /** Status once all is done; absent: never closed by us. */
  closedStatus?: string;
  /** Absent: `Call` for phone calls and voicemail, nothing for the other types. `''`: never set. */
  taskSubtype?: string;
}

export interface DraftChoices {
  /** 15 or 18 characters. Absent: nothing chosen yet. `''`: chosen and taken back. */
  whoId?: string;
  whatId?: string;
  /** As typed. Absent: never typed. `''`: typed and deleted. */
  notes?: string;
}

export interface DraftInput {
  interaction: Interaction;
  attributes: Attributes;
  /**
   * In order: of several that fill one field, the first whose attribute has a value does. Neither list nor shape may be
   * changed in place: what follows from them is worked out once.
   */
  mappings: readonly Mapping[];
  shape: TaskShape;
  /** BCP 47, of the browser: the Subject's date. */
  locale: string;
  /** IANA name; absent: the browser's own. */
  timeZone?: string;
  choices: DraftChoices;
  settings: DraftSettings;
}

/** Whether two inputs make the same draft. May say no where it is so, never yes where it is not. */
export function asksForTheSame(one: DraftInput, other: DraftInput): boolean {
  return (
    one.mappings === other.mappings &&
    one.shape === other.shape &&
    one.locale === other.locale &&
    one.timeZone === other.timeZone &&
    isSameTo(one.interaction, other.interaction) &&
    sameJson(one.choices, other.choices) &&
    sameJson(one.settings, other.settings) &&
    sameJson(one.attributes, other.attributes)
  );
}

/** Of an interaction, only what the default fields show. */
function isSameTo(one: Interaction, other: Interaction): boolean {
  return (
    one === other ||
    (one.key === other.key &&
      one.conversationId === other.conversationId &&
      one.direction === other.direction &&
      one.connectedTime === other.connectedTime &&
      one.type === other.type &&
      taskType(one) === taskType(other) &&
      isComplete(one) === isComplete(other))
  );
}
