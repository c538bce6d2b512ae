import type { Timers } from 'c/ports';
import type { Fields, SaveFailure } from 'c/taskSync';
import { TRANSCRIPT_FIELDS, createTranscripts, inOrder, lineOf, readMessages } from '../transcript';
import type {
  FoundPart,
  SavedPart,
  TextAnswer,
  TextSource,
  TranscriptGateway,
  TranscriptsOptions
} from '../transcript';

/** Time that moves when the test says so. */
export function virtualTime() {
  let now = 0;
  let next = 1;
  const due = new Map<number, { at: number; run: () => void }>();
  const timers: Timers = {
    set(run, ms) {
      due.set(next, { at: now + ms, run });
      return next++;
    },
    clear: (timer) => void due.delete(timer as number)
  };
  return {
    timers,
    pending: () => due.size,
    async pass(ms: number): Promise<void> {
      const until = now + ms;
      await settle();
      for (;;) {
        const first = [...due]
          .filter(([, { at }]) => at <= until)
          .sort((a, b) => a[1].at - b[1].at || a[0] - b[0])[0];
        if (!first) break;
        due.delete(first[0]);
        now = Math.max(now, first[1].at);
        first[1].run();
        await settle();
      }
      now = until;
    }
  };
}

export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

export type Verb = 'create' | 'update' | 'find';
export interface Write {
  verb: Verb;
  key: string;
  text: string;
}
/** What to do with a request: refuse it, or carry it out and lose the answer. */
export type Fate = SaveFailure | 'lost' | 'hang' | undefined;

const { key: KEY, text: TEXT } = TRANSCRIPT_FIELDS;

/** An org that keeps transcript records, with a unique key and texts trimmed, as Salesforce does. */
export function memoryOrg(limit = Infinity) {
  const records = new Map<string, Fields>();
  const writes: Write[] = [];
  const inFlight = new Set<string>();
  const violations: string[] = [];
  let fate: (verb: Verb, key: string) => Fate = () => undefined;

  const text = (fields: Fields): string => String(fields[TEXT] ?? '');
  async function carry<Answer>(
    verb: Verb,
    key: string,
    value: string,
    run: () => Answer
  ): Promise<Answer | { ok: false; failure: SaveFailure }> {
    if (inFlight.has(key)) violations.push(`two in flight for ${key}`);
    inFlight.add(key);
    writes.push({ verb, key, text: value });
    if (value.replace(/\n/g, '\r\n').length > limit) violations.push('too long');
    const end = fate(verb, key);
    await Promise.resolve();
    if (end === 'hang') {
      // The request times out; whoever asks next asks alone.
      inFlight.delete(key);
      return new Promise(() => undefined);
    }
    const answer = end === undefined || end === 'lost' ? run() : undefined;
    await Promise.resolve();
    inFlight.delete(key);
    if (end === 'lost') return { ok: false, failure: { type: 'unknown_outcome', message: '' } };
    return answer ?? { ok: false, failure: end as SaveFailure };
  }

  const gateway: TranscriptGateway = {
    create: (fields) =>
      carry('create', String(fields[KEY]), text(fields), (): SavedPart => {
        const holder = [...records].find(([, record]) => record[KEY] === fields[KEY]);
        if (holder) {
          const message = `duplicates value on record with id: ${holder[0]}`;
          return { ok: false, failure: { type: 'duplicate', message, recordId: holder[0] } };
        }
        const recordId = `a05${String(records.size + 1).padStart(15, '0')}`;
        records.set(recordId, { ...fields });
        return { ok: true, recordId };
      }),
    update: (recordId, fields) =>
      carry('update', String(records.get(recordId)?.[KEY]), text(fields), (): SavedPart => {
        const record = records.get(recordId);
        if (!record) return { ok: false, failure: { type: 'reference', message: '' } };
        if (text(record) === text(fields)) violations.push('a write without a difference');
        records.set(recordId, { ...record, ...fields });
        return { ok: true, recordId };
      }),
    find: (key) =>
      carry('find', key, '', (): FoundPart => {
        const [recordId, record] = [...records].find(([, one]) => one[KEY] === key) ?? [];
        return recordId && record
          ? { ok: true, recordId, text: text(record).replace(/\n/g, '\r\n').trim() }
          : { ok: true };
      })
  };

  return {
    gateway,
    records,
    writes,
    violations,
    fail(next: (verb: Verb, key: string) => Fate): void {
      fate = next;
    },
    /** The texts of one leg's records, first part first. */
    texts: (leg: string): string[] =>
      [...records.values()]
        .filter((record) => String(record[KEY]).startsWith(`${leg}:`))
        .sort((a, b) => Number(a.Part__c) - Number(b.Part__c))
        .map(text)
  };
}

