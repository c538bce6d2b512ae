import { attributesOf, interactionsOf, mergeConversation, readConversation } from 'c/interaction';
import type { Conversation } from 'c/interaction';
import { draftTask, isFinished, KEY_FIELD } from 'c/taskDraft';
import { createTaskSync, journalStore } from 'c/taskSync';
import type { Store, TaskGateway, Timers } from 'c/taskSync';
import type { Setting } from './setting';

export type Step = 'read' | 'merge' | 'interactions' | 'attributes' | 'draft' | 'decide';

export interface DeskOptions {
  setting: Setting;
  gateway: TaskGateway;
  timers: Timers;
  /** ms epoch */
  clock: () => number;
  store: Store;
  /** Called after each step of `hear`. */
  lap?: (step: Step) => void;
}

/** The core as the panel wires it: a parsed payload goes in, writes come out at the gateway. */
export function openDesk(options: DeskOptions) {
  const { setting, clock, lap = () => undefined } = options;
  const { userId, mappings, shape } = setting;
  const conversations = new Map<string, Conversation>();
  const names = mappings.map(({ attribute }) => attribute);
  const settings = { keyField: KEY_FIELD, openStatus: 'In Progress', closedStatus: 'Completed' };
  const sync = createTaskSync({
    gateway: options.gateway,
    journal: journalStore(options.store, 'bench', clock),
    clock,
    timers: options.timers,
    random: () => 0.5
  });
  sync.start();
  sync.subscribe((key, status) => {
    // A conversation whose legs are all forgotten is of no use to anybody.
    if (!status) conversations.delete(key.slice(0, key.indexOf(':')));
  });

  return {
    sync,
    conversations,
    hear(payload: unknown): void {
      const reading = readConversation(payload, clock());
      lap('read');
      if (!('conversation' in reading)) throw new Error(`unreadable: ${reading.problem.type}`);
      const { id } = reading.conversation;
      const before = conversations.get(id);
      const conversation = mergeConversation(before, reading.conversation);
      conversations.set(id, conversation);
      lap('merge');
      if (conversation === before) return;
      const interactions = interactionsOf(conversation, userId);
      lap('interactions');
      for (const interaction of interactions) {
        const { key, participantId, isLeg, disconnectedTime } = interaction;
        if (!isLeg && isFinished(interaction)) continue;
        const { notes } = sync.choices(key);
        const attributes = attributesOf(conversation, participantId, {
          region: 'mypurecloud.com',
          notes,
          names
        });
        lap('attributes');
        const draft = draftTask({
          interaction,
          attributes,
          mappings,
          shape,
          locale: 'en-US',
          timeZone: 'America/Indiana/Indianapolis',
          choices: notes === undefined ? {} : { notes },
          settings
        });
        lap('draft');
        if (!isLeg) continue;
        sync.setDraft(
          key,
          draft,
          disconnectedTime ? { endedAt: Date.parse(disconnectedTime) } : {}
        );
        lap('decide');
      }
    }
  };
}

export type Desk = ReturnType<typeof openDesk>;
