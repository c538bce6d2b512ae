/** A Task field as this user meets it. */
export interface TaskField {
  apiName: string;
  label: string;
  /** As UI API spells it: `String`, `TextArea`, `Double`, `Picklist`, … */
  dataType: string;
  /** UTF-16 units; absent where length means nothing. */
  length?: number;
  /** Digits in all, decimals included. */
  precision?: number;
  scale?: number;
  createable: boolean;
  updateable: boolean;
  required: boolean;
  unique?: boolean;
  /** API names of the objects a reference may point to. */
  referenceTo?: string[];
  picklist?: { values: string[]; restricted: boolean };
}

/** Task as one user sees it: a field absent here does not exist, or is hidden from this user. */
export interface TaskShape {
  fields: Record<string, TaskField>;
}

/** From a UI API ObjectInfoRepresentation of Task; `picklists` maps field API names to their values. */
export function taskShape(_objectInfo: unknown, _picklists?: Record<string, string[]>): TaskShape {
  return { fields: {} };
}
