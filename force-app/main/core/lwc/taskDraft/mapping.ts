/** One row of the admin's table: an interaction attribute kept in a Task field. */
export interface Mapping {
  /** Record id of the Attribute_Mapping__c, when there is one. */
  id?: string;
  /** Name from the attribute catalogue, or `Participant.<name>`. Case-sensitive. */
  attribute: string;
  /** API name of a Task field. */
  field: string;
  active: boolean;
  /** What becomes of text longer than the field. */
  whenTooLong: 'cut' | 'leave_out';
  /** An attribute that is absent or empty leaves the field as it is, or empties it. */
  whenEmpty: 'leave' | 'clear';
}

const LEAVE_OUT = 'Leave out';
const CLEAR = 'Clear';

/** From an `Attribute_Mapping__c` node of a UI API GraphQL answer; blanks take the defaults. */
export function mappingOf(node: unknown): Mapping {
  const { Id: id, ...fields } = (node ?? {}) as { Id?: unknown } & Record<
    string,
    { value?: unknown }
  >;
  const text = (name: string): string => String(fields[name]?.value ?? '').trim();
  return {
    ...(typeof id === 'string' ? { id } : {}),
    attribute: text('Attribute__c'),
    field: text('Task_Field__c'),
    active: fields.Active__c?.value !== false,
    whenTooLong: text('When_Too_Long__c') === LEAVE_OUT ? 'leave_out' : 'cut',
    whenEmpty: text('When_Empty__c') === CLEAR ? 'clear' : 'leave'
  };
}

/** The fields of its `Attribute_Mapping__c`, Id excluded. */
export function mappingFields(mapping: Mapping): Record<string, string | boolean> {
  return {
    Attribute__c: mapping.attribute,
    Task_Field__c: mapping.field,
    Active__c: mapping.active,
    When_Too_Long__c: mapping.whenTooLong === 'leave_out' ? LEAVE_OUT : 'Cut',
    When_Empty__c: mapping.whenEmpty === 'clear' ? CLEAR : 'Leave'
  };
}
