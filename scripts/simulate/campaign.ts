import type { Hooks } from './hooks';
import { makePlan } from './makePlan';
import { runShift, type ShiftResult } from './shift';
import type { Violation } from './witnessTypes';

export interface CampaignReport {
  seeds: number;
  violations: ({ seed: number } & Violation)[];
  /** How often each kind of fault struck. */
  faults: Record<string, number>;
  /** Creates and updates that Salesforce carried out or refused for what was in them. */
  writes: number;
  optimalWrites: number;
  /** 99 of 100 changes were in the Task after so many ms, outages included. */
  p99LagMs: number;
}

/** What shifts in a row had to tell; parts of a campaign can be put together. */
export interface Part extends Omit<CampaignReport, 'p99LagMs'> {
  lags: number[];
}

export interface CampaignOptions {
  seeds: number;
  from: number;
  hooks?: Hooks;
  /** Ends at the first seed that violates something. */
  stopAtFirst?: boolean;
}

const percentile = (values: number[], share: number): number => {
  const sorted = values.sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};

const nothing = (): Part => ({
  seeds: 0,
  violations: [],
  faults: {},
  writes: 0,
  optimalWrites: 0,
  lags: []
});

function add(sum: Part, part: Part): void {
  sum.seeds += part.seeds;
  sum.writes += part.writes;
  sum.optimalWrites += part.optimalWrites;
  for (const lag of part.lags) sum.lags.push(lag);
  for (const violation of part.violations) sum.violations.push(violation);
  for (const [fault, count] of Object.entries(part.faults)) {
    sum.faults[fault] = (sum.faults[fault] ?? 0) + count;
  }
}

/** Runs shift after shift. */
export async function runPart(options: CampaignOptions): Promise<Part> {
  const sum = nothing();
  for (let seed = options.from; seed < options.from + options.seeds; seed += 1) {
    const { violations, ...result }: ShiftResult = await runShift(makePlan(seed), options.hooks);
    add(sum, { ...result, seeds: 1, violations: violations.map((one) => ({ seed, ...one })) });
    if (options.stopAtFirst && violations.length > 0) break;
  }
  return sum;
}

/** One report of parts in the order of their seeds. */
export function reportOf(parts: readonly Part[]): CampaignReport {
  const sum = nothing();
  for (const part of parts) add(sum, part);
  const { lags, ...report } = sum;
  return { ...report, p99LagMs: percentile(lags, 0.99) };
}

export const runCampaign = async (options: CampaignOptions): Promise<CampaignReport> =>
  reportOf([await runPart(options)]);
