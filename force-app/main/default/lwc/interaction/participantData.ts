import type { Facts } from './conversation';
import type { Leg } from './leg';

export const PREFIX = 'Participant.';

/**
 * The data that `Participant.*` attributes show: columns of the contact's row for outbound dialing, participant data for
 * all others. Keys as told; on a clash the customer wins, then the leg, then the others, newest first.
 */
export function participantData(leg: Leg): ReadonlyMap<string, string> {
  const data = new Map<string, string>();
  if (leg.type === 'dialing') {
    if (leg.context.contactColumns) add(data, leg.context.contactColumns);
    return data;
  }
  const { participants } = leg.conversation;
  addOf(data, leg.customer?.now);
  addOf(data, leg.facts);
  for (let index = participants.length - 1; index >= 0; index--) {
    const { now } = participants[index]!;
    if (now !== leg.facts && now !== leg.customer?.now) addOf(data, now);
  }
  return data;
}

function addOf(data: Map<string, string>, facts: Facts | undefined): void {
  if (facts?.attributes) add(data, facts.attributes);
}

function add(data: Map<string, string>, source: Readonly<Record<string, unknown>>): void {
  for (const key in source) {
    const value = asText(source[key]);
    if (value !== undefined && !data.has(key)) data.set(key, value);
  }
}

/** Genesys Cloud documents texts; numbers and booleans are tolerated, lists and objects have no readable text. */
function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}

/** Looks names up: exactly, then ignoring case, then with the prefix `context.` that chat widgets put before keys. */
export function participantLookup(
  data: ReadonlyMap<string, string>
): (name: string) => string | undefined {
  let folded: Map<string, string> | undefined;
  return (name) => {
    const exact = data.get(name);
    if (exact !== undefined || data.size === 0) return exact;
    folded ??= fold(data);
    const lower = name.toLowerCase();
    return folded.get(lower) ?? data.get(`context.${name}`) ?? folded.get(`context.${lower}`);
  };
}

function fold(data: ReadonlyMap<string, string>): Map<string, string> {
  const folded = new Map<string, string>();
  for (const [key, value] of data) {
    const lower = key.toLowerCase();
    if (!folded.has(lower)) folded.set(lower, value);
  }
  return folded;
}
