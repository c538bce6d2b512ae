import type { AddMessageListener, Fetch, SocketConstructor } from 'c/genesysCloud';
import type { Clock, TextStorage } from 'c/ports';

// The browser as the core's parameters: this file is where clocks, storage and windows come in.

export const clock: Clock = {
  now: () => Date.now(),
  // eslint-disable-next-line @lwc/lwc/no-async-operation
  set: (run, ms) => setTimeout(run, ms),
  clear: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>)
};

export const fetchUrl: Fetch = (url, init) => fetch(url, init);

export const Socket = WebSocket as unknown as SocketConstructor;

export const addMessageListener: AddMessageListener = (listener) => {
  const hear = ({ data, origin }: MessageEvent): void => listener({ data, origin });
  window.addEventListener('message', hear);
  return () => window.removeEventListener('message', hear);
};

/** Blocked storage throws on the very access of the property. */
export function storageOf(kind: 'localStorage' | 'sessionStorage'): TextStorage | undefined {
  try {
    return window[kind];
  } catch {
    return undefined;
  }
}

/** Tells when the network goes and comes, and when the tab is looked at again after a sleep. */
export function onNetwork(tell: (what: 'offline' | 'online' | 'wake') => void): () => void {
  const offline = (): void => tell('offline');
  const online = (): void => tell('online');
  const wake = (): void => {
    if (document.visibilityState === 'visible') tell('wake');
  };
  window.addEventListener('offline', offline);
  window.addEventListener('online', online);
  document.addEventListener('visibilitychange', wake);
  return () => {
    window.removeEventListener('offline', offline);
    window.removeEventListener('online', online);
    document.removeEventListener('visibilitychange', wake);
  };
}

/** Tells when the agent comes back from another window: this one may have been in sight all the time. */
export function onFocus(tell: () => void): () => void {
  window.addEventListener('focus', tell);
  return () => window.removeEventListener('focus', tell);
}
