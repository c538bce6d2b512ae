import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rollup';
import { LABELS, readLabels } from './labels';

const SCOPED = /^@salesforce\/(\w+)\/(.+)$/;
const RESOURCES = 'force-app/main/default/staticresources';

/** What of the org a module's code can be made from; the last two are known per user only. */
type Maker = (name: string) => { code: string; problem?: string };

/**
 * `@salesforce/*`: modules the platform makes from metadata. A name the project does not hold is
 * a problem (the platform would refuse the deployment) and a visible placeholder, so that one
 * missing label does not take the whole page away.
 */
export function platformModules(root: string, onProblem: (message: string) => void): Plugin {
  let labels: Map<string, string> = new Map();
  const makers: Record<string, Maker> = {
    label: (name) => {
      const value = labels.get(name.replace(/^c\./, ''));
      return value === undefined
        ? { code: constant(`[${name}]`), problem: `Label ${name} is not in ${LABELS}.` }
        : { code: constant(value) };
    },
    schema: (name) => {
      const [objectApiName, ...path] = name.split('.');
      return { code: constant({ objectApiName, fieldApiName: path.join('.') }) };
    },
    resourceUrl: (name) => {
      const exists = list(join(root, RESOURCES)).some((file) =>
        file.startsWith(`${name}.resource-meta`)
      );
      const code = constant(`/resource/${name}`);
      return exists
        ? { code }
        : { code, problem: `Static resource ${name} is not in ${RESOURCES}.` };
    },
    messageChannel: (name) => ({ code: constant({ name }) }),
    user: (name) => ({ code: fromSession(name === 'Id' ? 'userId' : 'isGuest') }),
    userPermission: (name) => ({ code: fromSession('userPermissions', name) }),
    customPermission: (name) => ({ code: fromSession('customPermissions', name) }),
    // The zone of the user, which is the browser's.
    i18n: (name) => (name === 'timeZone' ? { code: fromSession('timeZone') } : { code: '' })
  };
  return {
    name: 'workbench-platform-modules',
    buildStart() {
      labels = readLabels(root);
    },
    resolveId(importee) {
      const [, kind = '', name = ''] = SCOPED.exec(importee) ?? [];
      // Base components bring their own labels (`LightningInput.required`) and locale data.
      if (kind === 'label' && !name.startsWith('c.')) return undefined;
      if (kind === 'i18n' && name !== 'timeZone') return undefined;
      return makers[kind] ? `\0${importee}` : undefined;
    },
    load(id) {
      if (!id.startsWith('\0@salesforce/')) return undefined;
      const [, kind = '', name = ''] = SCOPED.exec(id.slice(1)) ?? [];
      const made = makers[kind]?.(name);
      if (made?.problem) onProblem(made.problem);
      return made?.code;
    }
  };
}

function constant(value: unknown): string {
  return `export default ${JSON.stringify(value)};`;
}

/** The page sets `globalThis.workbench` before its first module runs: who is signed in and what they may. */
function fromSession(...path: string[]): string {
  return `export default globalThis.workbench${path.map((key) => `?.[${JSON.stringify(key)}]`).join('')};`;
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
