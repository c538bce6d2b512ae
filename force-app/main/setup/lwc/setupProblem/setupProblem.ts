import { LightningElement, api } from 'lwc';

/** What went wrong, in our words and in the org's. */
export interface Problem {
  words: string;
  detail: string;
}

/**
 * Something that an admin's page could not read or save. With `retryLabel` it stands for all that
 * is missing and emits `retry`; else it is a line, and emits `dismiss` when there is a `dismissLabel`.
 *
 * In the light DOM: role, class and spacing are those of the element itself, given by the page.
 */
export default class SetupProblem extends LightningElement {
  static override renderMode = 'light' as const;

  @api problem!: Problem;
  @api retryLabel?: string;
  @api dismissLabel?: string;

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }

  handleDismiss(): void {
    this.dispatchEvent(new CustomEvent('dismiss'));
  }
}
