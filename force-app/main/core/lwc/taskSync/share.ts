import type { TabChannel } from 'c/ports';
import { isLegKey, isRecord, type OnDropped } from './checkedJson';
import { readShared, toShared, type SharedStatus } from './followerStatus';
import type { LegStatus } from './status';

/** Neither notes nor field values: whoever listens learns which legs there are, and how they stand. */
type Message =
  | { type: 'ask' }
  | { type: 'status'; status: SharedStatus }
  | { type: 'forgotten'; key: string }
  /** Choices of this leg are in the storage. */
  | { type: 'changed'; key: string }
  | { type: 'retry'; key?: string };

export interface ShareOptions {
  /** Undefined where the browser has none: then followers show nothing of what is saved. */
  channel: TabChannel | undefined;
  clock: () => number;
  isWriter: () => boolean;
  /** The writer's statuses, for a tab that has just been opened. */
  statuses: () => LegStatus[];
  /** Follower: the writer's status of a leg; undefined: the leg is forgotten. */
  onStatus: (key: string, status: SharedStatus | undefined) => void;
  /** Any tab: the agent typed or chose something in another tab; it can be read in the storage. */
  onChanged: (key: string) => void;
  /** Writer: the agent asked a follower to try again. */
  onRetry: (key?: string) => void;
  /** A message that none of our tabs sends. */
  onDropped?: OnDropped;
}

export interface Share {
  /** Follower: ask the writer for everything. */
  ask(): void;
  status(key: string, status: LegStatus | undefined): void;
  changed(key: string): void;
  retry(key?: string): void;
  close(): void;
}

/** What another tab said, rebuilt from what is known; undefined when it is no message of ours. */
function readMessage(data: unknown, now: number): Message | undefined {
  if (!isRecord(data)) return undefined;
  const { type, key } = data;
  if (type === 'ask') return { type };
  if (type === 'retry' && key === undefined) return { type };
  if (type === 'status') {
    const status = readShared(data.status, now);
    return status && { type, status };
  }
  const isAboutLeg = type === 'forgotten' || type === 'changed' || type === 'retry';
  return isAboutLeg && isLegKey(key) ? { type, key } : undefined;
}

/** What the tabs of one user tell each other. Nobody depends on it: it only saves re-reading. */
export function shareAmongTabs(options: ShareOptions): Share {
  const { channel, clock, isWriter, onDropped = () => {} } = options;

  /** A channel that was closed throws. */
  function post(message: Message): void {
    try {
      channel?.postMessage(message);
    } catch {
      onDropped('not sent');
    }
  }

  const say = (status: LegStatus): void => post({ type: 'status', status: toShared(status) });

  function toFollower(message: Message): void {
    if (message.type === 'status') options.onStatus(message.status.key, message.status);
    if (message.type === 'forgotten') options.onStatus(message.key, undefined);
  }

  function toWriter(message: Message): void {
    if (message.type === 'retry') options.onRetry(message.key);
    if (message.type === 'ask') options.statuses().forEach(say);
  }

  function receive(data: unknown): void {
    const message = readMessage(data, clock());
    if (!message) onDropped('message');
    else if (message.type === 'changed') options.onChanged(message.key);
    else if (isWriter()) toWriter(message);
    else toFollower(message);
  }

  if (channel) channel.onmessage = ({ data }) => receive(data);

  return {
    ask: () => post({ type: 'ask' }),
    status: (key, status) => (status ? say(status) : post({ type: 'forgotten', key })),
    changed: (key) => post({ type: 'changed', key }),
    retry: (key) => post(key === undefined ? { type: 'retry' } : { type: 'retry', key }),
    close: () => channel?.close()
  };
}
