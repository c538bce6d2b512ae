import type { Failed, FailureType, Fields, TaskGateway, WriteResult } from 'c/taskSync';
import { KEY_FIELD } from './configuration';
import type { World } from './world';
import type { Page } from './page';

const failed = (type: FailureType, message: string, more: object = {}): Failed => ({
  ok: false,
  failure: { type, message, ...more }
});

const brief = (fields: Fields): string =>
  Object.entries(fields)
    .filter(([field]) => field !== KEY_FIELD)
    .map(([field, value]) => `${field}=${JSON.stringify(value)}`)
    .join(' ');

/** The way from one tab to Salesforce and back, on which everything can get lost. */
export function createGateway(world: World, page: Page): TaskGateway {
  const { time, conditions, org, witness } = world;
  const random = world.random.fork(`salesforce ${page.name}`);

  function request<Result extends { ok: boolean }>(
    kind: 'create' | 'update' | 'find' | 'read',
    key: string,
    fields: Fields | undefined,
    execute: () => Result,
    { note = '', commitLate = () => {} } = {}
  ): Promise<Result | Failed> {
    world.log(page.name, `→ ${kind} ${key} ${brief(fields ?? {})}${note}`);
    const sent = witness.sent(page, key, fields);
    return new Promise((resolve) => {
      let answered = false;
      const answer = (result: Result | Failed): void => {
        if (answered || !page.isAlive()) return;
        const wake = page.asleepUntil();
        if (wake !== undefined) {
          time.at(wake, () => answer(failed('unknown_outcome', 'asleep')));
          return;
        }
        answered = true;
        const failure = 'failure' in result ? (result as Failed).failure : undefined;
        world.log(page.name, `← ${kind} ${key} ${failure ? failure.type : 'ok'}`);
        if (failure?.type === 'throttled') {
          witness.throttled(page, key, time.now() + (failure.retryAfterMs ?? 0));
        }
        witness.answered(sent, failure);
        resolve(result);
      };
      /** Nobody will answer: the browser notices after a while, or only the engine does. */
      const lose = (): void => {
        const wait = random.pick([1_000, 10_000, 30_000, 120_000]);
        time.after(wait, () => answer(failed('unknown_outcome', 'connection lost')));
      };
      const back = (result: Result | Failed): void =>
        time.after(random.between(30, 300), () =>
          answer(conditions.reigns('offline') ? failed('unknown_outcome', 'offline') : result)
        );

      if (conditions.reigns('offline')) {
        time.after(30, () => answer(failed('transient', 'offline')));
        return;
      }
      time.after(random.between(30, 250), () => {
        // Where nothing but looking first prevents a second Task, a closed tab's request is cut off.
        if (!page.isAlive() && !org.isUnique) return;
        if (conditions.reigns('offline') || conditions.strikes('lostRequests')) lose();
        else if (conditions.reigns('signedOut')) back(failed('signed_out', '401'));
        else if (conditions.reigns('throttled')) {
          const retryAfterMs = conditions.retryAfterMs();
          back(failed('throttled', '503', { retryAfterMs }));
        } else if (conditions.strikes('errors')) back(failed('transient', '500'));
        else if (kind === 'update' && conditions.strikes('lateCommits')) {
          lose();
          // Even after the next one; the client has given up by then, or is about to.
          time.after(random.between(500, 100_000), () => commitLate());
        } else {
          const result = execute();
          if (conditions.strikes('lostAnswers')) lose();
          else back(result);
        }
      });
    });
  }

  const keyOfTask = (taskId: string): string =>
    org.tasks.find(({ id }) => id === taskId)?.key ?? taskId;

  return {
    create(fields) {
      const key = String(fields[KEY_FIELD]);
      return request('create', key, fields, () =>
        witness.executed(key, 'create', fields, () => org.create(fields))
      );
    },
    update(taskId, fields, options) {
      const key = keyOfTask(taskId);
      const condition = options?.ifUnmodifiedSince;
      const execute = (): WriteResult =>
        witness.executed(key, 'update', fields, () => org.update(taskId, fields, condition));
      const commitLate = (): void => {
        world.log('—', `a late update of ${key} is carried out`);
        witness.executed(key, 'late', fields, () => org.update(taskId, fields, condition));
      };
      const note = condition ? ' (if unmodified)' : '';
      return request('update', key, fields, execute, { note, commitLate });
    },
    find: (key) => request('find', key, undefined, () => org.find(key)),
    read: (taskId, names) =>
      request('read', keyOfTask(taskId), undefined, () => {
        // A proof asks whose it is, and no more.
        const isProof = names.includes('OwnerId');
        if (names.includes(KEY_FIELD) && !isProof) witness.adopted(keyOfTask(taskId));
        return org.read(taskId, names);
      }),
    // Nobody deletes or merges records here.
    lookUpRecord: () => Promise.resolve({ ok: true, state: 'there' })
  };
}
