import type { RecordRepresentation } from 'lightning/uiRecordApi';

/** What a wire last learned: data, or why there is none. */
export type Outcome = { data: unknown } | { error: FetchResponse };

export interface Question {
  /** Equal questions share one cached answer. */
  key: string;
  /** Milliseconds an answer is believed without asking again. */
  keepFor: number;
  load(): Promise<unknown>;
  /**
   * What becomes of an answer when a record was written by this page. undefined: nothing;
   * 'reload': the org must be asked.
   */
  onRecord?(data: unknown, record: RecordRepresentation): unknown;
  /** Whether an answer holds a record of this id. */
  holds?(data: unknown, recordId: string): boolean;
}

interface Resource {
  question: Question;
  outcome?: Outcome;
  loadedAt: number;
  loading?: Promise<void>;
  /** Each with the text of what it was told last: what a refresh found unchanged is no news. */
  watchers: Map<(outcome: Outcome) => void, string>;
}

/**
 * The page's copy of what it read, as Lightning Data Service keeps one: equal questions are asked
 * once, answers are shared, and a write through this page reaches every wire that shows the record.
 */
const resources = new Map<string, Resource>();

/** Calls back now when an answer is at hand, and on every change, until the returned function is called. */
export function watch(question: Question, onOutcome: (outcome: Outcome) => void): () => void {
  const resource: Resource = resources.get(question.key) ?? {
    question,
    loadedAt: -Infinity,
    watchers: new Map()
  };
  resources.set(question.key, resource);
  resource.watchers.set(onOutcome, '');
  if (resource.outcome && 'data' in resource.outcome && isFresh(resource)) tell(resource);
  else void load(resource);
  return () => resource.watchers.delete(onOutcome);
}

/**
 * Asks the org again; settles when the watchers have the answer.
 * @param tellAgain also an answer equal to the one before
 */
export async function reload(key: string, tellAgain = false): Promise<void> {
  const resource = resources.get(key);
  if (!resource) return;
  // An answer already on its way may be older than what made the caller ask.
  await resource.loading;
  if (tellAgain) for (const watcher of resource.watchers.keys()) resource.watchers.set(watcher, '');
  await load(resource);
}

/** A write through this page came back with the record as it is now. */
export function recordWritten(record: RecordRepresentation): void {
  for (const resource of holding(record.id)) {
    const { question, outcome } = resource;
    if (!outcome || !('data' in outcome)) continue;
    const next = question.onRecord?.(outcome.data, record);
    if (next === 'reload') refreshOrForget(resource);
    else if (next !== undefined) settle(resource, { data: next });
  }
}

/**
 * A record may not be as this page knows it: deleted, or changed by someone else. Who shows it is told
 * again before this settles, also without news.
 */
export async function recordStale(recordId: string): Promise<void> {
  await Promise.all([...holding(recordId)].map(refreshOrForget));
}

function* holding(recordId: string): Iterable<Resource> {
  for (const resource of resources.values()) {
    const { question, outcome } = resource;
    if (outcome && 'data' in outcome && question.holds?.(outcome.data, recordId)) yield resource;
  }
}

async function refreshOrForget(resource: Resource): Promise<void> {
  if (resource.watchers.size > 0) await reload(resource.question.key, true);
  else resources.delete(resource.question.key);
}

function isFresh({ loadedAt, question }: Resource): boolean {
  return performance.now() - loadedAt < question.keepFor;
}

function load(resource: Resource): Promise<void> {
  resource.loading ??= resource.question
    .load()
    .then(
      (data): Outcome => ({ data }),
      (error: FetchResponse): Outcome => ({ error })
    )
    .then((outcome) => {
      delete resource.loading;
      settle(resource, outcome);
    });
  return resource.loading;
}

function settle(resource: Resource, outcome: Outcome): void {
  resource.outcome = outcome;
  resource.loadedAt = performance.now();
  tell(resource);
}

function tell({ outcome, watchers }: Resource): void {
  if (!outcome) return;
  const text = JSON.stringify(outcome);
  for (const [watcher, told] of [...watchers]) {
    if (told === text || !watchers.has(watcher)) continue;
    watchers.set(watcher, text);
    watcher(outcome);
  }
}
