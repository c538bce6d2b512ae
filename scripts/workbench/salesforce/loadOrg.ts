import { join } from 'node:path';
import type { SeedOptions } from '../org/records';
import { loadSchema } from './loadSchema';
import type { MetadataProblem } from './metadataFile';
import type { Clock } from './orgTypes';
import { Org } from './org';
import { seedOrg } from './seed';

export interface LoadOrgOptions extends SeedOptions {
  /** Project root: `force-app` and `scripts/workbench/org` are read below it. */
  root: string;
  clock?: Clock;
  /** Source-format folders instead of the usual two, for tests. */
  folders?: string[];
}

/**
 * Reads the project's metadata and the customer's, and fills in the seeded records.
 * Never fails: what can't be used is told in `problems`, the rest works.
 */
export async function loadOrg(
  options: LoadOrgOptions
): Promise<{ org: Org; problems: MetadataProblem[] }> {
  const { root, clock = Date, folders, ...seed } = options;
  const { schema, problems } = loadSchema(
    root,
    folders ?? [join(root, 'force-app/main/default'), join(root, 'scripts/workbench/org')]
  );
  const org = new Org(schema, clock, seed, seedOrg);
  return { org, problems: [...problems, ...org.reset()] };
}
