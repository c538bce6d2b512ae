import type { Media } from 'c/interaction';
import { backoff } from 'c/ports';
import type { BackoffPolicy, Timers } from 'c/ports';
import type { GenesysPort, HandledConversation } from './genesysPort';

export interface MissedInteractionsOptions {
  timers: Timers;
  watchMs: number;
  genesys: Pick<GenesysPort, 'handled'>;
  /** Interactions of mine that this tab does not know, until they have been read. */
  onMissed(conversations: HandledConversation[]): void;
  isKnown(conversationId: string): boolean;
  note(text: string): void;
}

/** Analytics know of an interaction some minutes after it happened: look again, and further back. */
const LAG_MS = 15 * 60_000;
const SECOND_LOOK_MS = 5 * 60_000;
/** All frames of a short call may get lost on a line that lives: nobody knows of it until somebody asks. */
const REGULAR_LOOK_MS = 60 * 60_000;
const RETRY: BackoffPolicy = { firstMs: 30_000, mostMs: 10 * 60_000, jitter: 0 };

/**
 * Interactions that the agent handled while no panel was there to see: closed, crashed, signed out,
 * offline. The live listing does not tell of those that have ended; analytics do.
 */
export function missedInteractions(options: MissedInteractionsOptions) {
  const { timers, note } = options;
  /** By Genesys's clock, ms epoch: everything before has been looked for. Ours may be set at any time. */
  let seenUntil: number | undefined;
  let isOver = false;
  let isLooking = false;
  let attempt = 0;
  let timer: unknown;
  /** Found, and not read yet: a look further on does not find them again. */
  const unread = new Map<string, Media>();

  async function look(isSecond = false): Promise<void> {
    if (isOver || isLooking) return;
    isLooking = true;
    timers.clear(timer);
    const since = seenUntil === undefined ? undefined : seenUntil - LAG_MS;
    const found = await options.genesys.handled(options.watchMs, since);
    isLooking = false;
    if (isOver) return;
    if (found.ok) {
      attempt = 0;
      seenUntil = found.value.until;
      for (const { conversationId, media } of found.value.conversations) {
        if (!options.isKnown(conversationId)) unread.set(conversationId, media);
      }
      if (unread.size > 0) note(`missed: ${unread.size}`);
      options.onMissed([...unread].map(([conversationId, media]) => ({ conversationId, media })));
      timer = timers.set(() => void look(true), isSecond ? REGULAR_LOOK_MS : SECOND_LOOK_MS);
      return;
    }
    const { type, retryAfterMs } = found.problem;
    // Said by the adapter, once.
    if (type === 'forbidden' || type === 'refused') isOver = true;
    else if (type !== 'signed_out') {
      timer = timers.set(() => void look(isSecond), backoff(RETRY, ++attempt, 0, retryAfterMs));
    }
  }

  return {
    look: (): void => void look(),
    wasRead: (conversationId: string): void => void unread.delete(conversationId),
    stop(): void {
      isOver = true;
      timers.clear(timer);
    }
  };
}

export type MissedInteractions = ReturnType<typeof missedInteractions>;
