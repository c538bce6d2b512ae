/** The part of `BroadcastChannel` that is needed: one browser's tabs tell each other something. */
export interface TabChannel {
  postMessage(message: unknown): void;
  onmessage: ((event: { data: unknown }) => void) | null;
  close(): void;
}
