import type { LightningElement } from 'lwc';

export const RefreshEventName = 'lightning__refresh';

export class RefreshEvent extends CustomEvent<void> {
  constructor() {
    super(RefreshEventName, { composed: true, cancelable: true, bubbles: true });
  }
}

const handlers = new Map<number, () => Promise<unknown>>();
let last = 0;

export function registerRefreshHandler(
  element: LightningElement,
  handler: () => Promise<unknown>
): number {
  last += 1;
  handlers.set(last, handler.bind(element));
  return last;
}

export function unregisterRefreshHandler(id: number): void {
  handlers.delete(id);
}

/** What the page does on a RefreshEvent: everything registered reads anew. */
export async function refreshAll(): Promise<void> {
  await Promise.all([...handlers.values()].map((handler) => handler()));
}
