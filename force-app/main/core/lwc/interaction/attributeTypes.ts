import type { InteractionType } from './interactionView';
import type { Leg } from './leg';

export type AttributeValue = string | number | boolean;

/** Attribute name → value, `Participant.*` included. An attribute that does not apply or is not known is absent. */
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** `datetime` values are ISO-8601 UTC strings with milliseconds; `number` values are whole seconds. */
export type AttributeDataType = 'string' | 'number' | 'boolean' | 'datetime';

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
