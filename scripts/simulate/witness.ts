import { createJudge } from './judge';
import { wantedFields } from './wantedFields';
import { readConversation } from 'c/interaction';
import { KEY_FIELD } from './configuration';
import { keyOf, legsOf, type Call } from './contactCenter';
import { leastWrites } from './leastWrites';
import { ME } from './makePlan';
import { payloadOf } from './payloads';
import type { Dossier } from './dossier';
import { newDossier, plain } from './dossier';
import type { Truth, Witness, Violation, Sent, Violate } from './witnessTypes';

const minute = 60_000;
const GENESYS_PER_MINUTE = 300;
/** No agent's hands and no fault make this many; a loop without a pause does. */
const SALESFORCE_PER_MINUTE = 300;

/** What is right once stays right: participants do not leave, end or wrap up twice. */
const lasting: ReadonlySet<string> = new Set([
  'CallDurationInSeconds',
  'CallDisposition',
  'After_Call__c',
  'Queue__c',
  'Wait__c',
  'Start__c',
  'Status'
]);

/** In calm weather a draft is in the Task long before this, ms. */
const PROMPT = 30_000;
/** And a change that Genesys Cloud has told; this long after a fault everything runs again. */
const TOLD_WITHIN = 60_000;
const RECOVERED = 10 * minute;

