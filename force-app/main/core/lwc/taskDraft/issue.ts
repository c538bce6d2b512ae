/** Why a field of the draft is not what a mapping or default asked for. */
export type IssueType =
  /** No attribute of that name exists. */
  | 'unknown_attribute'
  /** The field does not exist, or this user may not see it: object info can't tell the two apart. */
  | 'field_hidden'
  /** Visible, but this user may set it neither on create nor on update. */
  | 'not_writable'
  /** May be set on update only. */
  | 'not_createable'
  /** May be set on create only: later changes of the value stay out. */
  | 'not_updateable'
  /** The product or Salesforce itself sets this field. */
  | 'reserved_field'
  /** An earlier active mapping fills the same field. */
  | 'duplicate_mapping'
  /** A field of this type holds no attribute (address, location, …). */
  | 'unsupported_type'
  | 'too_long'
  | 'not_a_number'
  /** More digits before the decimal point than the field holds. */
  | 'number_too_large'
  /** More decimals than the field holds. */
  | 'rounded'
  | 'not_a_boolean'
  | 'not_a_date'
  | 'not_a_time'
  | 'not_an_email'
  /** No http or https address, or one with a user before the host. */
  | 'not_a_web_address'
  | 'not_an_id'
  /** A record id of an object the field can't refer to. */
  | 'wrong_object'
  | 'not_in_picklist'
  /** The field is required, so it can't be emptied. */
  | 'required_field'
  /** Salesforce refuses a Lead in Name together with a Related To record. */
  | 'lead_with_what'
  /** The agent's own notes or choice stand in the field. */
  | 'agent_wins';

export interface Issue {
  type: IssueType;
  /** API name of the Task field, as the mapping or default spells it. */
  field: string;
  /** Attribute the value came from; absent for default fields. */
  attribute?: string;
  /** The value as it came. May hold personal data: show it, don't log it. */
  value?: string | number | boolean;
  /** What the field holds: UTF-16 units for text, digits for numbers, decimals for `rounded`. */
  limit?: number;
  /** What the value would need, in the unit of `limit`. */
  length?: number;
  /** What was done: the rest of the Task is saved in every case. */
  action: 'left_out' | 'cut' | 'rounded' | 'create_only' | 'update_only';
}
