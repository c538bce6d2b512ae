import type { GenesysOptions, PageMessage } from 'c/genesysCloud';
import type { Timers } from 'c/taskSync';
import type { Random } from './random';
import type { World } from './world';

const ORIGIN = 'https://org.example.com';

export interface AgentAtSignIn {
  ports: Pick<GenesysOptions, 'redirectUri' | 'openPopup' | 'openSilently' | 'addMessageListener'>;
  /** Signs in when they can and when they come to it. */
  comesBack(signIn: () => void): void;
}

/** Who sits in front of the sign-in window, and Genesys Cloud's own session behind it. */
export function agentAtSignIn(
  { conditions, time }: World,
  timers: Timers,
  random: Random
): AgentAtSignIn {
  const listeners = new Set<(message: PageMessage) => void>();

  /** The page GenesysSignIn posts its code, unless the session at Genesys Cloud has ended too. */
  function open(url: string, ms: number): { closed(): boolean; close(): void } {
    const state = new URL(url).searchParams.get('state');
    timers.set(() => {
      if (conditions.reigns('tokenEnded') || conditions.reigns('offline')) return;
      const data = { type: 'genesys-sign-in', code: 'code', state };
      for (const listener of [...listeners]) {
        listener({ data, origin: ORIGIN, source: undefined });
      }
    }, ms);
    return { closed: () => false, close: () => {} };
  }

  return {
    ports: {
      redirectUri: `${ORIGIN}/apex/GenesysSignIn`,
      openPopup: (url) => open(url, random.between(200, 800)),
      openSilently: (url) => open(url, random.between(300, 1_500)),
      addMessageListener(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      }
    },
    comesBack(signIn) {
      const until = Math.max(conditions.until('tokenEnded') ?? 0, time.now());
      timers.set(signIn, until - time.now() + random.between(1_000, 20_000));
    }
  };
}
