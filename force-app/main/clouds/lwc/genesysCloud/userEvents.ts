import { cleanText, familyOfTopic } from 'c/interaction';
import type { GenesysEvent, UserPresence } from './events';
import type { Frame } from './frame';

/** Several topics of one user as one subscription (its id may have 200 characters). */
export function userTopics(userId: string): string[] {
  return [`v2.users.${userId}?conversations&presence&routingStatus&station`];
}

type Reader = (
  body: Record<string, unknown>,
  at: number,
  topic: string
) => GenesysEvent | undefined;

/** By what follows the user's id in the topic; the server spells it with and without capitals. */
const READERS: Record<string, Reader> = {
  conversations(payload, at, topic) {
    if (typeof payload.id !== 'string') return undefined;
    const family = familyOfTopic(topic);
    return { type: 'conversation', payload, from: 'topic', at, ...(family && { family }) };
  },
  presence: (body) => {
    const presence = presenceOf(body);
    return presence && { type: 'presence', presence };
  },
  routingstatus: (body) => routingStatusOf(inner(body, 'routingStatus')),
  station: (body) => stationOf(body)
};

/**
 * @returns the event, `undefined` for topics that are none of ours, or why the frame is no good
 */
export function eventOf(
  { topic, body }: Frame,
  at: number
): GenesysEvent | { malformed: string } | undefined {
  const [, kind = ''] = /^v2\.users\.[^.]+\.([^.]+)/.exec(topic) ?? [];
  const read = READERS[kind.toLowerCase()];
  if (!read) return undefined;
  // A station's body is null when the user has none.
  if (!isRecord(body) && !(kind === 'station' && body == null)) {
    return { malformed: `${kind}: no eventBody` };
  }
  return (
    read(isRecord(body) ? body : {}, at, topic) ?? { malformed: `${kind}: unreadable eventBody` }
  );
}

/** Of `UserPresence`, from the topic, `users/me` or a search. */
export function presenceOf(body: unknown): UserPresence | undefined {
  const definition = inner(body, 'presenceDefinition');
  const { id, systemPresence } = definition ?? {};
  if (typeof id !== 'string' || typeof systemPresence !== 'string') return undefined;
  const since = (body as Record<string, unknown>).modifiedDate;
  return { id, system: systemPresence, ...(typeof since === 'string' && { since }) };
}

export function routingStatusOf(body: unknown): GenesysEvent | undefined {
  if (!isRecord(body) || typeof body.status !== 'string') return undefined;
  const { status, startTime } = body;
  return {
    type: 'routingStatus',
    status,
    ...(typeof startTime === 'string' && { since: startTime })
  };
}

export function stationOf(body: unknown): GenesysEvent {
  const { id, name } = inner(body, 'effectiveStation') ?? inner(body, 'associatedStation') ?? {};
  if (typeof id !== 'string') return { type: 'station' };
  return {
    type: 'station',
    station: { id, name: typeof name === 'string' ? cleanText(name) : id }
  };
}

function inner(body: unknown, key: string): Record<string, unknown> | undefined {
  const value = isRecord(body) ? body[key] : undefined;
  return isRecord(value) ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
