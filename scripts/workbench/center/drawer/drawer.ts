import { LightningElement } from 'lwc';
import type { ConversationSummary } from '../../genesys/summary';
import { callCenter, readCenter } from '../data/centerApi';
import type { CenterView, Overview } from '../data/centerApi';

const LOOK_EVERY_MS = 1000;
const KEPT = 'workbench.contactCenter.collapsed';
const MOST_FINISHED = 10;

/** The contact center: everything that is not the softphone's own doing. No part of the product. */
export default class Drawer extends LightningElement {
  isCollapsed = localStorage.getItem(KEPT) === 'true';
  view: CenterView | undefined;
  problem = '';
  #version = -1;
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    void this.look();
    this.#timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
  }

  override disconnectedCallback(): void {
    clearInterval(this.#timer);
  }

  get isOpen(): boolean {
    return !this.isCollapsed;
  }

  get toggleWords(): string {
    return this.isCollapsed ? 'Open the contact center' : 'Close the contact center';
  }

  get live(): ConversationSummary[] {
    return (this.view?.conversations ?? []).filter(({ state }) => state !== 'finished');
  }

  get finished(): ConversationSummary[] {
    return (this.view?.conversations ?? [])
      .filter(({ state }) => state === 'finished')
      .slice(0, MOST_FINISHED);
  }

  get hasNone(): boolean {
    return this.view !== undefined && this.view.conversations.length === 0;
  }

  get overview(): Overview | undefined {
    return this.view?.overview;
  }

  toggle(): void {
    this.isCollapsed = !this.isCollapsed;
    localStorage.setItem(KEPT, String(this.isCollapsed));
  }

  /** A child asks for something to be done: `{path, method?, body?}`. */
  async handleCommand(
    event: CustomEvent<{ path: string; method?: 'POST' | 'PATCH' | 'DELETE'; body?: object }>
  ): Promise<void> {
    const { path, method = 'POST', body } = event.detail;
    try {
      await callCenter(path, method, body);
      this.problem = '';
    } catch (error) {
      this.problem = (error as Error).message;
    }
    await this.look();
  }

  async look(): Promise<void> {
    try {
      const { version } = await callCenter<Overview>('');
      if (version === this.#version) return;
      this.view = await readCenter();
      this.#version = this.view.overview.version;
    } catch {
      this.problem = 'The simulated Genesys Cloud does not answer.';
      this.#version = -1;
    }
  }
}
