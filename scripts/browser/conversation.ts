import { expect } from '@playwright/test';
import type { ConversationSummary } from '../workbench/genesys/summary';
import type { Task } from './task';

/** What a conversation needs of the workbench around it. */
interface Surroundings {
  center(method: string, path: string, body?: unknown): Promise<ConversationSummary>;
  tasks(): Promise<Task[]>;
  expectTask(expected: Record<string, unknown>, timeout?: number): Promise<void>;
}

/**
 * One conversation, as everybody but the softphone steers it: the customer, the flow that sets
 * attributes, and the agent on the desk phone or in Genesys's own screen.
 */
export class Conversation {
  readonly id: string;
  readonly #workbench: Surroundings;
  constructor(workbench: Surroundings, id: string) {
    this.#workbench = workbench;
    this.id = id;
  }

  /** @param notify who is told: `none` is the late change that no event tells of */
  set(
    attributes: Record<string, string>,
    notify: 'all' | 'detail' | 'none' = 'all'
  ): Promise<unknown> {
    return this.#tell('attributes', { attributes, notify });
  }

  customer(action: string, more: object = {}): Promise<unknown> {
    return this.#tell('customer', { action, ...more });
  }

  hangUp(): Promise<unknown> {
    return this.customer('hangUp');
  }

  agent(action: string, more: object = {}): Promise<unknown> {
    return this.#tell('agent', { action, ...more });
  }

  wrapUp(code: string): Promise<unknown> {
    return this.agent('wrapUp', { code });
  }

  /** The only Task there is, and it is this conversation's. */
  async task(): Promise<Task> {
    const tasks = await this.#workbench.tasks();
    expect(tasks.map(({ CallObject }) => CallObject)).toEqual([this.id]);
    return tasks[0]!;
  }

  /** Waits until the only Task there is, this conversation's, holds these values. */
  expectTask(expected: Record<string, unknown>, timeout?: number): Promise<void> {
    return this.#workbench.expectTask({ CallObject: this.id, ...expected }, timeout);
  }

  /** Waits until its Task knows that the agent's part is over. */
  async expectEnded(): Promise<void> {
    await expect
      .poll(async () => (await this.#workbench.tasks())[0]?.['CallDurationInSeconds'])
      .toBeGreaterThanOrEqual(0);
  }

  /** Seconds from the agent's answer to the end, as Genesys Cloud wrote them down. */
  async talkSeconds(): Promise<number> {
    const { participants } = await this.#workbench.center('GET', `/conversations/${this.id}`);
    const { connectedTime, endTime } = participants.find(({ purpose }) => purpose === 'agent')!;
    return Math.round((Date.parse(endTime!) - Date.parse(connectedTime!)) / 1000);
  }

  #tell(what: string, body: object): Promise<unknown> {
    return this.#workbench.center('POST', `/conversations/${this.id}/${what}`, body);
  }
}
