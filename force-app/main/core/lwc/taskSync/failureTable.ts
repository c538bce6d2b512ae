import type { FailureType } from './gateway';

/** Which request failed. */
export type RequestType = 'create' | 'update' | 'find' | 'read';

export type Reaction =
  /** Stop and say so; a changed draft, the agent's retry or a changed shape tries again. */
  | 'ask_agent'
  /** Leave the refused fields out and save the rest at once. */
  | 'drop_fields'
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
  /** Reading is not possible: take the Task over and write everything. */
  | 'adopt_unseen';

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
  read: reaction
});

const failureRows: readonly FailureRow[] = [
  {
    type: 'permanent',
    on: {
      create: 'ask_agent',
      update: 'ask_agent',
      find: 'create_unseen',
      read: 'adopt_unseen'
    },
    label: 'Softphone_Save_Refused'
  },
  {
    type: 'field',
    on: {
      create: 'drop_fields',
      update: 'drop_fields',
      find: 'create_unseen',
      read: 'adopt_unseen'
    },
    label: 'Softphone_Save_Field_Refused'
  },
  {
    type: 'duplicate',
    on: { create: 'adopt', update: 'drop_fields', find: 'create_unseen', read: 'adopt_unseen' },
    label: 'Softphone_Save_Duplicate'
  },
  {
    type: 'collision',
    on: { create: 'ask_agent', update: 'merge', find: 'back_off', read: 'back_off' },
    label: 'Softphone_Save_Collision'
  },
  {
    type: 'gone',
    on: { create: 'ask_agent', update: 'give_up', find: 'create_later', read: 'create_later' },
    label: 'Softphone_Save_Gone'
  },
  { type: 'throttled', on: everywhere('back_off'), label: 'Softphone_Save_Throttled' },
  { type: 'signed_out', on: everywhere('wait_for_sign_in'), label: 'Softphone_Save_Signed_Out' },
  { type: 'transient', on: everywhere('back_off'), label: 'Softphone_Save_Later' },
  {
    type: 'unknown_outcome',
    on: { create: 'look_up', update: 'back_off', find: 'back_off', read: 'back_off' },
    label: 'Softphone_Save_Unanswered'
  }
];

/** Every way a request can fail, what the writer does about it, and its words for the agent. */
export const failureTable = Object.fromEntries(
  failureRows.map((row) => [row.type, row])
) as Readonly<Record<FailureType, FailureRow>>;
