import { attributesOf, hearConversation, interactionsOf } from 'c/interaction';
import type { Attributes, Conversation, Interaction } from 'c/interaction';
import { draftTask, KEY_FIELD } from 'c/taskDraft';
import type { Issue, Mapping, TaskDraft, TaskShape } from 'c/taskDraft';
import type { Fields } from 'c/taskSync';
import { createMemoryOrg } from './memoryOrg';
import type { Write } from './memoryOrg';
import { payloadsOf } from './payloads';
import { createWriter } from './writer';

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
  const writer = createWriter(org);
  const conversations = new Map<string, Conversation>();
  const last = new Map<string, { attributes: Attributes; draft: TaskDraft }>();
  const skipped: Replayed['skipped'] = [];
  const names = options.mappings.map(({ attribute }) => attribute);

  for (const [index, item] of items.entries()) {
    const { payloads, reason } = payloadsOf(item);
    if (reason) skipped.push({ item: index + 1, reason });
    for (const payload of payloads) {
      const heard = hearConversation(payload, index, (id) => conversations.get(id));
      if ('problem' in heard) {
        skipped.push({ item: index + 1, reason: heard.problem.type });
        continue;
      }
      const { conversation } = heard;
      conversations.set(conversation.id, conversation);
      for (const leg of legsOf(conversation, options.userId)) {
        const attributes = attributesOf(conversation, leg.participantId, {
          region: options.region,
          names
        });
        const draft = draftLeg(leg, attributes, options);
        last.set(leg.key, { attributes, draft });
        await writer.write(leg.key, draft);
      }
    }
  }
  writer.stop();
  const tasks = [...last].map(([key, { attributes, draft }]) => ({
    key,
    fields: org.tasks.get(key) ?? {},
    attributes,
    issues: draft.issues
  }));
  return { tasks, writes: org.writes, skipped };
}

function legsOf(conversation: Conversation, userId: string): Interaction[] {
  return interactionsOf(conversation, userId).filter((leg) => leg.isLeg && !leg.isSupervisor);
}

function draftLeg(
  interaction: Interaction,
  attributes: Attributes,
  options: ReplayOptions
): TaskDraft {
  const { mappings, shape, locale, timeZone } = options;
  return draftTask({
    interaction,
    attributes,
    mappings,
    shape,
    locale,
    ...(timeZone === undefined ? {} : { timeZone }),
    choices: {},
    settings: { keyField: KEY_FIELD }
  });
}
