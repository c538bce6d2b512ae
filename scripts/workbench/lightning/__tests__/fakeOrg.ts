import type { WireAdapter, WireAdapterConstructor } from 'lwc';

interface Answer {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface FakeOrg {
  /** `METHOD path` of every request so far. */
  requests: string[];
  /** What the next requests of `METHOD path` get; a request that is not foreseen fails the test. */
  answer(request: string, answer: Answer): void;
}

/** Puts a page and an org behind the stand-ins; to be called before they are imported. */
export function fakeOrg(): FakeOrg {
  const answers = new Map<string, Answer>();
  const requests: string[] = [];
  Object.assign(globalThis, {
    workbench: { user: 'agent', app: { utilities: [] } },
    fetch: async (url: string, init: RequestInit) => {
      const request = `${init.method} ${url.replace('/services/data/v66.0', '')}`;
      requests.push(request);
      const answer = answers.get(request);
      if (!answer) throw new TypeError(`Nothing answers ${request}`);
      const { status = 200, body, headers = {} } = answer;
      return {
        ok: status < 400,
        status,
        statusText: status < 400 ? 'OK' : 'Bad Request',
        headers: new Map(Object.entries(headers)),
        text: async () => (body === undefined ? '' : JSON.stringify(body))
      };
    }
  });
  return { requests, answer: (request, answer) => answers.set(request, answer) };
}

/** Connects an adapter as the engine does. `told`: everything it provisioned, oldest first. */
export function connect<Config extends Record<string, unknown>, Value>(
  Adapter: WireAdapterConstructor<Config, Value>,
  config: Config
): { told: Value[]; adapter: WireAdapter<Config> } {
  const told: Value[] = [];
  const adapter = new Adapter((value) => told.push(value));
  adapter.connect();
  adapter.update(config);
  return { told, adapter };
}

export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
