import type { AddMessageListener, Clock, PopupHandle } from './ports';

/** What the sign-in window ended with. */
export type PageAnswer =
  | { type: 'code'; code: string }
  | { type: 'error'; error: string; description?: string }
  | { type: 'closed' }
  | { type: 'timed_out' };

export interface SignInPageParts {
  addMessageListener: AddMessageListener;
  clock: Clock;
  /** Origin of the page GenesysSignIn. */
  origin: string;
}

const LOOK_EVERY = 500;

/**
 * Waits for the message that the page GenesysSignIn posts. Anything else on the message bus (other
 * origin, other window, other `state`) is none of our business and changes nothing.
 */
export function pageAnswer(
  parts: SignInPageParts,
  popup: PopupHandle,
  state: string,
  timeoutMs: number
): Promise<PageAnswer> {
  const { addMessageListener, clock, origin } = parts;
  return new Promise((resolve) => {
    const giveUpAt = clock.now() + timeoutMs;
    let wasClosed = false;
    let timer = clock.setTimeout(look, LOOK_EVERY);
    const stopListening = addMessageListener((message) => {
      if (message.origin !== origin || popup.isSource?.(message.source) === false) return;
      const answer = readAnswer(message.data, state);
      if (answer) finish(answer);
    });

    function look(): void {
      // The page posts and closes itself: its message may arrive after the first look at it.
      if (wasClosed) return finish({ type: 'closed' });
      wasClosed = popup.closed();
      if (clock.now() >= giveUpAt) return finish({ type: 'timed_out' });
      timer = clock.setTimeout(look, LOOK_EVERY);
    }

    function finish(answer: PageAnswer): void {
      stopListening();
      clock.clearTimeout(timer);
      if (!popup.closed()) popup.close();
      resolve(answer);
    }
  });
}

function readAnswer(data: unknown, state: string): PageAnswer | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const message = data as Record<string, unknown>;
  if (message.type !== 'genesys-sign-in' || message.state !== state) return undefined;
  if (typeof message.error === 'string' && message.error !== '') {
    const { errorDescription } = message;
    return {
      type: 'error',
      error: message.error,
      ...(typeof errorDescription === 'string' && { description: errorDescription })
    };
  }
  return typeof message.code === 'string' && message.code !== ''
    ? { type: 'code', code: message.code }
    : undefined;
}
