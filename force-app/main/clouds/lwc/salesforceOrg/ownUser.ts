import { LightningElement, wire } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import userId from '@salesforce/user/Id';

/** Who is signed in to Salesforce, as far as this user may see it. */
export interface OwnUser {
  email?: string;
  username?: string;
  federationId?: string;
}

const FIELDS = {
  email: 'Email',
  username: 'Username',
  federationId: 'FederationIdentifier'
} as const;

/** Reads the user's own record, for the comparison with who signs in to Genesys Cloud. */
export class OwnUserReader extends LightningElement {
  ownId = userId;
  ownFields = Object.values(FIELDS).map((field) => `User.${field}`);

  @wire(getRecord, { recordId: '$ownId', optionalFields: '$ownFields' })
  onOwnUser({ data, error }: WireResult<RecordRepresentation>): void {
    // Not allowed or not answered: nothing is known, which is no contradiction.
    if (data || error) this.takeOwnUser(ownUser(data));
  }

  /** Known, or known to be unknown. */
  protected takeOwnUser(_user: OwnUser): void {}
}

function ownUser(record: RecordRepresentation | undefined): OwnUser {
  const values = Object.entries(FIELDS).flatMap(([name, field]): [string, string][] => {
    const value: unknown = record?.fields?.[field]?.value;
    return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [];
  });
  return Object.fromEntries(values);
}
