import { join, relative } from 'node:path';
import { REGIONS } from '../../force-app/main/clouds/lwc/genesysAddress/regions';
import { flag, readMetadataFile, text } from '../workbench/salesforce/metadataFile';
import type { Finding } from './finding';
import { filesBelow } from './packageFiles';

/**
 * Each region of the one table has its two trusted sites, https and wss, and no site is of another host:
 * without them an org's Content Security Policy closes the way there, silently.
 */
export function checkRegions(root: string, folder: string): Finding[] {
  const sites = join(folder, 'cspTrustedSites');
  const expected = new Map(
    REGIONS.flatMap(({ domain, name }) =>
      ['https', 'wss'].map((scheme): [string, string] => [
        join(
          sites,
          `Genesys_${name}_${scheme === 'wss' ? 'Wss' : 'Https'}.cspTrustedSite-meta.xml`
        ),
        `${scheme}://*.${domain}`
      ])
    )
  );
  const there = filesBelow(sites).filter((file) => file.endsWith('.cspTrustedSite-meta.xml'));
  return [
    ...[...expected].flatMap(([file, url]) =>
      there.includes(file)
        ? checkSite(root, file, url)
        : [finding(root, file, `is missing: ${url}`)]
    ),
    ...there
      .filter((file) => !expected.has(file))
      .map((file) => finding(root, file, 'is of no region in the table'))
  ];
}

function checkSite(root: string, file: string, url: string): Finding[] {
  const reading = readMetadataFile(root, file, 'CspTrustedSite');
  // A broken file is told by the check of tags.
  if ('problem' in reading) return [];
  const { element } = reading;
  const found = text(element, 'endpointUrl');
  if (found !== url) return [finding(root, file, `opens ${found}, the table says ${url}`)];
  return flag(element, 'isActive') && flag(element, 'isApplicableToConnectSrc')
    ? []
    : [finding(root, file, 'is not active for connections')];
}

const finding = (root: string, file: string, message: string): Finding => ({
  type: 'region',
  file: relative(root, file),
  message,
  advice: 'correct it, or the table of regions: force-app/main/clouds/lwc/genesysAddress/regions.ts'
});
