import { LightningElement, api } from 'lwc';
import type { Overview } from '../data/centerApi';
import { valuesOf } from '../data/form';

/** Bad luck: cut lines, refused and slow requests, ended sessions. */
export default class Faults extends LightningElement {
  @api overview!: Overview;

  handleDropSockets(): void {
    this.send('/faults/drop-sockets', 'POST', {});
  }

  handleCloseSockets(): void {
    this.send('/faults/close-sockets', 'POST', {});
  }

  handleExpire(): void {
    this.send('/faults/expire-tokens', 'POST', {});
  }

  /** What the browser does to the sign-in window is decided by the page Genesys sends. */
  handleIsolate(event: Event): void {
    const isolateLogin = (event.target as HTMLInputElement).checked;
    this.send('/settings', 'PATCH', { isolateLogin });
  }

  handleClear(): void {
    this.send('/faults', 'DELETE');
  }

  handleRequests(event: Event): void {
    event.preventDefault();
    const { what = '503', count = '1', path } = valuesOf(event.currentTarget as HTMLFormElement);
    const effect =
      what === 'drop'
        ? { drop: true }
        : what === 'slow'
          ? { delayMs: 3000 }
          : { status: Number(what) };
    this.send('/faults/requests', 'POST', {
      ...effect,
      count: Number(count),
      ...(path ? { path } : {})
    });
  }

  handleFrames(event: Event): void {
    event.preventDefault();
    const { kind, count = '1' } = valuesOf(event.currentTarget as HTMLFormElement);
    this.send('/faults/frames', 'POST', { kind, count: Number(count) });
  }

  send(path: string, method: string, body?: object): void {
    this.dispatchEvent(
      new CustomEvent('command', { bubbles: true, composed: true, detail: { path, method, body } })
    );
  }
}
