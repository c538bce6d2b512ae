import { FLOORS } from '../componentFolders';
import { bundleOf } from './imports';
import type { Imports } from './imports';

/** Who builds the session or is part of it; all other bundles of the agent's floor only know the view. */
const KNOW_THE_SESSION = new Set(['softphone', 'softphoneSession']);

/** Imports that point up the house, or from a part of the panel to the session: `from → to`. */
export function forbiddenIn(imports: Imports): string[] {
  return [...imports].flatMap(([file, targets]) =>
    targets.filter((target) => isForbidden(file, target)).map((target) => `${file} → ${target}`)
  );
}

function isForbidden(file: string, target: string): boolean {
  const from = bundleOf(file);
  const to = bundleOf(target);
  // What is shipped never needs what only tests and develops it.
  if (from && !to) return true;
  if (!from || !to) return false;
  if (FLOORS.indexOf(to.floor) > FLOORS.indexOf(from.floor)) return true;
  return (
    to.name === 'softphoneSession' && from.floor === 'agent' && !KNOW_THE_SESSION.has(from.name)
  );
}
