import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { test as base, expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { CallRequest } from '../workbench/genesys/contactCenter';
import type { ConversationSummary } from '../workbench/genesys/summary';

export interface Urls {
  console: string;
  genesys: string;
  salesforce: string;
}

/** A Task as UI API gives it. */
export type Task = Record<string, string | number | boolean | null>;

const START_WITHIN_MS = 180_000;

/** `npm start` as a newcomer runs it, on free ports; resolves with the URLs it prints. */
export async function startWorkbench(): Promise<{ urls: Urls; stop(): Promise<void> }> {
  const child = spawn(
    process.execPath,
    ['scripts/run.mjs', 'workbench', '--port', '0', '--no-open', '--json'],
    { stdio: ['ignore', 'pipe', 'pipe'] }
  );
  let words = '';
  child.stderr.on('data', (chunk: Buffer) => (words = (words + chunk).slice(-4_000)));
  const urls = await firstLine(child, () => words);
  return {
    urls: JSON.parse(urls) as Urls,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      })
  };
}

function firstLine(child: ChildProcess, words: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The workbench did not start in time.\n${words()}`)),
      START_WITHIN_MS
    );
    createInterface({ input: child.stdout! }).once('line', (line) => {
      clearTimeout(timer);
      resolve(line);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The workbench ended with ${code}.\n${words()}`));
    });
  });
}

/** The contact center and the org behind the page, driven over HTTP. */
export class Workbench {
  readonly urls: Urls;
  constructor(urls: Urls) {
    this.urls = urls;
  }

  async reset(): Promise<void> {
    await this.center('POST', '/reset');
    await this.org('POST', '/workbench/salesforce/reset');
  }

  center<Answer = ConversationSummary>(
    method: string,
    path: string,
    body?: unknown
  ): Promise<Answer> {
    return request(`${this.urls.genesys}/contact-center${path}`, method, body);
  }

  org<Answer = unknown>(
    method: string,
    path: string,
    body?: unknown,
    user = 'admin'
  ): Promise<Answer> {
    return request(`${this.urls.salesforce}${path}`, method, body, user);
  }

  /** A call from Blanche Stokes to Helpdesk: four seconds in the menu, three in the queue. */
  call(options: CallRequest = {}): Promise<ConversationSummary> {
    return this.center('POST', '/calls', {
      ani: '+13175550106',
      name: 'Blanche Stokes',
      agent: 'agent',
      ...options
    });
  }

  /** Tasks that belong to interactions, oldest first, as the admin reads them. */
  async tasks(): Promise<Task[]> {
    const found = await this.org<GraphQLAnswer>('POST', '/services/data/v66.0/graphql', {
      query: `query { uiapi { query { Task(where: { Interaction_Key__c: { ne: null } }, first: 50, orderBy: { CreatedDate: { order: ASC } }) { edges { node { Id } } } } } }`
    });
    const ids = found.data.uiapi.query.Task.edges.map(({ node }) => node.Id);
    return Promise.all(ids.map((id) => this.task(id)));
  }

  async task(id: string): Promise<Task> {
    const info = await this.org<{ fields: object }>(
      'GET',
      '/services/data/v66.0/ui-api/object-info/Task'
    );
    const fields = Object.keys(info.fields).map((name) => `Task.${name}`);
    const record = await this.org<{ fields: Record<string, { value: Task[string] }> }>(
      'GET',
      `/services/data/v66.0/ui-api/records/${id}?optionalFields=${fields.join(',')}`
    );
    return Object.fromEntries(
      Object.entries(record.fields).map(([name, { value }]) => [name, value])
    );
  }

  /** Waits until the only Task of an interaction holds these values. */
  async expectTask(expected: Task): Promise<void> {
    await expect
      .poll(async () => {
        const tasks = await this.tasks();
        const seen = tasks[0] ?? {};
        return { count: tasks.length, ...pick(seen, Object.keys(expected)) };
      })
      .toEqual({ count: 1, ...expected });
  }
}

interface GraphQLAnswer {
  data: { uiapi: { query: { Task: { edges: { node: { Id: string } }[] } } } };
}

export function pick(task: Task, fields: string[]): Task {
  return Object.fromEntries(fields.map((field) => [field, task[field] ?? null]));
}

async function request<Answer>(
  url: string,
  method: string,
  body?: unknown,
  user?: string
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(user ? { authorization: `Bearer ${user}` } : {})
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) })
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text}`);
  return (text ? JSON.parse(text) : undefined) as Answer;
}

/** One user's console page and the softphone in its utility bar. */
export class Console {
  readonly page: Page;
  readonly panel: Locator;
  readonly #urls: Urls;

  constructor(page: Page, urls: Urls) {
    this.page = page;
    this.#urls = urls;
    this.panel = page.locator('c-softphone');
  }

  async open(user = 'agent', path = ''): Promise<void> {
    await this.page.goto(`${this.#urls.console}/?user=${user}${path}`);
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

  /** Through the real sign-in window. */
  async signIn(name = 'Ana Ruiz'): Promise<void> {
    const opening = this.page.waitForEvent('popup');
    await this.panel.getByRole('button', { name: 'Sign In' }).click();
    const popup = await opening;
    await Promise.all([popup.waitForEvent('close'), popup.getByRole('button', { name }).click()]);
    await expect(this.panel.getByRole('button', { name: `${name} Account` })).toBeVisible();
  }
}

export const test = base.extend<
  { workbench: Workbench; agentConsole: Console },
  { shared: Workbench }
>({
  shared: [
    async ({}, use) => {
      const { urls, stop } = await startWorkbench();
      await use(new Workbench(urls));
      await stop();
    },
    { scope: 'worker', timeout: START_WITHIN_MS }
  ],
  workbench: async ({ shared }, use) => {
    await shared.reset();
    await use(shared);
  },
  agentConsole: async ({ page, workbench }, use) => {
    await use(new Console(page, workbench.urls));
  }
});

export { expect };
