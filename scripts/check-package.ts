/**
 * `npm run check:package`: builds what is deployed and looks at everything an org would refuse, or
 * take and then lack, without an org. Prints one finding a line; ends non-zero on any.
 */
import { join } from 'node:path';
import { bundleSdk, emitComponents } from './build';
import { checkBundles } from './check-package/bundles';
import { checkConversion } from './check-package/convert';
import { describeFinding } from './check-package/finding';
import type { Finding } from './check-package/finding';
import { checkPlatform } from './check-package/platform';
import { checkReferences } from './check-package/references';
import { checkRegions } from './check-package/regions';
import { checkRights } from './check-package/rights';
import { checkTags } from './check-package/tags';
import { checkVulnerabilities } from './check-package/vulnerabilities';

export type { Finding };

if (process.argv[1] === join(process.cwd(), 'scripts/check-package.ts')) void main(process.cwd());

/** @param root project root @returns nothing found: the package is fit to be deployed */
export async function checkPackage(root: string): Promise<Finding[]> {
  const folder = join(root, 'force-app/main/default');
  const { problems } = await emitComponents(root);
  await bundleSdk(root);
  const built = problems.map(({ file, message }): Finding => ({
    type: 'build',
    file,
    message,
    advice: 'correct the source, then run npm run build'
  }));
  const findings = [
    ...built,
    ...checkTags(root, folder),
    ...checkBundles(root, folder),
    ...checkReferences(root, folder),
    ...checkRegions(root, folder),
    ...checkRights(root, folder),
    ...(await checkVulnerabilities(root, folder)),
    ...(await checkPlatform(root))
  ];
  // The CLI stops at the first broken file and says less about it: it is asked last.
  return findings.length > 0 ? findings : checkConversion(root);
}

async function main(root: string): Promise<void> {
  const findings = await checkPackage(root);
  for (const finding of findings) console.error(describeFinding(finding));
  console.log(
    findings.length === 0
      ? 'The package is fit to be deployed.'
      : `${findings.length} finding${findings.length === 1 ? '' : 's'}.`
  );
  if (findings.length > 0) process.exitCode = 1;
}
