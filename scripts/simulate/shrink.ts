import type { Hooks } from './hooks';
import type { Item, Plan } from './plan';
import { runShift } from './shift';

/** Runs at most; a shift takes milliseconds. */
const PATIENCE = 2_000;

/**
 * The smallest plan found that still breaks `rule`: takes out runs of items, half of them at first,
 * single ones at last.
 */
export async function shrink(plan: Plan, rule: string, hooks: Hooks = {}): Promise<Plan> {
  let runs = 0;
  const fails = async (items: Item[]): Promise<boolean> => {
    runs += 1;
    const { violations } = await runShift({ ...plan, items }, hooks);
    return violations.some((violation) => violation.rule === rule);
  };

  let items = plan.items;
  for (let size = Math.ceil(items.length / 2); size >= 1; size = Math.floor(size / 2)) {
    let from = 0;
    while (from < items.length && runs < PATIENCE) {
      const fewer = [...items.slice(0, from), ...items.slice(from + size)];
      if (await fails(fewer)) items = fewer;
      else from += size;
    }
  }
  return { ...plan, items };
}
