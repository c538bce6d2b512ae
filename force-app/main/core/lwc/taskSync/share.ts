import type { Choices } from './journal';
import type { LegStatus } from './status';

/** The part of BroadcastChannel that is needed. */
export interface Channel {
  postMessage(message: unknown): void;
  onmessage: ((event: { data: unknown }) => void) | null;
  close(): void;
}

type Message =
  | { type: 'ask' }
  | { type: 'status'; key: string; status: LegStatus | undefined }
  | { type: 'choices'; key: string; choices: Choices }
  | { type: 'retry'; key?: string };

export interface ShareOptions {
  /** Undefined where the browser has none: then followers show nothing of what is saved. */
  channel: Channel | undefined;
  isWriter: () => boolean;
  /** The writer's statuses, for a tab that has just been opened. */
  statuses: () => LegStatus[];
  /** Follower: the writer's status of a leg; undefined: the leg is forgotten. */
  onStatus: (key: string, status: LegStatus | undefined) => void;
  /** Any tab: the agent typed or chose something in another tab. */
  onChoices: (key: string, choices: Choices) => void;
  /** Writer: the agent asked a follower to try again. */
  onRetry: (key?: string) => void;
}

export interface Share {
  /** Follower: ask the writer for everything. */
  ask(): void;
  status(key: string, status: LegStatus | undefined): void;
  choices(key: string, choices: Choices): void;
  retry(key?: string): void;
  close(): void;
}

/** What the tabs of one user tell each other. Nobody depends on it: it only saves re-reading. */
export function shareAmongTabs(options: ShareOptions): Share {
  const { channel, isWriter } = options;
  const post = (message: Message): void => channel?.postMessage(message);

  function receive(message: Message): void {
    if (message.type === 'choices') options.onChoices(message.key, message.choices);
    if (!isWriter()) {
      if (message.type === 'status') options.onStatus(message.key, message.status);
    } else if (message.type === 'retry') {
      options.onRetry(message.key);
    } else if (message.type === 'ask') {
      for (const status of options.statuses()) post({ type: 'status', key: status.key, status });
    }
  }

  if (channel) channel.onmessage = ({ data }) => receive(data as Message);

  return {
    ask: () => post({ type: 'ask' }),
    status: (key, status) => post({ type: 'status', key, status }),
    choices: (key, choices) => post({ type: 'choices', key, choices }),
    retry: (key) => post({ type: 'retry', key }),
    close: () => channel?.close()
  };
}
