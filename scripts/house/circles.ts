import type { Imports } from './imports';

/**
 * Groups of files that import each other, directly or through others: the strongly connected components of more than one
 * file, found as Tarjan does, in one walk. A visit returns
 * the earliest file still open that can be reached.
 */
export function circlesIn(imports: Imports): string[][] {
  const circles: string[][] = [];
  const order = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();

  function visit(file: string): number {
    const number = order.size;
    let lowest = number;
    order.set(file, number);
    open.push(file);
    isOpen.add(file);
    for (const next of imports.get(file) ?? []) {
      if (!order.has(next)) lowest = Math.min(lowest, visit(next));
      else if (isOpen.has(next)) lowest = Math.min(lowest, order.get(next)!);
    }
    if (lowest === number) close(file);
    return lowest;
  }

  /** All that was opened since this file belongs together with it. */
  function close(file: string): void {
    const group = open.splice(open.indexOf(file));
    for (const each of group) isOpen.delete(each);
    if (group.length > 1 || imports.get(file)?.includes(file)) circles.push(group.sort());
  }

  for (const file of imports.keys()) if (!order.has(file)) visit(file);
  return circles;
}