export function createWitness(truth: Truth): Witness {
  const { now, center, org } = truth;
  const dossiers = new Map<string, Dossier>();
  const violations: Violation[] = [];
  const lags: number[] = [];
  /** Writes that have not been answered. */
  const open = new Map<string, Sent>();
  const notBefore = new Map<string, number>();
  const asked: Record<'genesys' | 'salesforce', number[]> = { genesys: [], salesforce: [] };
  let writes = 0;

  const violate: Violate = (rule, detail) => {
    if (violations.some((other) => other.rule === rule && other.detail === detail)) return;
    violations.push({ rule, detail });
    truth.log('!', `${rule}: ${detail}`);
  };

  const judge = createJudge(truth, violate);

  function dossierOf(key: string): Dossier {
    let dossier = dossiers.get(key);
    if (!dossier) {
      dossier = newDossier();
      dossiers.set(key, dossier);
    }
    return dossier;
  }

  function doubt({ key, fields }: Sent): void {
    const { doubted } = dossierOf(key);
    fields.forEach((field) => doubted.add(field));
  }

  function count(service: 'genesys' | 'salesforce', most: number): void {
    const times = asked[service];
    times.push(now());
    while (times[0]! <= now() - minute) times.shift();
    if (times.length === most + 1) violate('rate', `${most} requests a minute to ${service}`);
  }

  function refresh(call: Call): void {
    const legs = legsOf(call, ME);
    if (legs.length === 0) return;
    const reading = readConversation(payloadOf(call, 'C'));
    if (!('conversation' in reading)) throw new Error(`unreadable: ${JSON.stringify(reading)}`);
    for (const leg of legs) {
      const key = keyOf(call, leg);
      const dossier = dossierOf(key);
      const notes = dossier.notes?.excused ? undefined : dossier.notes?.text;
      const wanted = wantedFields(reading.conversation, key, notes, truth.configuration());
      for (const [field, value] of Object.entries(wanted)) {
        // Compared with what it said last, even if the field was hidden in between.
        if (plain(dossier.said[field]) === plain(value)) continue;
        dossier.said[field] = value;
        dossier.changedAt[field] = now();
      }
      dossier.wanted = wanted;
      settle(key, dossier);
    }
  }

  const differs = (dossier: Dossier, key: string): boolean => {
    const task = org.taskOf(key);
    return Object.entries(dossier.wanted).some(
      ([field, value]) => !(field in dossier.edits) && plain(task?.fields[field]) !== plain(value)
    );
  };

  function settle(key: string, dossier: Dossier): void {
    if (differs(dossier, key)) {
      dossier.behindSince ??= now();
    } else if (dossier.behindSince !== undefined) {
      const lag = now() - dossier.behindSince - truth.outage(dossier.behindSince, now());
      if (!dossier.wasRefused) lags.push(lag);
      dossier.behindSince = undefined;
      dossier.wasRefused = false;
    }
  }

  const callOf = (key: string): Call | undefined =>
    center.calls().find(({ id }) => key.startsWith(`${id}:`));

  return {
    sent(page, key, fields) {
      count('salesforce', SALESFORCE_PER_MINUTE);
      const early = (notBefore.get(`${page.name} ${key}`) ?? 0) > now();
      if (early) violate('retry_after_ignored', key);
      const sent = { page, key, at: now(), fields: Object.keys(fields ?? {}) };
      if (!fields) return sent;
      const other = open.get(key);
      if (other) {
        // A request that has not been answered within a minute was given up.
        const isOpen = other.page.isAlive() && now() - other.at < minute;
        if (isOpen && !(truth.multipleWriters && other.page !== page)) {
          violate('two_in_flight', key);
        }
        doubt(other);
      }
      open.set(key, sent);
      return sent;
    },
    answered(sent, failure) {
      // Of a read, or too late to tell the engine anything.
      if (open.get(sent.key) !== sent) return;
      open.delete(sent.key);
      const { doubted } = dossierOf(sent.key);
      if (!failure) sent.fields.forEach((field) => doubted.delete(field));
      else if (failure.type === 'unknown_outcome') doubt(sent);
    },
    executed(key, kind, fields, execute) {
      writes += 1;
      const dossier = dossierOf(key);
      const before = { ...org.taskOf(key)?.fields };
      const result = execute();
      if (kind === 'update' && result.ok) {
        const changes = Object.entries(fields).some(
          ([field, value]) => plain(before[field]) !== plain(value)
        );
        const excused =
          Object.keys(fields).some((field) => dossier.doubted.has(field)) ||
          dossier.wasAdopted ||
          truth.multipleWriters;
        if (!changes && !excused) {
          violate('write_without_difference', `${key} ${JSON.stringify(fields)}`);
        }
      }
      // What it brings may be what is wanted again by now: nobody knows that it is there.
      if (kind === 'late') Object.keys(fields).forEach((field) => dossier.doubted.add(field));
      if (!result.ok) {
        dossier.wasRefused = true;
        for (const { field } of result.failure.fields ?? []) dossier.refused.add(field);
      }
      // Who has no journal can't know that what it finds is newer than what it has in mind.
      const mayBeBlind = truth.storageRefused && dossier.wasAdopted;
      if (result.ok && kind !== 'late' && !truth.multipleWriters && !mayBeBlind) {
        for (const field of Object.keys(fields)) {
          const wanted = plain(dossier.wanted[field]);
          if (!lasting.has(field) || !(field in dossier.wanted)) continue;
          if (plain(before[field]) !== wanted) continue;
          if (plain(fields[field]) !== wanted) {
            violate('stale_overwrite', `${key} ${field} ${JSON.stringify(fields[field])}`);
          }
        }
      }
      settle(key, dossier);
      return result;
    },
    throttled(page, key, until) {
      notBefore.set(`${page.name} ${key}`, until);
    },
    adopted: (key) => void (dossierOf(key).wasAdopted = true),
    askedGenesys: () => count('genesys', GENESYS_PER_MINUTE),
    lostSocket(page, left) {
      if (left > 0 || !truth.isClosing() || !page.isAlive()) return;
      const calm = { margin: RECOVERED, closing: true };
      if (truth.isCalm(now(), now(), calm)) violate('gap', `${page.name} at a planned close`);
    },
    told(call) {
      const at = now();
      const { version } = call;
      truth.later(TOLD_WITHIN, () => {
        const calm = { margin: RECOVERED, closing: true };
        if (call.version !== version || !truth.isCalm(at, now(), calm)) return;
        if (truth.outage(at - RECOVERED, now()) > 0) return;
        for (const leg of legsOf(call, ME)) {
          const key = keyOf(call, leg);
          const dossier = dossierOf(key);
          if (dossier.deleted || dossier.wasRefused || dossier.refused.size > 0) continue;
          // Behind since then, not since the agent typed something a moment ago.
          const since = dossier.behindSince ?? Infinity;
          if (since <= at && differs(dossier, key)) violate('slow', key);
        }
      });
    },
    drafted(page, isWriter, key, draft) {
      if (!isWriter) return;
      const fields = { ...draft.fields };
      delete fields[KEY_FIELD];
      const { versions } = dossierOf(key);
      const version = { at: now(), fields };
      versions.push(version);
      truth.later(PROMPT, () => {
        const isNewest = versions.at(-1) === version;
        if (isNewest && page.isAlive() && truth.isCalm(version.at, now()))
          judge.judgeDraft(key, dossierOf(key), version);
      });
    },
    died(page, storage) {
      for (const [key, dossier] of dossiers) {
        const sent = open.get(key);
        if (sent?.page === page) doubt(sent);
        if (truth.storageRefused) dossier.wasAdopted = true;
        dossier.orderUnknown = Object.keys(dossier.edits).length > 0;
        const { notes } = dossier;
        if (!notes || notes.page.name !== page.name || !truth.storageRefused) continue;
        const stored = [...storage.values()].some((text) => text.includes(notes.text));
        // Nothing more could be done: the panel had said "memory only".
        if (!stored && org.taskOf(key)?.fields.Description !== notes.text) notes.excused = true;
      }
    },
    changed: (calls) => calls.forEach(refresh),
    noted(page, key, text) {
      const dossier = dossierOf(key);
      dossier.notes = { text, at: now(), page, excused: false };
      const call = callOf(key);
      if (call) refresh(call);
    },
    edited(key, field, value) {
      const dossier = dossierOf(key);
      const known = dossier.versions.at(-1)?.fields[field];
      const wasSettled =
        field in dossier.wanted &&
        (known === undefined || plain(known) === plain(dossier.wanted[field])) &&
        plain(org.taskOf(key)?.fields[field]) === plain(dossier.wanted[field]);
      const ours = plain(dossier.wanted[field]);
      dossier.edits[field] = { at: now(), value, wasSettled, ours };
    },
    deleted(key) {
      const dossier = dossierOf(key);
      if (open.has(key) || dossier.doubted.size > 0) return false;
      dossier.deleted = true;
      return true;
    },
    behind: () =>
      center
        .calls()
        .flatMap((call) => legsOf(call, ME).map((leg) => keyOf(call, leg)))
        .filter((key) => differs(dossierOf(key), key)),
    result() {
      const keys = new Set<string>();
      for (const call of center.calls()) {
        refresh(call);
        for (const leg of legsOf(call, ME)) keys.add(keyOf(call, leg));
      }
      for (const key of keys) judge.judgeTask(key, dossierOf(key));
      for (const { key } of org.tasks) if (!keys.has(key)) violate('foreign_task', key);
      let optimalWrites = 0;
      for (const [key, { versions }] of dossiers) {
        if (keys.has(key)) optimalWrites += leastWrites(versions, truth.isReachable);
      }
      return { violations, writes, optimalWrites, lags };
    }
  };
}
