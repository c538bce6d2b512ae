import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { Conversation } from './conversation';
import type { Workbench } from './workbench';
import type { CallRequest } from '../workbench/genesys/requests';

/** One user's console page, the softphone in its utility bar, and what the user does there. */
export class Console {
  readonly page: Page;
  readonly panel: Locator;
  /** The Notes of the selected interaction. */
  readonly notes: Locator;
  /** The selected interaction's Task is as it should be. */
  readonly saved: Locator;
  readonly #workbench: Workbench;

  constructor(page: Page, workbench: Workbench) {
    this.page = page;
    this.#workbench = workbench;
    this.panel = page.locator('c-softphone');
    this.notes = this.panel.getByRole('textbox', { name: 'Notes' });
    this.saved = this.panel.getByText(/^Saved/);
  }

  button(name: string): Locator {
    return this.panel.getByRole('button', { name, exact: true });
  }

  link(name: string): Locator {
    return this.panel.getByRole('link', { name, exact: true });
  }

  async open(user = 'agent'): Promise<void> {
    await this.page.goto(`${this.#workbench.urls.console}/?user=${user}`);
    await this.#unfold();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.#unfold();
  }

  /** The panel is as the page opened it or as somebody left it: folded or not. */
  async #unfold(): Promise<void> {
    const button = this.page.getByRole('button', { name: 'Softphone', exact: true });
    if ((await button.getAttribute('aria-pressed')) === 'false') await button.click();
    await expect(this.panel).toBeVisible();
  }

  /** Through the real sign-in window, opened by a link in the panel. */
  async signIn(name = 'Ana Ruiz', by = 'Sign In'): Promise<void> {
    await this.passSignIn(name, by);
    await this.expectSignedIn(name);
  }

  /** What the user does for it, whatever becomes of it. */
  async passSignIn(name = 'Ana Ruiz', by = 'Sign In'): Promise<void> {
    const opening = this.page.waitForEvent('popup');
    await this.link(by).click();
    const popup = await opening;
    await Promise.all([popup.waitForEvent('close'), popup.getByRole('button', { name }).click()]);
  }

  async expectSignedIn(name = 'Ana Ruiz'): Promise<void> {
    await expect(this.panel.getByRole('button', { name: `${name} Account` })).toBeVisible();
  }

  /** The working day begins. */
  async begin(user = 'agent', name = 'Ana Ruiz'): Promise<void> {
    await this.open(user);
    await this.signIn(name);
  }

  /** The page is loaded anew, and forgets whatever it kept in memory. */
  async comeBack(): Promise<void> {
    await this.reload();
    await this.signIn();
  }

  async answer(): Promise<void> {
    await this.button('Answer').click();
  }

  /** The working day begins with a call, whose Task is there. */
  async takeCall(options: CallRequest = {}): Promise<Conversation> {
    const attributes = { reason: 'Upgrade', ...options.attributes };
    await this.begin();
    const call = await this.#workbench.call({ ...options, attributes });
    await this.answer();
    await call.expectTask({ Reason__c: attributes.reason });
    await expect(this.saved).toBeVisible();
    return call;
  }

  /** @param option its words; without any, the first one of the list */
  async choose(list: 'Name' | 'Related To' | 'Wrap-up', option?: string): Promise<void> {
    await this.panel.getByRole('combobox', { name: list }).click();
    const options = this.panel.getByRole('option', option === undefined ? {} : { name: option });
    await (option === undefined ? options.first() : options).click();
  }

  async openSupportLog(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Ana Ruiz Account' }).click();
    await this.panel.getByRole('menuitem', { name: 'Copy support log' }).click();
  }
}
