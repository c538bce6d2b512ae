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
  /** Full attribute names with their values; worked out when first asked for. */
  all?: ReadonlyMap<string, string>;
  /** Lower-case key → value; worked out when a name is not found as it is spelled. */
  folded?: ReadonlyMap<string, string>;
}

/** Attribute objects stay the same from snapshot to snapshot until they change, and with them what is worked out here. */
const known = new WeakMap<Data, ParticipantData>();

export function participantData(leg: Leg): ParticipantData {
  const sources = sourcesOf(leg);
  const first = sources[0];
  if (first === undefined) return { sources };
  const last = known.get(first);
  if (last && isSame(last.sources, sources)) return last;
  const data = { sources };
  known.set(first, data);
  return data;
}

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

function isSame(some: readonly Data[], others: readonly Data[]): boolean {
  return some.length === others.length && some.every((data, index) => data === others[index]);
}

/** All of it, under full attribute names. */
export function allData(data: ParticipantData): ReadonlyMap<string, string> {
  if (data.all) return data.all;
  const all = new Map<string, string>();
  for (const source of data.sources) {
    for (const key of Object.keys(source)) {
      const value = asText(source[key]);
      if (value === undefined) continue;
      const name = fullName(key);
      if (source === data.sources[0] || !all.has(name)) all.set(name, value);
    }
  }
  return (data.all = all);
}

/** One value: exact key, then ignoring case, then with the prefix `context.` that chat widgets put before keys. */
export function valueOf(data: ParticipantData, key: string): string | undefined {
  if (data.sources.length === 0) return undefined;
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

/** The same keys come with every snapshot: joining and hashing their names once is most of the work saved. */
const fullNames = new Map<string, string>();
const MOST_NAMES = 20_000;

function fullName(key: string): string {
  let name = fullNames.get(key);
  if (name === undefined) {
    if (fullNames.size >= MOST_NAMES) fullNames.clear();
    name = PREFIX + key;
    fullNames.set(key, name);
  }
  return name;
}
