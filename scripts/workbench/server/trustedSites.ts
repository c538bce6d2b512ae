import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';

/** The project's records, and the customer's: the latter allow the simulated Genesys Cloud. */
const FOLDERS = ['force-app/main/default/cspTrustedSites', 'scripts/workbench/org/cspTrustedSites'];
const SUFFIX = '.cspTrustedSite-meta.xml';

const DIRECTIVES: Record<string, string> = {
  isApplicableToConnectSrc: 'connect-src',
  isApplicableToFontSrc: 'font-src',
  isApplicableToFrameSrc: 'frame-src',
  isApplicableToImgSrc: 'img-src',
  isApplicableToMediaSrc: 'media-src',
  isApplicableToStyleSrc: 'style-src'
};

/** A `CspTrustedSite` record. */
export interface TrustedSite {
  name: string;
  endpointUrl: string;
  isActive: boolean;
  /** Of the Content Security Policy. */
  directives: string[];
}

/** All records there are, active or not. */
export function readTrustedSites(root: string): TrustedSite[] {
  return FOLDERS.flatMap((folder) =>
    list(join(root, folder))
      .filter((file) => file.endsWith(SUFFIX))
      .flatMap((file) => read(join(root, folder, file)))
  );
}

function read(file: string): TrustedSite[] {
  const parsed: unknown = new XMLParser({ parseTagValue: false }).parse(readFileSync(file, 'utf8'));
  const site = (parsed as { CspTrustedSite?: Record<string, string> }).CspTrustedSite;
  if (!site?.['endpointUrl']) return [];
  return [
    {
      name: basename(file, SUFFIX),
      endpointUrl: site['endpointUrl'],
      isActive: site['isActive'] === 'true',
      directives: Object.entries(DIRECTIVES).flatMap(([flag, directive]) =>
        site[flag] === 'true' ? [directive] : []
      )
    }
  ];
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
