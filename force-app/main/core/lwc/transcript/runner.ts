import type { Timers } from 'c/ports';
import type { Effect, Fetched, FetchProblem, ThreadEvent } from './effects';
import type { SavedPart, TextAnswer, TextSource, TranscriptGateway } from './gateway';
import { lineOf } from './line';
import type { Said } from './line';
import { idsIn, readMessages } from './readMessages';
import { readEmails } from './readEmails';
import { readRecordings } from './readRecordings';
import { reduce } from './reduce';
import type { Parties } from './sender';
import { PART_LIMIT } from './split';
import { newThread, partKey } from './thread';
import type { Source, Thread } from './thread';

export interface TranscriptsOptions {
  gateway: TranscriptGateway;
  source: TextSource;
  timers: Timers;
  /** [0, 1) */
  random: () => number;
  /** IANA name for the times of the lines; absent: the browser's own. */
  timeZone?: string;
  /** Most characters of a record. Default 131,072. */
  limit?: number;
  /** A request that has not been answered after this many ms counts as of unknown outcome. Default 60 000. */
  answerWithinMs?: number;
  /** The first record of this leg's transcript exists now, or not any more. */
  onRecord(key: string, recordId: string | undefined): void;
  /** A record was refused and waits for a change; `detail`: Salesforce's words. */
  onRefused?(key: string, detail: string): void;
}

/** What the session knows of a leg whose transcript is wanted. */
export interface Followed {
  /** conversationId:participantId */
  key: string;
  conversationId: string;
  source: Source;
  /** What can be read by now, each told once or many times; for `messages` their ids. */
  tokens: readonly string[];
  ended: boolean;
  parties: Parties;
}

/** Keeps one transcript a leg in Salesforce, in as many records as it takes. */
export interface Transcripts {
  /** This tab writes: what is followed from now on is read and kept. */
  start(): void;
  /** Another tab writes, or the agent left: everything is forgotten, nothing more is written. */
  stop(): void;
  /** Cheap to repeat: only news has an effect. Ignored while stopped. */
  follow(followed: Followed): void;
  /** Id of the first record. */
  recordId(key: string): string | undefined;
  /** This conversation is watched no longer. */
  forget(conversationId: string): void;
  /** The network is back or the agent signed in again. */
  resume(): void;
  /** What was refused may be accepted now. */
  retry(): void;
}

interface Kept {
  thread: Thread;
  parties: Parties;
}

const ANSWER_WITHIN_MS = 60_000;

