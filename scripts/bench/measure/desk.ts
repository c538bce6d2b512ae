import { attributesOf, hearConversation, interactionsOf } from 'c/interaction';
import type { Store, Timers } from 'c/ports';
import { draftTask } from 'c/taskDraft';
import { createTaskKeeper, createTaskWriter } from 'c/taskKeeper';
import type { Steps, TaskWriter } from 'c/taskKeeper';
import type { TaskGateway } from 'c/taskSync';
import { silentGenesys } from '../../silentGenesys';
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

/** The product's keeper: a parsed payload goes in, writes come out at the gateway. */
export function openDesk(options: DeskOptions) {
  const { setting, clock, timers, gateway, store, lap } = options;
  const { userId, mappings, shape } = setting;
  const keeper = createTaskKeeper({
    user: { id: userId, name: 'Ana Ruiz' },
    genesys: silentGenesys,
    org: {
      mappings,
      shape,
      settings: {
        region: 'mypurecloud.com',
        openStatus: 'In Progress',
        closedStatus: 'Completed',
        watchHours: 24
      }
    },
    createWriter(writerOptions) {
      const writer = createTaskWriter(
        {
          ...{ gateway, clock, timers, storage: store, namespace: 'bench' },
          randomBytes: (count) => new Uint8Array(count),
          ...{ random: () => 0.5, locks: undefined, openChannel: () => undefined }
        },
        writerOptions
      );
      return lap ? lapsOfWriter(writer, lap) : writer;
    },
    ...{ clock, timers, locale: 'en-US', timeZone: 'America/Indiana/Indianapolis' },
    ...(lap && { steps: lapsOfSteps(lap) }),
    onRow: () => {},
    onWriter: () => {},
    note(text) {
      if (text.startsWith('payload')) throw new Error(text);
    }
  });

  return {
    hear: (payload: unknown): void => void keeper.hear(payload, 'event'),
    /** Is there anything to write about yet? */
    hasTask: (): boolean => [...keeper.rows()].some(({ status }) => status !== undefined),
    stop: (): void => keeper.stop()
  };
}

export type Desk = ReturnType<typeof openDesk>;

/** The product's own steps, each with a look at the clock behind it. */
function lapsOfSteps(lap: (step: Step) => void): Steps {
  const behind =
    <Args extends unknown[], Out>(step: Step, run: (...args: Args) => Out) =>
    (...args: Args): Out => {
      const out = run(...args);
      lap(step);
      return out;
    };
  return {
    hearConversation: behind('hear', hearConversation),
    interactionsOf: behind('interactions', interactionsOf),
    attributesOf: behind('attributes', attributesOf),
    draftTask: behind('draft', draftTask)
  };
}

function lapsOfWriter(writer: TaskWriter, lap: (step: Step) => void): TaskWriter {
  return {
    ...writer,
    setDraft(...args) {
      writer.setDraft(...args);
      lap('decide');
    }
  };
}
