import { attributesOf, hearConversation, interactionsOf } from 'c/interaction';
import type { Attributes, Conversation } from 'c/interaction';
import { attributesAskedFor, draftTask, KEY_FIELD } from 'c/taskDraft';
import type { TaskDraft } from 'c/taskDraft';
import { createTaskSync, journalStore } from 'c/taskSync';
import type { Store, TaskGateway, Timers } from 'c/taskSync';
import type { Setting } from './setting';

export type Step = 'hear' | 'interactions' | 'attributes' | 'draft' | 'decide';

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
  const names = attributesAskedFor(mappings);
  const drafted = new Map<string, { attributes: Attributes; draft: TaskDraft }>();
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
    if (status) return;
    conversations.delete(key.slice(0, key.indexOf(':')));
    drafted.delete(key);
  });

  return {
    sync,
    conversations,
    hear(payload: unknown): void {
      let before: Conversation | undefined;
      const heard = hearConversation(payload, clock(), (id) => (before = conversations.get(id)));
      if (!('conversation' in heard)) throw new Error(`unreadable: ${heard.problem.type}`);
      const { conversation } = heard;
      conversations.set(conversation.id, conversation);
      lap('hear');
      if (conversation === before) return;
      const interactions = interactionsOf(conversation, userId);
      lap('interactions');
      for (const interaction of interactions) {
        const { key, participantId, isLeg, disconnectedTime } = interaction;
        // What the panel shows of others, once, while they ring, is no part of a write.
        if (!isLeg) continue;
        const { notes } = sync.choices(key);
        const made = drafted.get(key);
        const attributes = attributesOf(
          conversation,
          participantId,
          {
            region: 'mypurecloud.com',
            notes,
            names,
            namesOnly: true
          },
          made?.attributes
        );
        lap('attributes');
        const input = {
          interaction,
          attributes,
          mappings,
          shape,
          locale: 'en-US',
          timeZone: 'America/Indiana/Indianapolis',
          choices: notes === undefined ? {} : { notes },
          settings
        };
        const draft = draftTask(input, made?.draft);
        drafted.set(key, { attributes, draft });
        lap('draft');
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
