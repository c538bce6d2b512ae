import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, extname, join, relative } from 'node:path';
import { ESLint } from 'eslint';
import type { Linter } from 'eslint';
import { compileForPlatform, isProblem } from '../workbench/compile/platformCompiler';
import type { Finding } from './finding';
import { componentBundles } from './packageFiles';

/** Ours declare the first; the second is what orgs run now. */
export const API_VERSIONS = [66, 67] as const;

const DEPLOYED = ['.js', '.html', '.css'];

/**
 * What the platform says to the components as they are deployed: its compiler in its configuration
 * for customers, at every API version, and its lint rules. A warning counts: orgs print none.
 */
export async function checkPlatform(root: string): Promise<Finding[]> {
  const bundles = componentBundles(root).filter((bundle) => !basename(bundle).startsWith('_'));
  const findings: Finding[] = [];
  for (const bundle of bundles) findings.push(...(await checkBundle(root, bundle)));
  return [...findings, ...(await lint(root, bundles))];
}

async function checkBundle(root: string, bundle: string): Promise<Finding[]> {
  const name = basename(bundle);
  const files = deployedFiles(bundle);
  if (!existsSync(join(bundle, `${name}.js`)) && !existsSync(join(bundle, `${name}.css`)))
    return [
      {
        type: 'platform',
        file: relative(root, bundle),
        message: `there is no ${name}.js: the platform compiles such a component to nothing, without an error`,
        advice: 'run npm run build: only the .js is deployed'
      }
    ];
  const findings = new Map<string, Finding>();
  for (const version of API_VERSIONS) {
    const { diagnostics } = await compileForPlatform(root, name, files, version);
    for (const { filename, location, message } of diagnostics.filter(isProblem)) {
      const file = relative(root, filename ? join(bundle, filename) : bundle);
      const line = location ? { line: location.line } : {};
      // The same at several versions is one finding.
      findings.set(`${file} ${location?.line} ${message}`, {
        type: 'platform',
        file,
        ...line,
        message: `${message} (API ${version})`,
        advice: 'correct the source, then run npm run build'
      });
    }
  }
  return [...findings.values()];
}

function deployedFiles(bundle: string): Record<string, string> {
  const names = readdirSync(bundle, { withFileTypes: true })
    .filter((entry) => entry.isFile() && DEPLOYED.includes(extname(entry.name)))
    .map((entry) => entry.name);
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(bundle, name), 'utf8')]));
}

/** `@lwc/eslint-plugin-lwc-platform`, configuration `platform`, over the emitted scripts. */
async function lint(root: string, bundles: readonly string[]): Promise<Finding[]> {
  const require = createRequire(join(root, 'package.json'));
  const base = require('@salesforce/eslint-config-lwc/base') as Linter.Config[];
  const plugin = require('@lwc/eslint-plugin-lwc-platform') as ESLint.Plugin & {
    configs: { platform: Linter.Config[] };
  };
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    allowInlineConfig: false,
    // The base only for its parser: our own lint run applies its rules to the sources.
    baseConfig: [...base.map((config) => ({ ...config, rules: {} })), ...plugin.configs.platform]
  });
  const findings: Finding[] = [];
  for (const bundle of bundles)
    for (const [name, text] of Object.entries(deployedFiles(bundle))) {
      if (!name.endsWith('.js')) continue;
      const file = relative(root, join(bundle, name));
      const [result] = await eslint.lintText(text, { filePath: join(root, file) });
      for (const { line, message, ruleId } of result?.messages ?? [])
        findings.push({
          type: 'platform',
          file,
          line,
          message: ruleId ? `${message} (${ruleId})` : message,
          advice: 'correct the source, then run npm run build'
        });
    }
  return findings;
}
