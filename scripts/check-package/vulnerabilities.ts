import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { CodeAnalyzer, CodeAnalyzerConfig } from '@salesforce/code-analyzer-core';
import { createEnginePlugin } from '@salesforce/code-analyzer-retirejs-engine';
import type { Finding } from './finding';

/**
 * Third-party code with known holes among what is deployed: RetireJS with the list that comes with Salesforce's own
 * analyzer, as the security review runs it. Asks nothing of the network.
 */
export async function checkVulnerabilities(root: string, folder: string): Promise<Finding[]> {
  const logs = join(root, '.cache/code-analyzer');
  mkdirSync(logs, { recursive: true });
  const analyzer = new CodeAnalyzer(CodeAnalyzerConfig.fromObject({ log_folder: logs }));
  await analyzer.addEnginePlugin(createEnginePlugin());
  const workspace = await analyzer.createWorkspace([folder]);
  const rules = await analyzer.selectRules(['all'], { workspace });
  const results = await analyzer.run(rules, { workspace });
  return results.getViolations().map((violation): Finding => ({
    type: 'vulnerable',
    file: relative(root, violation.getPrimaryLocation().getFile() ?? folder),
    message: violation.getMessage().split('\n')[0] ?? '',
    advice: 'take a version without the hole, or do without the package'
  }));
}
