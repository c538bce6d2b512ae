import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { Org } from '../org';
import { salesforceRoutes } from '../server';
import { loadOrg, type LoadOrgOptions } from '../loadOrg';

export const api = '/services/data/v66.0';

export interface LocalOrg {
  org: Org;
  server: FastifyInstance;
  /** One request as a user; `user: null` sends no token. */
  call(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    options?: { user?: string | null; body?: unknown; headers?: Record<string, string> }
  ): Promise<{ status: number; body: unknown; headers: Record<string, unknown> }>;
  /** Creates a Task and gives its id. */
  task(fields: Record<string, unknown>, user?: string): Promise<string>;
  graphql(
    query: string,
    options?: { user?: string; variables?: Record<string, unknown> }
  ): Promise<{ data: unknown; errors: { message: string }[] }>;
  /** Moves the org's clock on. */
  pass(seconds: number): void;
  /** Seeded records, first permissions, first time. */
  restart(): void;
}

/** The org of the checkout, its clock standing at 2026-01-15 15:00:00.250 UTC. */
export async function localOrg(options: Partial<LoadOrgOptions> = {}): Promise<LocalOrg> {
  const start = Date.parse('2026-01-15T15:00:00.250Z');
  let now = start;
  const { org, problems } = await loadOrg({
    root: process.cwd(),
    clock: { now: () => now },
    gateway: 'http://127.0.0.1:4001',
    visualforce: 'http://local--c.vf.localhost:4000',
    ...options
  });
  if (!options.folders) expect(problems).toEqual([]);
  const server = Fastify({ forceCloseConnections: true });
  await server.register(salesforceRoutes(org));
  const call: LocalOrg['call'] = async (method, path, { user = 'agent', body, headers } = {}) => {
    const response = await server.inject({
      method,
      url: path.startsWith('/workbench') ? path : `${api}${path}`,
      headers: { ...(user === null ? {} : { authorization: `Bearer ${user}` }), ...headers },
      ...(body === undefined ? {} : { payload: body as object })
    });
    return {
      status: response.statusCode,
      body: response.body === '' ? undefined : response.json<unknown>(),
      headers: response.headers
    };
  };
  return {
    org,
    server,
    call,
    task: async (fields, user = 'agent') => {
      const { status, body } = await call('POST', '/ui-api/records', {
        user,
        body: { apiName: 'Task', fields }
      });
      expect({ status, body }).toMatchObject({ status: 201 });
      return (body as { id: string }).id;
    },
    graphql: async (query, { user = 'agent', variables } = {}) => {
      const { status, body } = await call('POST', '/graphql', { user, body: { query, variables } });
      expect(status).toBe(200);
      return body as { data: unknown; errors: { message: string }[] };
    },
    pass: (seconds) => {
      now += seconds * 1000;
    },
    restart: () => {
      now = start;
      expect(org.reset()).toEqual([]);
    }
  };
}

/** Id of a seeded record, by the value of one of its fields. */
export function idOf(org: Org, object: string, field: string, value: string): string {
  const record = org.recordsOf(object).find((one) => one.values[field] === value);
  if (!record) throw new Error(`no ${object} with ${field} ${value}`);
  return record.id;
}
