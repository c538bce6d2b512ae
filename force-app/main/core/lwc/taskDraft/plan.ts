import { isKnownAttribute } from 'c/interaction';
import type { AttributeValue } from 'c/interaction';
import { findField, isReservedField } from './access';
import { coercerOf } from './coerce';
import type { Coercer } from './coerce';
import { DEFAULT_ATTRIBUTES, DEFAULT_FIELDS } from './defaults';
import type { DraftInput } from './input';
import type { Mapping } from './mapping';
import type { TaskField, TaskShape } from './taskShape';

/** Something that wants to fill a field. */
export interface Wish {
  /** API name as the mapping or default spells it. */
  name: string;
  /** Absent: this user can't see it. */
  field?: TaskField;
  coerce: Coercer;
  /** Attribute, `default` or `agent`. */
  source: string;
  attribute?: string;
  mayCut: boolean;
  createOnly?: boolean;
}

export interface MappedWish extends Wish {
  attribute: string;
  isKnown: boolean;
  isReserved: boolean;
  /** An absent value empties the field. */
  clears: boolean;
}

interface DefaultWish extends Wish {
  resolve(input: DraftInput): AttributeValue | undefined;
}

/** All of a draft that does not depend on the interaction. */
export interface Plan {
  shape: TaskShape;
  keyField: string;
  key: Wish;
  notes: Wish;
  who: Wish;
  what: Wish;
  mapped: readonly MappedWish[];
  defaults: readonly DefaultWish[];
}

const plans = new WeakMap<readonly Mapping[], Plan>();

/** Drafts are made on every event, plans when an admin changes something. */
export function planOf({ mappings, shape, settings: { keyField } }: DraftInput): Plan {
  const known = plans.get(mappings);
  if (known?.shape === shape && known.keyField === keyField) return known;
  const plan = makePlan(mappings, shape, keyField);
  plans.set(mappings, plan);
  return plan;
}

function makePlan(mappings: readonly Mapping[], shape: TaskShape, keyField: string): Plan {
  const wish = (name: string, source: string, mayCut = true): Wish => {
    const field = findField(shape, name);
    return { name, field, coerce: coercerOf(field), source, mayCut };
  };
  return {
    shape,
    keyField,
    key: wish(keyField, 'default', false),
    notes: wish('Description', 'agent'),
    who: wish('WhoId', 'agent'),
    what: wish('WhatId', 'agent'),
    mapped: mappings.filter(isActive).map((mapping) => {
      const attribute = text(mapping.attribute);
      const name = text(mapping.field);
      return {
        ...wish(name, attribute, mapping.whenTooLong !== 'leave_out'),
        attribute,
        isKnown: isKnownAttribute(attribute),
        isReserved: isReservedField(name, keyField),
        clears: mapping.whenEmpty === 'clear'
      };
    }),
    defaults: DEFAULT_FIELDS.filter(
      ({ field, optional }) => !optional || findField(shape, field)?.createable
    ).map(({ field, value, createOnly }) => ({
      ...wish(field, 'default'),
      resolve: value,
      createOnly
    }))
  };
}

/** All attributes that `draftTask` asks for with these mappings: no other one can change a draft. */
export function attributesAskedFor(mappings: readonly Mapping[]): string[] {
  const mapped = mappings.filter(isActive).map(({ attribute }) => text(attribute));
  return [...new Set([...DEFAULT_ATTRIBUTES, ...mapped])];
}

const isActive = (mapping: Mapping): boolean => mapping?.active;

/** A mapping is a record some admin wrote: its blanks may be anything. */
function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
