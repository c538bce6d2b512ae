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

/** Standard picklists that refuse a value not on their list; the other standard ones take any. */
const RESTRICTED_STANDARD = new Set(['Status', 'Priority', 'TaskSubtype']);
const PICKLISTS = new Set(['picklist', 'multipicklist', 'combobox']);

/**
 * From a UI API ObjectInfoRepresentation of Task; a REST describe (`fields` as a list) does as well.
 * `picklists` maps field API names to their values: object info has none. Anything unreadable is
 * left out; garbage gives an empty shape.
 */
export function taskShape(
  objectInfo: unknown,
  picklists: Record<string, string[]> = {}
): TaskShape {
  const source = record(record(objectInfo)?.fields);
  const fields: Record<string, TaskField> = {};
  for (const entry of Object.values(source ?? {})) {
    const field = taskField(record(entry), picklists);
    if (field) fields[field.apiName] = field;
  }
  return { fields };
}

function taskField(
  info: Record<string, unknown> | undefined,
  picklists: Record<string, string[]>
): TaskField | undefined {
  const apiName = text(info?.apiName) ?? text(info?.name);
  const dataType = text(info?.dataType) ?? text(info?.type);
  if (!info || !apiName || !dataType) return undefined;
  const field: TaskField = {
    apiName,
    label: text(info.label) ?? apiName,
    dataType,
    createable: info.createable === true,
    updateable: info.updateable === true,
    required: info.required === true
  };
  const length = positive(info.length);
  const precision = positive(info.precision) ?? positive(info.digits);
  const referenceTo = references(info);
  const values = picklists[apiName] ?? listedValues(info.picklistValues);
  if (length) field.length = length;
  if (precision) field.precision = precision;
  if (typeof info.scale === 'number') field.scale = info.scale;
  if (info.unique === true) field.unique = true;
  if (referenceTo.length > 0) field.referenceTo = referenceTo;
  if (values && PICKLISTS.has(dataType.toLowerCase())) {
    field.picklist = { values, restricted: restricted(apiName, info) };
  }
  return field;
}

/** UI API does not say; a new custom picklist is restricted unless its maker unticks that. */
function restricted(apiName: string, info: Record<string, unknown>): boolean {
  if (typeof info.restrictedPicklist === 'boolean') return info.restrictedPicklist;
  return apiName.endsWith('__c') || RESTRICTED_STANDARD.has(apiName);
}

function references(info: Record<string, unknown>): string[] {
  const targets = Array.isArray(info.referenceToInfos) ? info.referenceToInfos : info.referenceTo;
  if (!Array.isArray(targets)) return [];
  return targets
    .map((target) => text(target) ?? text(record(target)?.apiName))
    .filter((name) => name !== undefined);
}

function listedValues(values: unknown): string[] | undefined {
  if (!Array.isArray(values)) return undefined;
  return values
    .filter((entry) => record(entry)?.active !== false)
    .map((entry) => text(entry) ?? text(record(entry)?.value))
    .filter((value) => value !== undefined);
}

function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function positive(value: unknown): number | undefined {
  return typeof value === 'number' && value > 0 ? value : undefined;
}
