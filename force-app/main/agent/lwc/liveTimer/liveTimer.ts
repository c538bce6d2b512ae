import { LightningElement, api } from 'lwc';
import { duration } from 'c/softphoneWords';
import { onSecond } from './ticker';

/**
 * Counts up from `since`, or down to `deadline`; stands still between `since` and `until`.
 * Ticks only while it can be seen.
 */
export default class LiveTimer extends LightningElement {
  /** ISO UTC, or ms since the epoch. */
  @api since?: string | number;
  /** ISO UTC: the end of what is measured; absent while it goes on. */
  @api until?: string;
  /** Ms since the epoch. When given, the time left is shown instead. */
  @api deadline?: number;
  /** Server clock minus browser clock, ms. */
  @api offset = 0;

  now = Date.now();
  stop?: () => void;
  observer?: IntersectionObserver;

  override connectedCallback(): void {
    if (typeof IntersectionObserver === 'undefined') {
      this.run(true);
      return;
    }
    this.observer = new IntersectionObserver(([entry]) => this.run(Boolean(entry?.isIntersecting)));
    this.observer.observe(this.template!.host);
  }

  override disconnectedCallback(): void {
    this.observer?.disconnect();
    this.run(false);
  }

  run(visible: boolean): void {
    this.stop?.();
    this.stop = visible ? onSecond(() => this.tick()) : undefined;
  }

  tick(): void {
    this.now = Date.now();
    if (this.until) {
      this.run(false);
    }
  }

  get text(): string {
    const now = this.until ? Date.parse(this.until) : this.now + this.offset;
    if (this.deadline !== undefined) {
      return duration(this.deadline - now);
    }
    const since = typeof this.since === 'string' ? Date.parse(this.since) : this.since;
    return since === undefined || Number.isNaN(since) ? '' : duration(now - since);
  }
}
