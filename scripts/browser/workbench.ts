import { expect } from '@playwright/test';
import type { ConversationSummary } from '../workbench/genesys/summary';
import { Conversation } from './conversation';
import type { Urls } from './launch';
import type { Task } from './task';
import type { CallRequest } from '../workbench/genesys/requests';
import type { StartRequest } from '../workbench/genesys/startRequest';

const API = '/services/data/v66.0';

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

  // — Genesys Cloud

  /** A call from Blanche Stokes to Helpdesk: four seconds in the menu, three in the queue. */
  async call(options: CallRequest = {}): Promise<Conversation> {
    const { id } = await this.center('POST', '/calls', {
      ani: '+13175550106',
      name: 'Blanche Stokes',
      agent: 'agent',
      ...options
    });
    return new Conversation(this, id);
  }

  /** Blanche Stokes writes. */
  async written(type: StartRequest['type'], text: string): Promise<Conversation> {
    const { id } = await this.center('POST', '/interactions', {
      type,
      name: 'Blanche Stokes',
      text,
      agent: 'agent'
    });
    return new Conversation(this, id);
  }

  settings(change: object): Promise<unknown> {
    return this.center('PATCH', '/settings', change);
  }

  /** Every access token is refused from here on, and the channels opened with one are gone. */
  expireTokens(): Promise<unknown> {
    return this.center('POST', '/faults/expire-tokens');
  }

  /** The notification sockets break without a word. */
  dropSockets(): Promise<unknown> {
    return this.center('POST', '/faults/drop-sockets');
  }

  genesysFault(fault: object): Promise<unknown> {
    return this.center('POST', '/faults/requests', fault);
  }

  endFaults(): Promise<unknown> {
    return this.center('DELETE', '/faults');
  }

  // — Salesforce

  salesforceFault(fault: object): Promise<unknown> {
    return this.org('POST', '/workbench/salesforce/faults', fault);
  }

  /** Those that have met no request yet. */
  async salesforceFaults(): Promise<unknown[]> {
    return (await this.org<{ faults: unknown[] }>('GET', '/workbench/salesforce')).faults;
  }

  validationRule(name: string, active: boolean): Promise<unknown> {
    return this.org('POST', '/workbench/salesforce/validation-rules', { name, active });
  }

  /** Switches a `CspTrustedSite` record; holds for pages loaded after it. */
  trust(name: string, isActive: boolean): Promise<unknown> {
    return this.org('POST', '/workbench/trusted-sites', { name, isActive });
  }

  /** Rules, settings, triggers and faults as they are now. */
  salesforce<State>(): Promise<State> {
    return this.org('GET', '/workbench/salesforce');
  }

  /** Who sees what, what others do, and where orgs differ: `docs/workbench.md` has the routes. */
  inSalesforce(route: string, body: object): Promise<unknown> {
    return this.org('POST', `/workbench/salesforce/${route}`, body);
  }

  /** What the agent does to a record in Salesforce itself. */
  edit(id: string, fields: object): Promise<unknown> {
    return this.org('POST', '/workbench/salesforce/edit', { id, as: 'agent', fields });
  }

  /** Id of the record with this name, as the admin finds it. */
  async idOf(object: string, name: string): Promise<string> {
    const found = await this.query<{
      data: { uiapi: { query: Record<string, { edges: { node: { Id: string } }[] }> } };
    }>(
      `query { uiapi { query { ${object}(where: { Name: { eq: "${name}" } }) { edges { node { Id } } } } } }`
    );
    return found.data.uiapi.query[object]!.edges[0]!.node.Id;
  }

  /** What an administrator, or whoever has the right, writes into the settings record. */
  async configure(fields: object): Promise<void> {
    const id = await this.idOf('Softphone_Settings__c', 'Softphone');
    await this.org('PATCH', `${API}/ui-api/records/${id}`, { fields });
  }

  delete(id: string): Promise<unknown> {
    return this.org('DELETE', `${API}/ui-api/records/${id}`);
  }

  query<Answer>(query: string): Promise<Answer> {
    return this.org('POST', `${API}/graphql`, { query });
  }

  /** Tasks that belong to interactions, oldest first, as the admin reads them. */
  async tasks(): Promise<Task[]> {
    const found = await this.query<GraphQLAnswer>(
      `query { uiapi { query { Task(where: { Interaction_Key__c: { ne: null } }, first: 50, orderBy: { CreatedDate: { order: ASC } }) { edges { node { Id } } } } } }`
    );
    const ids = found.data.uiapi.query.Task.edges.map(({ node }) => node.Id);
    return Promise.all(ids.map((id) => this.task(id)));
  }

  async task(id: string): Promise<Task> {
    const info = await this.org<{ fields: object }>('GET', `${API}/ui-api/object-info/Task`);
    const fields = Object.keys(info.fields).map((name) => `Task.${name}`);
    const record = await this.org<{ fields: Record<string, { value: Task[string] }> }>(
      'GET',
      `${API}/ui-api/records/${id}?optionalFields=${fields.join(',')}`
    );
    return Object.fromEntries(
      Object.entries(record.fields).map(([name, { value }]) => [name, value])
    );
  }

  /** Waits until there is one Task only, and it holds these values. */
  async expectTask(expected: Record<string, unknown>, timeout?: number): Promise<void> {
    await expect
      .poll(
        async () => {
          const tasks = await this.tasks();
          const seen = tasks[0] ?? {};
          return { count: tasks.length, ...pick(seen, Object.keys(expected)) };
        },
        { timeout }
      )
      .toEqual({ count: 1, ...expected });
  }
}

interface GraphQLAnswer {
  data: { uiapi: { query: { Task: { edges: { node: { Id: string } }[] } } } };
}

function pick(task: Task, fields: string[]): Task {
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
