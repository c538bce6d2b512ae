/** @jest-environment node */
import { bench } from '../bench';
import { payloadOf } from '../measure/frames';
import type { Effort } from '../measure/setting';
import { benchCommand } from '../command';
import { recordCall } from '../recordCall';

const TINY: Effort = { warmUpCalls: 1, calls: 1, rounds: 1, many: 5, seeds: 1 };

/** The kinds of the values, so that figures may differ from machine to machine. */
function kinds(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) {
    return Number.isFinite(value) ? 'number' : String(value);
  }
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, kinds(inner)]));
}

const numbers = (...names: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, 'number']));

it('prints every figure', async () => {
  expect(kinds(await bench(process.cwd(), TINY))).toEqual({
    perEvent: {
      ...numbers('vsJsonParse', 'scaling', 'scalingInCaches'),
      steps: numbers('hear', 'interactions', 'attributes', 'draft', 'decide'),
      byShape: numbers('E', 'M', 'C'),
      microseconds: numbers('parse', 'work')
    },
    writes: numbers('seeds', 'violations', 'writes', 'optimal', 'vsOptimal'),
    outage: numbers('interactions', 'outageMinutes', 'windows', 'seconds', 'mostRequestsInAWindow'),
    bytes: numbers('core', 'panel', 'setupTab', 'staticResource', 'staticResourceVsFullSdk'),
    naive: numbers('writes', 'ours', 'ratio'),
    memory: numbers('perOpen', 'perFinished', 'perForgotten', 'journalPerFinished')
  });
}, 60_000);

describe('the recorded call', () => {
  const { frames, live } = recordCall();

  it.each(['E', 'M', 'C'] as const)('is eventful in shape %s', (shape) => {
    expect(frames[shape].length).toBeGreaterThanOrEqual(15);
    const last: unknown = JSON.parse(frames[shape].at(-1)!.text);
    const { participants } = payloadOf(shape, last) as { participants: object[] };
    expect(participants.length).toBeGreaterThanOrEqual(6);
  });

  it('is the same each time', () => expect(recordCall().frames).toEqual(frames));

  it('has the agent connected in the frame named as the last live one', () => {
    const { eventBody } = JSON.parse(frames.E[live]!.text) as {
      eventBody: { participants: { purpose: string; calls: { state: string }[] }[] };
    };
    const { purpose, calls } = eventBody.participants.at(-1)!;
    expect([purpose, calls[0]!.state]).toEqual(['agent', 'connected']);
  });
});

it.each([
  ['--seeds', '0'],
  ['--seeds', 'many'],
  ['--only', 'speed'],
  ['--slow', 'please']
])('refuses %s %s', async (...args) => {
  let told = '';
  const code = await benchCommand(args, process.cwd(), {
    out: () => undefined,
    error: (text) => (told += text)
  });
  expect([code, told]).toEqual([2, expect.stringContaining('npm run bench --')]);
});
