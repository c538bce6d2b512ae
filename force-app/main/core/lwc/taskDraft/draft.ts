import { cleanText } from 'c/interaction';
import type { AttributeValue } from 'c/interaction';
import type { Issue } from './issue';
import { asksForTheSame } from './input';
import type { DraftInput } from './input';
import { planOf } from './plan';
import type { MappedWish, Plan, Wish } from './plan';
import { isLeadId } from './recordId';
import type { TaskField } from './taskShape';

export type FieldValue = string | number | boolean | null;

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

/** null or `''` empties the field. */
type Value = AttributeValue | null | undefined;

/**
 * The agent's notes and choices come first, then the admin's mappings, then the defaults: who comes
 * first has the field. What can't be written is left out with an issue and the rest stands.
 * Pure; never throws, whatever the mappings hold.
 * `before`: the draft made last for this interaction; handed back itself (`===`) when nothing that it was made from has
 * changed, which is so for most events.
 */
export function draftTask(input: DraftInput, before?: TaskDraft): TaskDraft {
  const last = before && madeFrom.get(before);
  if (last && asksForTheSame(last, input)) return before;
  const draft = newDraft(input);
  madeFrom.set(draft, input);
  return draft;
}

const madeFrom = new WeakMap<TaskDraft, DraftInput>();

function newDraft(input: DraftInput): TaskDraft {
  const draft: TaskDraft = { fields: {}, sources: {}, createOnly: [], updateOnly: [], issues: [] };
  const { interaction, timeZone } = input;
  const plan = planOf(input);
  place(draft, plan.key, interaction.key, timeZone);
  placeChoices(draft, plan, input);
  placeMappings(draft, plan, input);
  for (const wish of plan.defaults) {
    const value = wish.resolve(input);
    if (!isEmpty(value) && !holderOf(draft, wish)) place(draft, wish, value, timeZone);
  }
  keepLeadAlone(draft);
  return draft;
}

function placeChoices(
  draft: TaskDraft,
  { notes, who, what }: Plan,
  { choices, attributes, timeZone }: DraftInput
): void {
  const typed = choices.notes ?? attributes['Salesforce.InteractionLogNotes'];
  if (typed !== undefined) place(draft, notes, typed, timeZone);
  if (choices.whoId !== undefined) place(draft, who, choices.whoId, timeZone);
  if (choices.whatId !== undefined) place(draft, what, choices.whatId, timeZone);
}

function placeMappings(
  draft: TaskDraft,
  { mapped }: Plan,
  { attributes, timeZone }: DraftInput
): void {
  let emptied: MappedWish[] | undefined;
  for (const wish of mapped) {
    if (!wish.isKnown) {
      draft.issues.push(issue(wish, null, 'unknown_attribute'));
      continue;
    }
    const value = Object.hasOwn(attributes, wish.attribute)
      ? attributes[wish.attribute]
      : undefined;
    if (!isEmpty(value)) placeMapped(draft, wish, value, timeZone);
    else if (wish.clears) (emptied ??= []).push(wish);
  }
  // Only now: of two mappings for one field, the one with a value has it.
  for (const wish of emptied ?? []) {
    if (!holderOf(draft, wish)) placeMapped(draft, wish, null, timeZone);
  }
}

function placeMapped(
  draft: TaskDraft,
  wish: MappedWish,
  value: Value,
  timeZone: string | undefined
): void {
  const holder = holderOf(draft, wish);
  if (wish.isReserved) {
    draft.issues.push(issue(wish, value, 'reserved_field'));
  } else if (!holder) {
    place(draft, wish, value, timeZone);
  } else if (holder === 'agent') {
    const own = wish.attribute === 'Salesforce.InteractionLogNotes';
    if (!own) draft.issues.push(issue(wish, value, 'agent_wins'));
  } else {
    draft.issues.push(issue(wish, value, 'duplicate_mapping'));
  }
}

/** The source of the value that stands in the field. */
function holderOf(draft: TaskDraft, { field }: Wish): string | undefined {
  return field && draft.sources[field.apiName];
}

/** Puts the value in, or says why not. */
function place(draft: TaskDraft, wish: Wish, given: Value, timeZone: string | undefined): void {
  const { field } = wish;
  const value = typeof given === 'string' ? cleanText(given) : given;
  if (!field) {
    draft.issues.push(issue(wish, value, 'field_hidden'));
    return;
  }
  if (!field.createable && !field.updateable) {
    draft.issues.push(issue(wish, value, 'not_writable'));
    return;
  }
  const fitting = isEmpty(value)
    ? empty(draft, wish, field)
    : fit(draft, wish, field, value, timeZone);
  if (fitting === undefined) return;
  draft.fields[field.apiName] = fitting;
  draft.sources[field.apiName] = wish.source;
  limitWhen(draft, wish, field, value);
}

/** What stands for nothing: a checkbox has no third state, and a required field none at all. */
function empty(draft: TaskDraft, wish: Wish, field: TaskField): FieldValue | undefined {
  if (field.dataType.toLowerCase() === 'boolean') return false;
  if (!field.required) return null;
  draft.issues.push(issue(wish, null, 'required_field'));
  return undefined;
}

function fit(
  draft: TaskDraft,
  wish: Wish,
  field: TaskField,
  value: AttributeValue,
  timeZone: string | undefined
): FieldValue | undefined {
  // Salesforce strips the ends of text; the agent's notes stay as they are being typed.
  const plain = typeof value === 'string' && wish.source !== 'agent' ? value.trim() : value;
  const coerced = wish.coerce(plain, field, { mayCut: wish.mayCut, timeZone });
  if (coerced.losses) {
    for (const loss of coerced.losses) {
      draft.issues.push({ ...issue(wish, value, loss.type), ...loss });
    }
  }
  return coerced.value;
}

function limitWhen(draft: TaskDraft, wish: Wish, field: TaskField, value: Value): void {
  if (!field.updateable || wish.createOnly) {
    draft.createOnly.push(field.apiName);
    if (wish.attribute) draft.issues.push(issue(wish, value, 'not_updateable', 'create_only'));
  } else if (!field.createable) {
    draft.updateOnly.push(field.apiName);
    if (wish.attribute) draft.issues.push(issue(wish, value, 'not_createable', 'update_only'));
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

function issue(
  wish: Wish,
  value: Value,
  type: Issue['type'],
  action: Issue['action'] = 'left_out'
): Issue {
  const made: Issue = { type, field: wish.name, action };
  if (wish.attribute !== undefined) made.attribute = wish.attribute;
  if (value !== undefined && value !== null && value !== '') made.value = value;
  return made;
}

/** Salesforce stores `""` and blanks as null. Anything that is no attribute value is none. */
function isEmpty(value: unknown): value is undefined | null | '' {
  if (typeof value === 'string') return value === '' || cleanText(value).trim() === '';
  if (typeof value === 'number') return !Number.isFinite(value);
  return typeof value !== 'boolean';
}
