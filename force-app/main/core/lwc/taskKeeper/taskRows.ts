import { hasEnded } from 'c/interaction';
import type { Attributes, Interaction } from 'c/interaction';
import type { TaskDraft } from 'c/taskDraft';
import type { Choices, LegStatus } from 'c/taskSync';

/** What is known of one interaction of the user and of its Task. Immutable: a new one on each change. */
export interface TaskRow {
  /** conversationId:participantId */
  key: string;
  interaction: Interaction;
  attributes: Attributes;
  draft: TaskDraft;
  status?: LegStatus;
  choices: Choices;
  /** Why Salesforce does not take the transcript, in its own words; absent while nothing is wrong. */
  transcriptRefused?: string;
}

/** The rows of one user, found by key and by conversation. */
export function taskRows() {
  const rows = new Map<string, TaskRow>();
  const keysOf = new Map<string, Set<string>>();
  let watchVersion = 0;

  return {
    get: (key: string): TaskRow | undefined => rows.get(key),
    all: (): Iterable<TaskRow> => rows.values(),
    ofConversation: (id: string): TaskRow[] =>
      [...(keysOf.get(id) ?? [])].map((key) => rows.get(key)!),
    conversationIds: (): Iterable<string> => keysOf.keys(),
    /** Grows when a conversation comes or goes, or when an interaction in one is over. */
    watchVersion: (): number => watchVersion,
    set(row: TaskRow): void {
      const { key, interaction } = row;
      const before = rows.get(key);
      rows.set(key, row);
      const keys = keysOf.get(interaction.conversationId);
      if (!keys) keysOf.set(interaction.conversationId, new Set([key]));
      else keys.add(key);
      const wasOver = before && hasEnded(before.interaction);
      if (!keys || wasOver !== hasEnded(interaction)) watchVersion += 1;
    },
    delete(key: string): boolean {
      const row = rows.get(key);
      if (!row) return false;
      rows.delete(key);
      const { conversationId } = row.interaction;
      const keys = keysOf.get(conversationId);
      keys?.delete(key);
      if (keys?.size === 0) keysOf.delete(conversationId);
      watchVersion += 1;
      return true;
    }
  };
}

export type TaskRows = ReturnType<typeof taskRows>;
