import { LightningElement, wire } from 'lwc';
import { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
import type { PageReference } from 'lightning/navigation';
import { browserPorts, tellAnswer } from 'c/signInChannel';
import alone from '@salesforce/label/c.Softphone_SignInPage_Alone';
import done from '@salesforce/label/c.Softphone_SignInPage_Done';
import loading from '@salesforce/label/c.Softphone_Loading';
import refused from '@salesforce/label/c.Softphone_SignInPage_Refused';

/** A softphone in another tab answers at once, or never. */
const PATIENCE = 5_000;
const PARTS = ['code', 'state', 'error', 'errorDescription'] as const;

type Answer = { type: 'genesys-sign-in'; state: string } & Record<string, string>;

/**
 * The tab Softphone_Sign_In: hands the answer in its address to the softphone that waits for it, takes
 * it out of address and history, and closes.
 */
export default class SoftphoneSignIn extends NavigationMixin(LightningElement) {
  words = '';
  loading = loading;

  #hasRead = false;
  #hangUp = (): void => {};
  #timer: ReturnType<typeof setTimeout> | undefined;

  @wire(CurrentPageReference)
  read(page: PageReference | undefined): void {
    if (!page || this.#hasRead) return;
    this.#hasRead = true;
    const answer = answerIn(page);
    if (!answer) {
      this.words = alone;
      return;
    }
    this[NavigationMixin.Navigate]({ type: page.type, attributes: page.attributes }, true);
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    this.#timer = setTimeout(() => this.end(alone), PATIENCE);
    this.#hangUp = tellAnswer(browserPorts(), answer, () => {
      this.end(answer.error ? refused : done);
      window.close();
    });
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#timer);
    this.#hangUp();
  }

  get isBusy(): boolean {
    return !this.words;
  }

  private end(words: string): void {
    clearTimeout(this.#timer);
    this.#hangUp();
    this.words = words;
  }
}

/** Lightning leaves a page only parameters of this kind. */
function answerIn({ state }: PageReference): Answer | undefined {
  const parts = PARTS.flatMap((part) => {
    const value = state?.[`c__${part}`];
    return value ? [[part, value]] : [];
  });
  const given = Object.fromEntries(parts) as Record<string, string>;
  if (!given.state || !(given.code || given.error)) return undefined;
  return { ...given, type: 'genesys-sign-in', state: given.state };
}
