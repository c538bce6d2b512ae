import { backoff } from 'c/ports';
import type { Timers } from 'c/ports';
import { sameAsRead, type Fields } from './fields';
import type { ReadResult, TaskGateway } from './gateway';
import { choiceFields, type ChoiceField, type Choices, type Journal } from './journal';
import { saysOfRecord } from './proving';
import { createRequests } from './requests';
import { RETRY } from './retryPolicy';

export interface RecallOptions {
  gateway: TaskGateway;
  journal: Pick<Journal, 'entry'>;
  timers: Timers;
  random: () => number;
  answerWithinMs: number;
  keyField: string;
  /** Does this page know the choices of this leg by itself? */
  isKnown(key: string): boolean;
  /** Undefined: they can't be read, and what was chosen is not known. */
  onRead(key: string, read: { fields: Fields; choices: Choices } | undefined): void;
}

export interface Recall {
  /**
   * Does the Task hold what the agent typed or chose, and this page not know it? It is asked for.
   * Until it is there this leg must not be drafted: its draft would lack it.
   */
  isOpen(key: string): boolean;
  /** Look again: something changed. */
  forget(key: string): void;
  stop(): void;
}

/** To show the name of a chosen record and not its id. */
const names = { WhoId: ['Who.Name', 'whoName'], WhatId: ['What.Name', 'whatName'] } as const;

function toChoices(chosen: readonly ChoiceField[], read: Fields): Choices {
  const choices: Choices = {};
  for (const field of chosen) {
    if (read[field] === undefined) continue;
    choices[choiceFields[field]] = String(read[field] ?? '');
    if (field === 'Description') continue;
    const [path, name] = names[field];
    if (typeof read[path] === 'string') choices[name] = read[path];
  }
  return choices;
}

/** What was typed or chosen is kept here only until the Task holds it; from then on it is read there. */
export function createRecall(options: RecallOptions): Recall {
  const { gateway, journal, timers, random, answerWithinMs, keyField, isKnown, onRead } = options;
  const looked = new Map<string, 'open' | 'done'>();
  const waits = new Set<unknown>();
  let isStopped = false;

  const requests = createRequests(gateway, timers, answerWithinMs, (key, event) => {
    if (event.type === 'read') answered(key, event.n, event.result);
  });

  function ask(key: string, attempt: number): boolean {
    const { taskId, chosen } = journal.entry(key) ?? {};
    if (!taskId || !chosen?.length) return false;
    const more = chosen.flatMap((field) => (field === 'Description' ? [] : [names[field][0]]));
    const fields = [keyField, ...chosen, ...more];
    requests.send(key, { type: 'read', n: attempt, taskId, fields });
    return true;
  }

  function finish(key: string, read?: { fields: Fields; choices: Choices }): void {
    looked.set(key, 'done');
    onRead(key, read);
  }

  function answered(key: string, attempt: number, result: ReadResult): void {
    if (isStopped || looked.get(key) !== 'open') return;
    if (result.ok) {
      const { chosen = [] } = journal.entry(key) ?? {};
      if (!sameAsRead(key, result.fields[keyField])) return finish(key);
      const there = chosen.filter((field) => result.fields[field] !== undefined);
      const fields = Object.fromEntries(
        there.map((field) => [field, result.fields[field] ?? null])
      );
      return finish(key, { fields, choices: toChoices(there, result.fields) });
    }
    if (saysOfRecord(result.failure)) return finish(key);
    const wait = timers.set(
      () => {
        waits.delete(wait);
        if (!ask(key, attempt + 1)) finish(key);
      },
      backoff(RETRY, attempt, random(), result.failure.retryAfterMs)
    );
    waits.add(wait);
    return undefined;
  }

  return {
    isOpen(key) {
      const state = looked.get(key);
      if (state) return state === 'open';
      if (isStopped) return false;
      const isAsked = !isKnown(key) && ask(key, 1);
      looked.set(key, isAsked ? 'open' : 'done');
      return isAsked;
    },
    forget: (key) => void looked.delete(key),
    stop() {
      isStopped = true;
      for (const wait of waits) timers.clear(wait);
      waits.clear();
    }
  };
}
