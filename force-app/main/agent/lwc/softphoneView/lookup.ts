/** A record, queue or agent to choose. */
export interface LookupOption {
  id: string;
  label: string;
  /** Second line: what tells two of the same name apart. */
  detail?: string;
  /** SLDS icon, such as `standard:contact`. */
  icon?: string;
}

/** `who` is Name, `what` is Related To. */
export type LookupSlot = 'who' | 'what';

/** What was found for one lookup of one interaction, in answer to a `search` event. */
export interface LookupState {
  /** Of the interaction. */
  key: string;
  slot: LookupSlot;
  options: LookupOption[];
  searching: boolean;
  /** Something could not be searched: nothing found does not mean that there is nothing. */
  isIncomplete?: boolean;
}
