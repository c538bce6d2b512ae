/** One browser tab, as far as the network cares. */
export interface Page {
  name: string;
  isAlive(): boolean;
  asleepUntil(): number | undefined;
}
