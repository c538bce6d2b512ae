import type {
  AddMessageListener,
  Clock,
  Fetch,
  PopupHandle,
  SocketConstructor,
  TextStorage
} from 'c/genesysCloud';

// The browser as the core's parameters: this file is where clocks, storage and windows come in.

export const clock: Clock = {
  now: () => Date.now(),
  // eslint-disable-next-line @lwc/lwc/no-async-operation
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>)
};

export const fetchUrl: Fetch = (url, init) => fetch(url, init);

export const Socket = WebSocket as unknown as SocketConstructor;

const POPUP = 'popup,width=480,height=640';

/** The handle asks little of the window: Lightning Web Security hands out a distorted one. */
export function openPopup(url: string): PopupHandle | undefined {
  const popup = window.open(url, 'genesysSignIn', POPUP);
  if (!popup) return undefined;
  return { closed: () => popup.closed, close: () => popup.close() };
}

export const addMessageListener: AddMessageListener = (listener) => {
  const hear = ({ data, origin, source }: MessageEvent): void => listener({ data, origin, source });
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
