import type { Clock, TextStorage, TimerId } from 'c/ports';
import type { ApiClient } from './sdk';

export interface Token {
  accessToken: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

export interface TokenHolder {
  /** The token in use. Whether its life is over, the server knows better than a clock that may be wrong. */
  current(): string | undefined;
  expiresAt(): number;
  set(token: Token): void;
  clear(): void;
  /** @returns the token this tab remembers, if any and still good */
  remembered(): Token | undefined;
}

export interface TokenParts {
  client: ApiClient;
  clock: Clock;
  storage?: TextStorage;
  /** Whose token: a changed setting must not pick up another organization's. */
  owner: string;
  /** Time to renew has come. */
  onDue(): void;
  /** Its life is over, as far as timers can tell: they stand still while the machine sleeps. */
  onExpired(accessToken: string): void;
}

const KEY = 'genesys-cloud-sign-in';
const RENEW_BEFORE = 5 * 60_000;
/** The longest delay that browsers keep: 2³¹ − 1 ms. */
const LONGEST_TIMER = 2_147_483_647;

/** Keeps the token in memory (and in this tab's storage when allowed) and watches its life. */
export function createToken(parts: TokenParts): TokenHolder {
  const { client, clock, storage, owner } = parts;
  let token: Token | undefined;
  let timers: TimerId[] = [];

  function stopTimers(): void {
    for (const timer of timers) clock.clear(timer);
    timers = [];
  }

  return {
    current: () => token?.accessToken,
    expiresAt: () => token?.expiresAt ?? 0,
    set(given) {
      stopTimers();
      token = given;
      client.setAccessToken(given.accessToken);
      remember(storage, owner, given);
      const life = given.expiresAt - clock.now();
      // A short-lived token is renewed after four fifths of its life.
      const due = life - Math.min(RENEW_BEFORE, life / 5);
      timers = [
        clock.set(parts.onDue, Math.min(due, LONGEST_TIMER)),
        clock.set(() => parts.onExpired(given.accessToken), Math.min(life, LONGEST_TIMER))
      ];
    },
    clear() {
      stopTimers();
      token = undefined;
      client.clearAuthData();
      forget(storage);
    },
    remembered: () => recall(storage, owner, clock.now())
  };
}

// Storage may be refused at any time (settings, private windows): then nothing is remembered.

function remember(storage: TextStorage | undefined, owner: string, token: Token): void {
  try {
    storage?.setItem(KEY, JSON.stringify({ owner, ...token }));
  } catch {
    forget(storage);
  }
}

function forget(storage: TextStorage | undefined): void {
  try {
    storage?.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}

function recall(storage: TextStorage | undefined, owner: string, now: number): Token | undefined {
  try {
    const kept = JSON.parse(storage?.getItem(KEY) ?? 'null') as (Token & { owner: string }) | null;
    if (kept?.owner !== owner || typeof kept.accessToken !== 'string') return undefined;
    return kept.expiresAt > now
      ? { accessToken: kept.accessToken, expiresAt: kept.expiresAt }
      : undefined;
  } catch {
    return undefined;
  }
}
