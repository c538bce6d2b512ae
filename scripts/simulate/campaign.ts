import type { Hooks } from './hooks';
import { makePlan } from './makePlan';
import { runShift, type ShiftResult } from './shift';
import type { Violation } from './witness';

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

/** Runs shift after shift. */
export async function runCampaign(options: CampaignOptions): Promise<CampaignReport> {
  const report: CampaignReport = {
    seeds: 0,
    violations: [],
    faults: {},
    writes: 0,
    optimalWrites: 0,
    p99LagMs: 0
  };
  const lags: number[] = [];
  for (let seed = options.from; seed < options.from + options.seeds; seed += 1) {
    const result: ShiftResult = await runShift(makePlan(seed), options.hooks);
    report.seeds += 1;
    report.writes += result.writes;
    report.optimalWrites += result.optimalWrites;
    for (const lag of result.lags) lags.push(lag);
    for (const [fault, count] of Object.entries(result.faults)) {
      report.faults[fault] = (report.faults[fault] ?? 0) + count;
    }
    report.violations.push(...result.violations.map((violation) => ({ seed, ...violation })));
    if (options.stopAtFirst && result.violations.length > 0) break;
  }
  report.p99LagMs = percentile(lags, 0.99);
  return report;
}
