import type { FailureType } from './gateway';

/** Which request failed. */
export type RequestType =
  | 'create'
  | 'update'
  | 'find'
  | 'read'
  /** A read that asks only whether the Task still exists. */
  | 'confirm'
  /** A look at a record that the Task refers to. */
  | 'record';

export type Reaction =
  /** Stop and say so; a changed draft, the agent's retry, a changed shape or time tries again. */
  | 'ask_agent'
  /** Leave the refused fields out and save the rest at once. */
  | 'drop_fields'
  /** Find out which record can't be used: the Task first, then the ones it refers to. */
  | 'suspect_records'
  /** The Task exists: take it over. */
  | 'adopt'
  /** Read the record again and merge by field. */
  | 'merge'
  /** The Task was deleted: never write it again. */
  | 'give_up'
  /** Try again later, later each time. */
  | 'back_off'
  | 'wait_for_sign_in'
  /** A create may have been carried out: look before creating again. */
  | 'look_up'
  /** There is no Task after all: create, but not in a hurry. */
  | 'create_later'
  /** Looking is not possible: go on without; the unique key keeps us from a second Task. */
  | 'create_unseen'
  /** Reading is not possible: write our own Task whole; one we only found is not ours to write. */
  | 'go_on_unread'
  /** The Task can't be read, which does not mean that it is gone. */
  | 'take_as_there'
  | 'record_missing'
  /** Nobody can say what became of the record. */
  | 'record_unknown';

export interface FailureRow {
  type: FailureType;
  /** What the writer does, by the request that failed. */
  on: Readonly<Record<RequestType, Reaction>>;
  /** Name of the custom label that tells the agent. */
  label: string;
}

const everywhere = (reaction: Reaction): FailureRow['on'] => ({
  create: reaction,
  update: reaction,
  find: reaction,
  read: reaction,
  confirm: reaction,
  record: reaction
});

/** A question that was refused: asking it again cannot help. */
const unasked = {
  find: 'create_unseen',
  read: 'go_on_unread',
  confirm: 'take_as_there',
  record: 'record_unknown'
} as const;

const failureRows: readonly FailureRow[] = [
  {
    type: 'permanent',
    on: { ...unasked, create: 'ask_agent', update: 'ask_agent' },
    label: 'Softphone_Save_Refused'
  },
  {
    type: 'field',
    on: { ...unasked, create: 'drop_fields', update: 'drop_fields' },
    label: 'Softphone_Save_Field_Refused'
  },
  {
    type: 'duplicate',
    on: { ...unasked, create: 'adopt', update: 'drop_fields' },
    label: 'Softphone_Save_Duplicate'
  },
  {
    type: 'reference',
    on: {
      ...unasked,
      create: 'suspect_records',
      update: 'suspect_records',
      record: 'record_missing'
    },
    label: 'Softphone_Save_Record_Unusable'
  },
  {
    type: 'collision',
    on: { ...everywhere('back_off'), create: 'ask_agent', update: 'merge' },
    label: 'Softphone_Save_Collision'
  },
  {
    type: 'gone',
    on: {
      create: 'suspect_records',
      update: 'suspect_records',
      find: 'create_later',
      read: 'create_later',
      confirm: 'give_up',
      record: 'record_missing'
    },
    label: 'Softphone_Save_Gone'
  },
  { type: 'throttled', on: everywhere('back_off'), label: 'Softphone_Save_Throttled' },
  { type: 'signed_out', on: everywhere('wait_for_sign_in'), label: 'Softphone_Save_Signed_Out' },
  { type: 'transient', on: everywhere('back_off'), label: 'Softphone_Save_Later' },
  {
    type: 'unknown_outcome',
    on: { ...everywhere('back_off'), create: 'look_up' },
    label: 'Softphone_Save_Unanswered'
  }
];

/** Every way a request can fail, what the writer does about it, and its words for the agent. */
export const failureTable = Object.fromEntries(
  failureRows.map((row) => [row.type, row])
) as Readonly<Record<FailureType, FailureRow>>;
