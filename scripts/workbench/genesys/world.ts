import { createChannels } from './channels';
import type { Channels } from './channels';
import { systemClock } from './clock';
import type { Clock } from './clock';
import { createConversations } from './conversations';
import type { Conversations } from './conversations';
import { createFaults } from './faults';
import type { Faults } from './faults';
import { idsFrom } from './ids';
import type { Ids } from './ids';
import { noticesOf } from './notices';
import { createRateLimit } from './rateLimit';
import type { RateLimit } from './rateLimit';
import { permissions, users } from './roster';
import { defaultSettings } from './settings';
import type { Settings } from './settings';
import { createTokens } from './tokens';
import type { Tokens } from './tokens';

export interface WorldOptions {
  clock?: Clock;
  /** Yields numbers in [0, 1). */
  random?: () => number;
  settings?: Partial<Settings>;
}

/** Everything the simulated organization consists of, without any HTTP. */
export interface World {
  clock: Clock;
  ids: Ids;
  settings: Settings;
  conversations: Conversations;
  tokens: Tokens;
  channels: Channels;
  faults: Faults;
  limits: RateLimit;
  /** By user id. */
  permissions: Map<string, Set<string>>;
  /** Grows with every change of a conversation or an agent. */
  version(): number;
  reset(): void;
}

export function createWorld(options: WorldOptions): World {
  const clock = options.clock ?? systemClock;
  const ids = idsFrom(options.random ?? Math.random);
  const start: Settings = { ...defaultSettings, ...options.settings };
  const settings: Settings = { ...start };
  const faults = createFaults(clock);
  const channels = createChannels({ clock, ids, settings, faults });
  const tokens = createTokens(clock, ids, settings, (token) => channels.endOfToken(token.value));
  let version = 0;
  const conversations = createConversations({
    clock,
    ids,
    settings,
    tell(change) {
      version += 1;
      for (const notice of noticesOf(change)) channels.publish(notice.topic, notice.body);
    }
  });
  const limits = createRateLimit(clock, settings);
  const granted = new Map<string, Set<string>>();
  const grant = () => {
    for (const user of users) granted.set(user.id, new Set(Object.values(permissions)));
  };
  grant();

  return {
    clock,
    ids,
    settings,
    conversations,
    tokens,
    channels,
    faults,
    limits,
    permissions: granted,
    version: () => version,
    reset() {
      Object.assign(settings, start);
      conversations.reset();
      channels.reset();
      tokens.reset();
      faults.clear();
      limits.reset();
      grant();
      version += 1;
    }
  };
}
