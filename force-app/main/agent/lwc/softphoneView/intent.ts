import type { Choices } from 'c/taskSync';
import type { LookupSlot } from './lookup';

/** A key is that of an interaction: conversationId:participantId. */
interface Keyed {
  key: string;
}

/** What the agent does, as one value: every part of the panel says it, one table carries it out. */
export type Intent =
  /** The link to the sign-in has been followed. */
  | { type: 'sign_in' }
  | { type: 'sign_out' }
  | { type: 'start_again' }
  /** On queue again after a missed alert. */
  | { type: 'respond' }
  /** `id`: one of `view.presences`. */
  | { type: 'presence'; id: string }
  | { type: 'dial'; phoneNumber: string; queueId?: string }
  | ({ type: 'answer' | 'decline' | 'end' } & Keyed)
  /** `on`: the state wanted. */
  | ({ type: 'hold' | 'mute'; on: boolean } & Keyed)
  | ({ type: 'digits'; digits: string } & Keyed)
  /** Blind: to a queue or to a colleague. */
  | ({ type: 'transfer'; queueId?: string; userId?: string } & Keyed)
  | ({ type: 'wrap_up'; codeId: string } & Keyed)
  /** After-call work is over, without a code. */
  | ({ type: 'done' } & Keyed)
  /** The same in the panel only, after Genesys refused. */
  | ({ type: 'set_aside' } & Keyed)
  /** Asks for `row.wrapUpCodes`. */
  | ({ type: 'load_wrap_up_codes' } & Keyed)
  /** Asks for `transferTargets` of the panel. */
  | { type: 'load_transfer_targets' }
  /** At every input. */
  | ({ type: 'notes'; text: string } & Keyed)
  /** Name or Related To; an empty id takes the choice back. */
  | ({ type: 'choose'; choices: Choices } & Keyed)
  /** Asks for `lookup` of the panel; `term` may be empty. */
  | ({ type: 'search'; slot: LookupSlot; term: string } & Keyed)
  /** Without a key: all. */
  | { type: 'retry'; key?: string | undefined }
  | ({ type: 'open_task' } & Keyed)
  | { type: 'open_record'; recordId: string };

export type IntentOf<Type extends Intent['type']> = Extract<Intent, { type: Type }>;

/**
 * How an intent travels: a function handed down from part to part as a property. An event could be
 * heard by other scripts of the page, with notes and numbers in it.
 */
export type Run = (intent: Intent) => void;
