import { cleanText } from './cleanText';
import type { Leg } from './leg';

export const PREFIX = 'Participant.';

type Data = Readonly<Record<string, unknown>>;

/**
 * The data behind the `Participant.*` attributes of a leg: the contact's row for outbound dialing, participant data for
 * all others. On a clash of keys the customer wins, then the leg, then the others, newest first.
 */
export interface ParticipantData {
  /** Strongest first. */
  sources: readonly Data[];
  /** Lower-case key → value; worked out when a name is not found as it is spelled. */
  folded?: ReadonlyMap<string, string>;
}

export const participantData = (leg: Leg): ParticipantData => ({ sources: sourcesOf(leg) });

function sourcesOf({ type, context, customer, facts, conversation }: Leg): Data[] {
  if (type === 'dialing') return context.contactColumns ? [context.contactColumns] : [];
  const sources: Data[] = [];
  const theirs = customer?.now;
  if (theirs?.attributes) sources.push(theirs.attributes);
  if (facts.attributes && facts !== theirs) sources.push(facts.attributes);
  for (let index = conversation.participants.length - 1; index >= 0; index--) {
    const { now } = conversation.participants[index]!;
    if (now.attributes && now !== facts && now !== theirs) sources.push(now.attributes);
  }
  return sources;
}

/** All of it, under full attribute names. */
export function allData({ sources }: ParticipantData): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const source of sources) {
    for (const key of Object.keys(source)) {
      const value = asText(source[key]);
      if (value === undefined) continue;
      if (!all.has(PREFIX + key)) all.set(PREFIX + key, value);
    }
  }
  return all;
}

/** One value: exact key, then ignoring case, then with the prefix `context.` that chat widgets put before keys. */
export function valueOf(data: ParticipantData, key: string): string | undefined {
  const exact = exactValue(data, key);
  if (exact !== undefined) return exact;
  data.folded ??= fold(data.sources);
  const lower = key.toLowerCase();
  return (
    data.folded.get(lower) ??
    exactValue(data, `context.${key}`) ??
    data.folded.get(`context.${lower}`)
  );
}

function exactValue({ sources }: ParticipantData, key: string): string | undefined {
  for (const source of sources) {
    const value = asText(source[key]);
    if (value !== undefined) return value;
  }
  return undefined;
}

function fold(sources: readonly Data[]): Map<string, string> {
  const folded = new Map<string, string>();
  for (const source of sources) {
    for (const key of Object.keys(source)) {
      const lower = key.toLowerCase();
      const value = folded.has(lower) ? undefined : asText(source[key]);
      if (value !== undefined) folded.set(lower, value);
    }
  }
  return folded;
}

/** Genesys Cloud documents texts; numbers and booleans are tolerated, lists and objects have no readable text. */
function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return cleanText(value) || undefined;
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}
