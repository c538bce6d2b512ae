import type { Attributes, Interaction } from 'c/interaction';
import type { Issue } from './issue';
import type { Mapping } from './mapping';
import type { TaskShape } from './taskShape';

export type FieldValue = string | number | boolean | null;

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
  mappings: readonly Mapping[];
  shape: TaskShape;
  /** BCP 47, of the browser: the Subject's date. */
  locale: string;
  /** IANA name; absent: the browser's own. */
  timeZone?: string;
  choices: DraftChoices;
  settings: DraftSettings;
}

/** What the Task should say. Not a difference: every field we stand for, every time. */
export interface TaskDraft {
  /** null empties the field. A field absent here is none of ours: leave it alone. */
  fields: Record<string, FieldValue>;
  /** For each field, the attribute it came from, `default`, or `agent` (typed or chosen in the panel). */
  sources: Record<string, string>;
  /** Fields to send with the create and never with an update. */
  createOnly: string[];
  /** Fields to send with updates and never with the create. */
  updateOnly: string[];
  issues: Issue[];
}

export function draftTask(_input: DraftInput): TaskDraft {
  return { fields: {}, sources: {}, createOnly: [], updateOnly: [], issues: [] };
}