/** Runs the reducer of each conversation: carries out its effects and hands the answers back. */
export function createTranscripts(options: TranscriptsOptions): Transcripts {
  const { gateway, source, timers, random, timeZone, onRecord } = options;
  const { limit = PART_LIMIT, answerWithinMs = ANSWER_WITHIN_MS } = options;
  const kept = new Map<string, Kept>();
  const waits = new Map<string, unknown>();
  let isRunning = false;
  /** What this user may not read is not asked for again, conversation by conversation. */
  const denied = new Set<Source>();
  /** Answers of an earlier life find their conversation gone. */
  let life = 0;

  function dispatch(conversationId: string, event: ThreadEvent): void {
    const before = kept.get(conversationId);
    if (!before) return;
    const { thread, effects } = reduce(before.thread, event, { roll: random(), limit });
    kept.set(conversationId, { ...before, thread });
    for (const effect of effects) carryOut(conversationId, effect);
    for (const key of Object.keys(thread.legs)) {
      const id = firstId(thread, key);
      if (id !== firstId(before.thread, key)) onRecord(key, id);
    }
  }

  function carryOut(conversationId: string, effect: Effect): void {
    if (effect.type === 'wait') return wait(conversationId, effect.slot, effect.ms);
    const mine = life;
    const answer = (event: ThreadEvent): void => {
      if (mine === life) dispatch(conversationId, event);
    };
    if (effect.type === 'fetch') {
      const { n, tokens } = effect;
      const { thread, parties } = kept.get(conversationId) as Kept;
      const asking = () => ask(source, thread.source, conversationId, tokens);
      void within(asking, unreachable).then((result) => {
        if (!result.ok && result.problem.type === 'forbidden') denied.add(thread.source);
        answer({
          type: 'fetched',
          n,
          result: fetchedFrom(thread.source, result, tokens, parties, timeZone)
        });
      });
      return;
    }
    const { key, part, n } = effect;
    if (effect.type === 'find') {
      void within(() => gateway.find(partKey(key, part)), unanswered).then((result) =>
        answer({ type: 'found', key, part, n, result })
      );
      return;
    }
    const saving = (): Promise<SavedPart> =>
      effect.type === 'create'
        ? gateway.create(effect.fields)
        : gateway.update(effect.recordId, effect.fields);
    void within(saving, unanswered).then((result) => {
      answer({ type: 'saved', key, part, n, result });
      sayRefused(conversationId, key, part, result);
    });
  }

  function sayRefused(id: string, key: string, part: number, result: SavedPart): void {
    const gate = kept.get(id)?.thread.legs[key]?.parts[part]?.gate;
    if (!result.ok && gate === 'refused') options.onRefused?.(key, result.failure.message);
  }

  function wait(conversationId: string, slot: string, ms: number): void {
    const name = `${conversationId} ${slot}`;
    timers.clear(waits.get(name));
    waits.set(
      name,
      timers.set(() => {
        waits.delete(name);
        dispatch(conversationId, { type: 'timer', slot });
      }, ms)
    );
  }

  /** An answer that never comes, or a promise that rejects after all, is a value too. */
  function within<Answer>(asking: () => Promise<Answer>, otherwise: Answer): Promise<Answer> {
    return new Promise((resolve) => {
      const timer = timers.set(() => resolve(otherwise), answerWithinMs);
      const settle = (answer: Answer): void => {
        timers.clear(timer);
        resolve(answer);
      };
      try {
        asking().then(settle, () => settle(otherwise));
      } catch {
        settle(otherwise);
      }
    });
  }

  const all = (event: ThreadEvent): void => {
    for (const id of [...kept.keys()]) dispatch(id, event);
  };

  return {
    start() {
      isRunning = true;
    },
    stop() {
      isRunning = false;
      life += 1;
      for (const timer of waits.values()) timers.clear(timer);
      waits.clear();
      kept.clear();
      denied.clear();
    },
    follow({ conversationId, parties, key, tokens, ended, source: from }) {
      if (!isRunning || denied.has(from)) return;
      const thread = kept.get(conversationId)?.thread ?? newThread(conversationId, from);
      kept.set(conversationId, { thread, parties });
      dispatch(conversationId, { type: 'told', key, tokens, ended });
    },
    recordId(key) {
      const colon = key.indexOf(':');
      const thread = kept.get(key.slice(0, colon))?.thread;
      return thread && firstId(thread, key);
    },
    forget(conversationId) {
      kept.delete(conversationId);
      for (const [name, timer] of [...waits]) {
        if (!name.startsWith(`${conversationId} `)) continue;
        timers.clear(timer);
        waits.delete(name);
      }
    },
    resume: () => all({ type: 'resume' }),
    retry() {
      denied.clear();
      all({ type: 'retry' });
    }
  };
}

function firstId(thread: Thread, key: string): string | undefined {
  const first = thread.legs[key]?.parts[0];
  return first?.stage === 'gone' ? undefined : first?.recordId;
}

const unanswered = {
  ok: false as const,
  failure: { type: 'unknown_outcome' as const, message: '' }
};
const unreachable: TextAnswer = { ok: false, problem: { type: 'unreachable' } };

function ask(
  source: TextSource,
  from: Source,
  conversationId: string,
  tokens: readonly string[]
): Promise<TextAnswer> {
  if (from === 'messages') return source.messages(conversationId, tokens);
  return from === 'recordings' ? source.recordings(conversationId) : source.emails(conversationId);
}

/** Types of `GenesysProblem`; any other is worth another try. */
const PROBLEMS: Readonly<Record<string, FetchProblem['type']>> = {
  forbidden: 'denied',
  not_found: 'final',
  refused: 'final',
  unsupported: 'final',
  unexpected: 'final',
  throttled: 'throttled',
  signed_out: 'signed_out'
};

function fetchedFrom(
  from: Source,
  answer: TextAnswer,
  tokens: readonly string[],
  parties: Parties,
  timeZone: string | undefined
): Fetched {
  if (!answer.ok) {
    const { type, retryAfterMs } = answer.problem;
    return {
      answered: [],
      lines: [],
      problem: { type: PROBLEMS[type] ?? 'later', ...(retryAfterMs ? { retryAfterMs } : {}) }
    };
  }
  const said: Said[] = READERS[from](answer.value ?? [], parties);
  return {
    answered: ANSWERED[from](answer.value ?? [], tokens, said),
    lines: said.map((one) => lineOf(one, timeZone))
  };
}

const READERS: Readonly<Record<Source, (values: readonly unknown[], parties: Parties) => Said[]>> =
  {
    messages: readMessages,
    recordings: readRecordings,
    emails: readEmails
  };

type Answered = (
  values: readonly unknown[],
  tokens: readonly string[],
  said: readonly Said[]
) => readonly string[];

const ANSWERED: Readonly<Record<Source, Answered>> = {
  messages: (values) => idsIn(values),
  // A recording that is not made yet answers with nothing.
  recordings: (_values, tokens, said) => (said.length > 0 ? tokens : []),
  emails: (_values, tokens) => tokens
};
