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
