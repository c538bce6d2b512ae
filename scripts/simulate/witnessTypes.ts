import type { TaskDraft } from 'c/taskDraft';
import type { Fields, FieldValue, SaveFailure, WriteResult } from 'c/taskSync';
import type { Configuration } from './configuration';
import type { Call, ContactCenter } from './contactCenter';
import type { Org } from './salesforce';
import type { Page } from './page';

export interface Violation {
  rule: string;
  detail: string;
}

export type Violate = (rule: string, detail: string) => void;

export interface Result {
  violations: Violation[];
  writes: number;
  optimalWrites: number;
  /**
   * ms from a change in the contact center, or in the panel, to the Task that shows it; without the
   * time in which nobody could have written, and without what Salesforce refused.
   */
  lags: number[];
}

/** Sees everything, knows the truth, and says what went wrong. */
export interface Witness {
  sent(page: Page, key: string, fields?: Fields): Sent;
  answered(sent: Sent, failure: SaveFailure | undefined): void;
  /** `late`: long after it was sent, which is the server's doing. */
  executed(
    key: string,
    kind: 'create' | 'update' | 'late',
    fields: Fields,
    execute: () => WriteResult
  ): WriteResult;
  throttled(page: Page, key: string, until: number): void;
  adopted(key: string): void;
  askedGenesys(): void;
  /** A socket of this page has ended; so many are left. */
  lostSocket(page: Page, left: number): void;
  /** Genesys Cloud has told this change to whoever listens. */
  told(call: Call): void;
  drafted(page: Page, isWriter: boolean, key: string, draft: TaskDraft): void;
  died(page: Page, storage: Map<string, string>): void;
  /** The contact center or the configuration changed. */
  changed(calls: readonly Call[]): void;
  noted(page: Page, key: string, text: string): void;
  edited(key: string, field: string, value: FieldValue): void;
  /** False: the page can't know the Task yet, so it could not tell that it was deleted. */
  deleted(key: string): boolean;
  /** Legs whose Task is not as it should be at this moment. */
  behind(): string[];
  result(): Result;
}

/** A request on its way. */
export interface Sent {
  page: Page;
  key: string;
  at: number;
  /** What is written. */
  fields: readonly string[];
}

export interface Truth {
  now(): number;
  center: ContactCenter;
  org: Org;
  configuration(): Configuration;
  /** Times at which no all-knowing writer could write either. */
  isReachable(time: number): boolean;
  /** ms within which no tab was open, or Salesforce or Genesys Cloud could not be reached. */
  outage(from: number, to: number): number;
  /** No fault at all, and none just over; a planned close is none when `closing`. */
  isCalm(from: number, to: number, options?: { margin?: number; closing?: boolean }): boolean;
  /** One planned close, not several, has been announced and is not over. */
  isClosing(): boolean;
  later(ms: number, run: () => void): void;
  multipleWriters: boolean;
  storageRefused: boolean;
  log(who: string, text: string): void;
}
