/**
 * `npm start`: the local org. Flags: `--port N` (0: any free ones; the simulated Genesys Cloud
 * takes the port after it), `--no-open`, `--json` (one line with the base URLs, then nothing),
 * `--genesys <region> --client-id <id>` (a real Genesys Cloud organization with the local org),
 * `--lws-gates <release>` (Lightning Web Security as of an older release), `--no-lws` (without it,
 * with source maps), `--synthetic-shadow`.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PortInUse, startWorkbench } from './workbench/start';
import type { Workbench } from './workbench/start';
import type { Conditions } from './workbench/server/consoleServer';

export { PortInUse, startWorkbench };
export type { Workbench };

const DEFAULT_PORT = 3400;
const CLOSE_WITHIN_MS = 2000;
const USAGE =
  'Usage: npm start -- [--port N] [--no-open] [--json] [--genesys <region> --client-id <id>]\n' +
  '                    [--no-lws | --lws-gates <release>] [--synthetic-shadow]';

interface Flags {
  port: number;
  open: boolean;
  json: boolean;
  genesys?: { region: string; clientId: string };
  conditions: Partial<Conditions>;
}

// Tests import this file; only `scripts/run.mjs workbench` runs it.
if (process.argv[1] === join(process.cwd(), 'scripts/workbench.ts')) void main(process.cwd());

async function main(root: string): Promise<void> {
  const flags = readFlags(process.argv.slice(2));
  if ('wrong' in flags) {
    console.error(`${flags.wrong}\n${USAGE}`);
    process.exit(2);
  }
  const workbench = await start(root, flags);
  const { console: url, genesys, salesforce, visualforce } = workbench;
  if (flags.json) console.log(JSON.stringify({ console: url, genesys, salesforce, visualforce }));
  else console.log(welcome(url, genesys));
  if (flags.open) openBrowser(url);
  closeOnSignal(workbench);
}

function readFlags(args: string[]): Flags | { wrong: string } {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string', default: String(DEFAULT_PORT) },
        'no-open': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        genesys: { type: 'string' },
        'client-id': { type: 'string' },
        'no-lws': { type: 'boolean', default: false },
        'lws-gates': { type: 'string' },
        'synthetic-shadow': { type: 'boolean', default: false }
      }
    });
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65_534)
      return { wrong: `--port takes a number from 0 to 65534, not '${values.port}'.` };
    const { genesys: region, 'client-id': clientId } = values;
    if (Boolean(region) !== Boolean(clientId))
      return { wrong: '--genesys <region> and --client-id <id> go together.' };
    const gates = values['lws-gates'];
    if (gates !== undefined && (!/^\d{3}$/.test(gates) || values['no-lws']))
      return { wrong: '--lws-gates takes a release such as 262, and not beside --no-lws.' };
    return {
      port,
      open: !values['no-open'],
      json: values.json,
      ...(region && clientId ? { genesys: { region, clientId } } : {}),
      conditions: {
        lws: !values['no-lws'],
        syntheticShadow: values['synthetic-shadow'],
        ...(gates === undefined ? {} : { lwsGates: Number(gates) })
      }
    };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}

async function start(root: string, { port, genesys, conditions }: Flags): Promise<Workbench> {
  try {
    const onProgress = (message: string): void => console.error(message);
    return await startWorkbench({
      root,
      port,
      conditions,
      onProgress,
      ...(genesys ? { genesys } : {})
    });
  } catch (error) {
    if (!(error instanceof PortInUse)) throw error;
    console.error(
      `Port ${error.port} is in use. Stop what listens there, or choose: npm start -- --port N`
    );
    process.exit(1);
  }
}

function welcome(url: string, genesys: string | undefined): string {
  return [
    `Console         ${url}`,
    ...(genesys ? [`Contact center  ${genesys}`] : []),
    'Users           ?user=agent (default), ?user=agent2, ?user=admin',
    'Ctrl+C stops it.'
  ].join('\n');
}

/** No browser, no harm: the address is printed. */
function openBrowser(url: string): void {
  const [program, ...args]: [string, ...string[]] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

function closeOnSignal(workbench: Workbench): void {
  let closing = false;
  const close = (): void => {
    if (closing) return;
    closing = true;
    // A browser that holds on to a connection must not hold on to the ports.
    setTimeout(() => process.exit(0), CLOSE_WITHIN_MS).unref();
    void workbench.close().then(() => process.exit(0));
  };
  process.once('SIGINT', close);
  process.once('SIGTERM', close);
}