export interface Message {
  id: string;
  /** Seconds after the conversation's start. */
  at: number;
  text: string;
}

const START = Date.parse('2026-03-02T15:00:00.000Z');

const dataOf = ({ id, at, text }: Message) => ({
  id,
  timestamp: new Date(START + at * 1000).toISOString(),
  status: 'received',
  direction: 'inbound',
  normalizedMessage: { type: 'Text', text }
});

/** Genesys Cloud's texts, as far as they are there. */
export function textServer() {
  const messages = new Map<string, Message>();
  const asked: string[][] = [];
  let answer: (() => TextAnswer | undefined) | undefined;
  const source: TextSource = {
    async messages(_conversationId, ids) {
      asked.push([...ids]);
      const told = answer?.();
      if (told) return told;
      const value = ids.flatMap((id) => messages.get(id) ?? []).map(dataOf);
      return { ok: true, value };
    },
    async recordings() {
      asked.push(['recordings']);
      return answer?.() ?? { ok: true, value: [] };
    },
    async emails() {
      asked.push(['emails']);
      return answer?.() ?? { ok: true, value: [] };
    }
  };
  return {
    source,
    asked,
    add: (...list: Message[]): void => {
      for (const one of list) messages.set(one.id, one);
    },
    answerWith(next: typeof answer): void {
      answer = next;
    }
  };
}

/** The whole transcript, worked out the simple way. */
export function transcriptOf(list: readonly Message[]): string {
  const said = readMessages(list.map(dataOf), { customer: 'Blanche', users: {} });
  return inOrder(said.map((one) => lineOf(one, 'UTC')))
    .map(({ text }) => `${text}\n`)
    .join('');
}

export const CONVERSATION = 'c0000000-0000-4000-8000-000000000001';
export const LEG = `${CONVERSATION}:p-agent`;

export function setUp(options: Partial<TranscriptsOptions> = {}) {
  const time = virtualTime();
  const org = memoryOrg(options.limit);
  const server = textServer();
  const told: [string, string | undefined][] = [];
  const refused: string[] = [];
  const start = () => {
    const transcripts = createTranscripts({
      gateway: org.gateway,
      source: server.source,
      timers: time.timers,
      random: () => 0.5,
      timeZone: 'UTC',
      onRecord: (key, recordId) => told.push([key, recordId]),
      onRefused: (_key, detail) => refused.push(detail),
      ...options
    });
    transcripts.start();
    return transcripts;
  };
  let transcripts = start();
  return {
    time,
    org,
    server,
    told,
    refused,
    transcripts: () => transcripts,
    /** The page is loaded again: nothing is remembered. */
    reload(): void {
      transcripts.stop();
      transcripts = start();
    },
    async follow(list: readonly Message[], { ended = false, key = LEG } = {}): Promise<void> {
      transcripts.follow({
        key,
        conversationId: CONVERSATION,
        source: 'messages',
        tokens: list.map(({ id }) => id),
        ended,
        parties: { customer: 'Blanche', users: {} }
      });
      await settle();
    }
  };
}
