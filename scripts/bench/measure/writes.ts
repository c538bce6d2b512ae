import { runCampaign } from '../../simulate/campaign';
import { rounded } from './statistics';

export interface Writes {
  seeds: number;
  violations: number;
  writes: number;
  optimal: number;
  vsOptimal: number;
}

/** Writes of the seeded fault simulation over the fewest that an all-knowing writer needs. */
export async function countWrites(seeds: number): Promise<Writes> {
  const { writes, optimalWrites, violations } = await runCampaign({ seeds, from: 1 });
  return {
    seeds,
    violations: violations.length,
    writes,
    optimal: optimalWrites,
    vsOptimal: rounded(writes / optimalWrites)
  };
}
