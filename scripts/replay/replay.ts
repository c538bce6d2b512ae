import type { Attributes, PayloadProblem } from 'c/interaction';
import type { Timers } from 'c/ports';
import { KEY_FIELD } from 'c/taskDraft';
import type { Issue, Mapping, TaskShape } from 'c/taskDraft';
import { createTaskKeeper, createTaskWriter } from 'c/taskKeeper';
import type { TaskKeeper } from 'c/taskKeeper';
import type { Fields } from 'c/taskSync';
import { silentGenesys } from '../silentGenesys';
import { createMemoryOrg } from './memoryOrg';
import type { MemoryOrg, Write } from './memoryOrg';
import { payloadsOf } from './payloads';

export interface ReplayOptions {
  /** Genesys Cloud user id: only this user's legs become Tasks. */
  userId: string;
  mappings: readonly Mapping[];
  shape: TaskShape;
  /** BCP 47. */
  locale: string;
  /** IANA name; absent: this machine's. */
  timeZone?: string;
  /** Domain of the Genesys Cloud region: `mypurecloud.com`. */
  region: string;
}

export interface ReplayedTask {
  /** conversationId:participantId. */
  key: string;
  /** The Task as it stands after the last write. */
  fields: Fields;
  attributes: Attributes;
  issues: Issue[];
}

export interface Replayed {
  /** In order of their first write. */
  tasks: ReplayedTask[];
  writes: Write[];
  /** `item` counts from 1, over all files. */
  skipped: { item: number; reason: string }[];
}

/**
 * What a recording leaves in Salesforce. Items are taken in order, and each one's write completes
 * before the next is read. Never throws on an item: what can't be read is in `skipped`.
 */
export async function replay(items: readonly unknown[], options: ReplayOptions): Promise<Replayed> {
  const org = createMemoryOrg(KEY_FIELD);
  const keeper = keeperOf(org, options);
  const skipped: Replayed['skipped'] = [];

  for (const [index, item] of items.entries()) {
    const { payloads, family, reason } = payloadsOf(item);
    if (reason) skipped.push({ item: index + 1, reason });
    for (const payload of payloads) {
      const { id, problems } = keeper.hear(payload, 'event', family);
      for (const problem of problems) {
        const isSkipped = id === undefined || problem.type === 'other_media';
        if (isSkipped) skipped.push({ item: index + 1, reason: reasonOf(problem) });
      }
      while (isSaving(keeper)) await undefined;
    }
  }
  keeper.stop();
  const tasks = [...org.tasks].map(([key, fields]) => {
    const row = keeper.row(key);
    return { key, fields, attributes: row?.attributes ?? {}, issues: row?.draft.issues ?? [] };
  });
  return { tasks, writes: org.writes, skipped };
}

function reasonOf(problem: PayloadProblem): string {
  return problem.type === 'other_media' ? `${problem.type} ${problem.media}` : problem.type;
}

const isSaving = (keeper: TaskKeeper): boolean =>
  [...keeper.rows()].some(({ status }) => status?.phase === 'saving');

/** A replay's time stands still: nothing expires, and nothing is tried again. */
const never: Timers = { set: () => undefined, clear: () => {} };

/** The product's keeper. It begins with nothing and leaves nothing behind. */
function keeperOf(gateway: MemoryOrg, options: ReplayOptions): TaskKeeper {
  const { userId, shape, mappings, region, locale, timeZone } = options;
  const clock = (): number => 0;
  return createTaskKeeper({
    user: { id: userId, name: '' },
    genesys: silentGenesys,
    org: { shape, mappings, settings: { region, watchHours: 24 } },
    createWriter: (writerOptions) =>
      createTaskWriter(
        {
          ...{ gateway, clock, timers: never, random: () => 0, namespace: 'replay' },
          ...{
            storage: undefined,
            locks: undefined,
            randomBytes: (count) => new Uint8Array(count),
            openChannel: () => undefined
          }
        },
        writerOptions
      ),
    ...{ clock, timers: never, locale, timeZone, allAttributes: true },
    onRow: () => {},
    onWriter: () => {},
    note: () => {}
  });
}
