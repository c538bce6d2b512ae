import { isKnownAttribute } from 'c/interaction';
import type { Attributes, AttributeValue, Interaction } from 'c/interaction';
import { findField, isReservedField } from './access';
import { coerce } from './coerce';
import { DEFAULT_FIELDS } from './defaults';
import type { Issue } from './issue';
import type { Mapping } from './mapping';
import { isLeadId } from './recordId';
import type { TaskField, TaskShape } from './taskShape';

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
  /** In order: of several that fill one field, the first whose attribute has a value does. */
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

/** A value on its way into a field. */
interface Wish {
  field: string;
  /** null or `''` empties the field. */
  value: AttributeValue | null;
  source: string;
  attribute?: string;
  mayCut: boolean;
  createOnly?: boolean | undefined;
}

/**
 * The agent's notes and choices come first, then the admin's mappings, then the defaults: who comes
 * first has the field. What can't be written is left out with an issue and the rest stands.
 * Pure; never throws, whatever the mappings hold.
 */
export function draftTask(input: DraftInput): TaskDraft {
  const draft: TaskDraft = { fields: {}, sources: {}, createOnly: [], updateOnly: [], issues: [] };
  const { interaction, settings, shape } = input;
  const key = { field: settings.keyField, value: interaction.key, source: 'default' };
  place(draft, input, { ...key, mayCut: false });
  placeChoices(draft, input);
  placeMappings(draft, input);
  for (const { field, value: resolve, createOnly, optional } of DEFAULT_FIELDS) {
    const value = resolve(input);
    if (isEmpty(value) || has(draft, shape, field)) continue;
    const target = findField(shape, field);
    if (optional && !target?.createable) continue;
    place(draft, input, { field, value, source: 'default', mayCut: true, createOnly });
  }
  keepLeadAlone(draft);
  return draft;
}

function placeChoices(draft: TaskDraft, input: DraftInput): void {
  const { choices, attributes } = input;
  const typed = choices.notes ?? attributes['Salesforce.InteractionLogNotes'];
  const chosen = { Description: typed, WhoId: choices.whoId, WhatId: choices.whatId };
  for (const [field, value] of Object.entries(chosen)) {
    if (value !== undefined) place(draft, input, { field, value, source: 'agent', mayCut: true });
  }
}

function placeMappings(draft: TaskDraft, input: DraftInput): void {
  const emptied: Wish[] = [];
  for (const mapping of input.mappings) {
    if (!mapping?.active) continue;
    const attribute = text(mapping.attribute);
    const wish: Wish = {
      field: text(mapping.field),
      value: null,
      source: attribute,
      attribute,
      mayCut: mapping.whenTooLong !== 'leave_out'
    };
    if (!isKnownAttribute(attribute)) {
      draft.issues.push(issue(wish, 'unknown_attribute'));
      continue;
    }
    const value = Object.hasOwn(input.attributes, attribute)
      ? input.attributes[attribute]
      : undefined;
    if (!isEmpty(value)) placeMapped(draft, input, { ...wish, value });
    else if (mapping.whenEmpty === 'clear') emptied.push(wish);
  }
  // Only now: of two mappings for one field, the one with a value has it.
  for (const wish of emptied) {
    if (!has(draft, input.shape, wish.field)) placeMapped(draft, input, wish);
  }
}

function placeMapped(draft: TaskDraft, input: DraftInput, wish: Wish): void {
  const holder = has(draft, input.shape, wish.field);
  if (isReservedField(wish.field, input.settings.keyField)) {
    draft.issues.push(issue(wish, 'reserved_field'));
  } else if (!holder) {
    place(draft, input, wish);
  } else if (holder === 'agent') {
    const own = wish.attribute === 'Salesforce.InteractionLogNotes';
    if (!own) draft.issues.push(issue(wish, 'agent_wins'));
  } else {
    draft.issues.push(issue(wish, 'duplicate_mapping'));
  }
}

/** A mapping is a record some admin wrote: its blanks may be anything. */
function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

/** The source of the value that stands in the field. */
function has(draft: TaskDraft, shape: TaskShape, name: string): string | undefined {
  const field = findField(shape, name);
  return field ? draft.sources[field.apiName] : undefined;
}

/** Puts the value in, or says why not. */
function place(draft: TaskDraft, input: DraftInput, wish: Wish): void {
  const field = findField(input.shape, wish.field);
  if (!field) {
    draft.issues.push(issue(wish, 'field_hidden'));
    return;
  }
  if (!field.createable && !field.updateable) {
    draft.issues.push(issue(wish, 'not_writable'));
    return;
  }
  const value = isEmpty(wish.value) ? empty(draft, wish, field) : fit(draft, input, wish, field);
  if (value === undefined) return;
  draft.fields[field.apiName] = value;
  draft.sources[field.apiName] = wish.source;
  limitWhen(draft, wish, field);
}

/** What stands for nothing: a checkbox has no third state, and a required field none at all. */
function empty(draft: TaskDraft, wish: Wish, field: TaskField): FieldValue | undefined {
  if (field.dataType.toLowerCase() === 'boolean') return false;
  if (!field.required) return null;
  draft.issues.push(issue(wish, 'required_field'));
  return undefined;
}

function fit(
  draft: TaskDraft,
  { timeZone }: DraftInput,
  wish: Wish,
  field: TaskField
): FieldValue | undefined {
  const value = trimmed(wish);
  const coerced = coerce(value, field, { mayCut: wish.mayCut, timeZone });
  for (const loss of coerced.losses ?? [])
    draft.issues.push({ ...issue(wish, loss.type), ...loss });
  return coerced.value;
}

/** Salesforce strips the ends of text; the agent's notes stay as they are being typed. */
function trimmed({ value, source }: Wish): AttributeValue {
  if (typeof value !== 'string') return value ?? '';
  return source === 'agent' ? value : value.trim();
}

function limitWhen(draft: TaskDraft, wish: Wish, field: TaskField): void {
  if (!field.updateable || wish.createOnly) {
    draft.createOnly.push(field.apiName);
    if (wish.attribute) draft.issues.push(issue(wish, 'not_updateable', 'create_only'));
  } else if (!field.createable) {
    draft.updateOnly.push(field.apiName);
    if (wish.attribute) draft.issues.push(issue(wish, 'not_createable', 'update_only'));
  }
}

/**
 * Salesforce refuses a Lead in Name together with a Related To record. The person stays, the matter
 * goes, and goes from a Task that has it already: setting Name alone would be refused there.
 */
function keepLeadAlone(draft: TaskDraft): void {
  const { WhoId: who, WhatId: what } = draft.fields;
  if (!isLeadId(who) || what === undefined || what === null) return;
  const source = draft.sources.WhatId;
  draft.issues.push({
    type: 'lead_with_what',
    field: 'WhatId',
    value: what,
    action: 'left_out',
    ...(source && source !== 'agent' ? { attribute: source } : {})
  });
  draft.fields.WhatId = null;
}

function issue(wish: Wish, type: Issue['type'], action: Issue['action'] = 'left_out'): Issue {
  const made: Issue = { type, field: wish.field, action };
  if (wish.attribute !== undefined) made.attribute = wish.attribute;
  if (wish.value !== null && wish.value !== '') made.value = wish.value;
  return made;
}

/** Salesforce stores `""` and blanks as null. Anything that is no attribute value is none. */
function isEmpty(value: unknown): value is undefined | null | '' {
  if (typeof value === 'string') return value.trim() === '';
  if (typeof value === 'number') return !Number.isFinite(value);
  return typeof value !== 'boolean';
}
