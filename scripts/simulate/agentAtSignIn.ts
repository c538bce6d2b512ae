import type { GenesysOptions, PageMessage } from 'c/genesysCloud';
import type { Timers } from 'c/ports';
import type { Random } from './random';
import type { World } from './world';

const ORIGIN = 'https://acme--c.vf.force.com';

export interface AgentAtSignIn {
  ports: Pick<GenesysOptions, 'redirectUri' | 'addMessageListener'>;
  /** The link as it is now; undefined: none. The first one of the day is followed at once. */
  sees(address: string | undefined): void;
  /** Follows it when they can and when they come to it. */
  comesBack(): void;
}

/** Who sits in front of the sign-in window, and Genesys Cloud's own session behind it. */
export function agentAtSignIn(
  { conditions, time }: World,
  timers: Timers,
  random: Random
): AgentAtSignIn {
  const listeners = new Set<(message: PageMessage) => void>();
  let seen: string | undefined;
  let hasBegun = false;
  let isComing = false;

  /** The page GenesysSignIn posts its code, unless there is no way to Genesys Cloud. */
  function signsIn(): void {
    const state = seen && new URL(seen).searchParams.get('state');
    if (!state) return;
    if (conditions.reigns('tokenEnded') || conditions.reigns('offline')) return comesBack();
    const data = { type: 'genesys-sign-in', code: 'code', state };
    timers.set(
      () => {
        for (const listener of [...listeners]) listener({ data, origin: ORIGIN });
      },
      random.between(200, 800)
    );
  }

  function comesBack(): void {
    if (isComing) return;
    isComing = true;
    const until = Math.max(conditions.until('tokenEnded') ?? 0, time.now());
    timers.set(
      () => {
        isComing = false;
        signsIn();
      },
      until - time.now() + random.between(1_000, 20_000)
    );
  }

  return {
    ports: {
      redirectUri: `${ORIGIN}/apex/GenesysSignIn`,
      addMessageListener(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      }
    },
    sees(address) {
      seen = address;
      if (!address || hasBegun) return;
      hasBegun = true;
      signsIn();
    },
    comesBack
  };
}
