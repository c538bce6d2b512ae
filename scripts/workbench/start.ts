import type { FastifyInstance } from 'fastify';
import { bundleSdk } from '../build/bundleSdk';
import { createCompiler } from './compile/compiler';
import { ownOrigins } from './doors';
import { startGenesys } from './genesys/server';
import { loadOrg, salesforceRoutes } from './salesforce/server';
import type { Org } from './salesforce/org';
import { readApp } from './server/appMetadata';
import { consoleServer } from './server/consoleServer';
import type { Conditions } from './server/consoleServer';
import { originsAt } from './server/origins';
import { failureMessage } from './server/page';

const HOST = '127.0.0.1';
const APP = 'Softphone_Console';

export interface WorkbenchOptions {
  /** Project root. */
  root: string;
  /** Of the console; the simulated Genesys Cloud takes the next one. 0: two free ones. */
  port: number;
  /** A real Genesys Cloud organization in place of the simulated one. */
  genesys?: { region: string; clientId: string };
  /** An org has Lightning Web Security with every change since; the rest is for comparison. */
  conditions?: Partial<Conditions>;
  /** Told what takes long and what is wrong with the sources. */
  onProgress?: (message: string) => void;
}

export interface Workbench {
  /** Base URLs. `genesys` is absent with a real organization. */
  console: string;
  visualforce: string;
  /** The org's API, by address: not every system knows the names below `localhost`. */
  salesforce: string;
  genesys?: string;
  org: Org;
  close(): Promise<void>;
}

/** A port that something else listens on. */
export class PortInUse extends Error {
  readonly port: number;
  constructor(port: number) {
    super(`Port ${port} is in use.`);
    this.port = port;
  }
}

/**
 * Starts the local org: console page, Salesforce API and simulated Genesys Cloud.
 * @throws PortInUse
 */
export async function startWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { root, port, onProgress = () => undefined } = options;
  const { org, problems } = await loadOrg({ root });
  for (const { file, message } of problems) onProgress(`Warning: ${file}: ${message}`);

  const app = readApp(root, APP);
  const conditions = { lws: true, syntheticShadow: false, ...options.conditions };
  const hosted = hostedBundles(app);
  const compiler = createCompiler({ root, hosted, mode: conditions, onProgress });
  /** Filled as the servers open. */
  const urls: { parts?: string[]; api?: string; genesys?: string } = {};
  /** Of the pages that may use either server. */
  const origins = () => [...ownOrigins(urls.api, urls.genesys), ...(urls.parts ?? [])];
  const server = consoleServer({
    root,
    org,
    compiler,
    app,
    conditions,
    genesys: () => urls.genesys,
    origins
  });
  await server.register(salesforceRoutes(org));
  const apiUrl = (urls.api = await listen(server, port));
  const parts = originsAt(Number(new URL(apiUrl).port));
  urls.parts = Object.values(parts);

  try {
    const [genesys] = await Promise.all([
      options.genesys ? undefined : startCenter(port === 0 ? 0 : port + 1, origins),
      bundleSdk(root),
      // A source that does not compile is shown by the page, which recompiles after the fix.
      compiler.current().catch((error: unknown) => onProgress(`Error: ${failureMessage(error)}`))
    ]);
    const genesysUrl = (urls.genesys = genesys?.url);
    connect(org, parts.visualforce, options.genesys, genesysUrl);
    return {
      console: parts.lightning,
      visualforce: parts.visualforce,
      salesforce: apiUrl,
      ...(genesysUrl ? { genesys: genesysUrl } : {}),
      org,
      close: async () => {
        await Promise.all([server.close(), genesys?.close()]);
      }
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}

function hostedBundles({ tabs, otherTabs, utilities }: ReturnType<typeof readApp>): string[] {
  const components = [...tabs, ...otherTabs, ...utilities].flatMap(
    ({ component }) => component ?? []
  );
  return [...new Set(components)];
}

async function listen(server: FastifyInstance, port: number): Promise<string> {
  try {
    return await server.listen({ port, host: HOST });
  } catch (error) {
    throw portError(error, port);
  }
}

async function startCenter(port: number, origins: () => readonly string[]) {
  try {
    return await startGenesys({ port, origins });
  } catch (error) {
    throw portError(error, port);
  }
}

function portError(error: unknown, port: number): unknown {
  return (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? new PortInUse(port) : error;
}

/** The settings record is what an admin would have filled in. */
function connect(
  org: Org,
  visualforce: string,
  real: WorkbenchOptions['genesys'],
  simulated: string | undefined
): void {
  org.configure({ visualforce, ...(simulated ? { gateway: simulated } : {}) });
  if (!real) return;
  const settings = org.recordsOf('Softphone_Settings__c')[0];
  if (!settings) return;
  settings.values['Region__c'] = real.region;
  settings.values['Client_Id__c'] = real.clientId;
  settings.values['Gateway__c'] = null;
}
