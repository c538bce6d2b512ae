import type { Plan } from './plan';
import type { Line, ShiftResult } from './shift';

const clock = (ms: number): string => {
  const [hours, minutes, seconds] = [3_600_000, 60_000, 1_000].map((unit) =>
    Math.floor(ms / unit)
  ) as [number, number, number];
  const parts = [hours, minutes % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
  return `${parts.join(':')}.${String(ms % 1_000).padStart(3, '0')}`;
};

/** Short names for ids: `00000003-0000-…` is conversation 3. */
const readable = (text: string): string =>
  text
    .replace(
      /(\d{8})-0000-4000-8000-\d{12}:p(\d+)-\d{8}-0000-4000-8000-\d{12}/g,
      (_, call, party) => `call ${Number(call)} party ${Number(party)}`
    )
    .replace(/(\d{8})-0000-4000-8000-\d{12}/g, (_, call) => `call ${Number(call)}`);

/** Attempts that fail again and again for the same reason: the first, and how many more. */
function withoutRepeats(lines: readonly Line[]): Line[] {
  const kept: Line[] = [];
  let repeated = 0;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] as Line;
    const twoBefore = lines[index - 2];
    if (twoBefore && twoBefore.who === line.who && twoBefore.text === line.text) {
      repeated += 1;
      continue;
    }
    if (repeated > 0) kept.push({ ...line, who: '', text: `… ${repeated} lines more like these` });
    repeated = 0;
    kept.push(line);
  }
  return kept;
}

/** What happened, in order, one line each. */
export function timelineOf(plan: Plan, result: ShiftResult): string {
  const lines = withoutRepeats(result.timeline).map(
    ({ at, who, text }) => `${clock(at)}  ${who.padEnd(7)} ${readable(text)}`
  );
  return [
    `seed ${plan.seed}, ${plan.items.length} items, unique key: ${plan.unique}`,
    ...lines
  ].join('\n');
}
