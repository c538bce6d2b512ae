import type { GenesysCloud, Result } from 'c/genesysCloud';
import type { Interaction } from 'c/interaction';
import type { Timers } from 'c/ports';
import type {
  ActionProblem,
  BusyAction,
  InteractionRow,
  Intent,
  IntentOf,
  TransferTargets
} from 'c/softphoneView';
import type { PutAside } from './putAside';
import type { InteractionRows } from './rows';

export interface CommandsOptions {
  genesys(): GenesysCloud | undefined;
  rows: InteractionRows;
  replace(row: InteractionRow): void;
  timers: Timers;
  aside: PutAside;
  ownId(): string | undefined;
  note(text: string): void;
  /** Tells of a refused request that belongs to no interaction; undefined: there is a new one. */
  refuse(problem: ActionProblem | undefined): void;
}

/** One thing that the agent asks of an interaction. */
interface Command<Asked> {
  /** Shown on the row until the effect arrives; absent: nothing waits for one. */
  busy?: BusyAction;
  /** Called so when it is refused. */
  problem: ActionProblem['action'] | ((intent: Asked) => ActionProblem['action']);
  run(cloud: GenesysCloud, interaction: Interaction, intent: Asked): Promise<Result>;
  /** No effect came: the row is put aside. */
  setAsideOnSilence?: boolean;
}

type CommandType =
  'answer' | 'decline' | 'end' | 'hold' | 'mute' | 'digits' | 'transfer' | 'wrap_up' | 'done';

/** Everything the agent can ask of an interaction: a row here, its control, and its words. */
const COMMANDS: { [Type in CommandType]: Command<IntentOf<Type>> } = {
  answer: { busy: 'answer', problem: 'answer', run: (cloud, one) => cloud.answer(one) },
  decline: { busy: 'disconnect', problem: 'decline', run: (cloud, one) => cloud.decline(one) },
  end: { busy: 'disconnect', problem: 'end', run: (cloud, one) => cloud.disconnect(one) },
  hold: {
    busy: 'hold',
    problem: ({ on }) => (on ? 'hold' : 'resume'),
    run: (cloud, one, { on }) => cloud.hold(one, on)
  },
  mute: {
    busy: 'mute',
    problem: ({ on }) => (on ? 'mute' : 'unmute'),
    run: (cloud, one, { on }) => cloud.mute(one, on)
  },
  // Digits have no effect that could be awaited.
  digits: { problem: 'digits', run: (cloud, one, { digits }) => cloud.sendDigits(one, digits) },
  transfer: {
    busy: 'transfer',
    problem: 'transfer',
    run: (cloud, one, { queueId, userId = '' }) =>
      queueId ? cloud.transferToQueue(one, queueId) : cloud.transferToUser(one, userId)
  },
  wrap_up: {
    busy: 'wrap_up',
    problem: 'wrap_up',
    run: (cloud, one, { codeId }) => cloud.setWrapUp(one, { code: codeId })
  },
  done: {
    busy: 'done',
    problem: 'done',
    run: (cloud, one) => cloud.skipWrapUp(one),
    setAsideOnSilence: true
  }
};

/** An accepted command whose effect has not come by then is shown as not busy any more. */
const EFFECT_WITHIN_MS = 8_000;

/** What the agent asks of Genesys Cloud. */
export function commands(options: CommandsOptions) {
  const { genesys, rows, replace, timers, aside, ownId, note, refuse } = options;

  /** Runs a command, shows it as busy until its effect arrives, and says when it was refused. */
  async function steer<Asked extends { key: string }>(
    intent: Asked,
    { busy, problem, run, setAsideOnSilence }: Command<Asked>
  ): Promise<void> {
    const { key } = intent;
    const row = rows.get(key);
    const cloud = genesys();
    if (!row || !cloud) return;
    replace({ ...row, busy: busy ?? row.busy, actionProblem: undefined });
    const result = await run(cloud, row.interaction, intent);
    const now = rows.get(key);
    if (!now) return;
    if (!result.ok) {
      const { type, message } = result.problem;
      const action = typeof problem === 'function' ? problem(intent) : problem;
      note(`${action} refused: ${type}`);
      replace({
        ...now,
        busy: busy ? undefined : now.busy,
        actionProblem: { action, type, message }
      });
      return;
    }
    if (!busy) return;
    timers.set(() => {
      const later = rows.get(key);
      if (later?.busy !== busy) return;
      replace({ ...later, busy: undefined });
      if (setAsideOnSilence) setAside(key);
    }, EFFECT_WITHIN_MS);
  }

  function setAside(key: string): void {
    const row = rows.get(key);
    if (!row) return;
    aside.add(key);
    replace({ ...row, isAside: true });
  }

  /** What belongs to no interaction. */
  async function ask<T>(
    action: ActionProblem['action'],
    request: Promise<Result<T>> | undefined
  ): Promise<void> {
    refuse(undefined);
    const result = await request;
    if (!result || result.ok) return;
    const { type, message } = result.problem;
    note(`${action} refused: ${type}`);
    refuse({ action, type, message });
  }

  return {
    /** @returns undefined when the intent is none of these; else settles when Genesys has answered. */
    run(intent: Intent): Promise<void> | undefined {
      switch (intent.type) {
        case 'set_aside':
          setAside(intent.key);
          return Promise.resolve();
        case 'dial': {
          const { phoneNumber, queueId } = intent;
          const call = { phoneNumber, ...(queueId ? { callFromQueueId: queueId } : {}) };
          return ask('dial', genesys()?.dial(call));
        }
        case 'presence':
          return ask('presence', genesys()?.setPresence(intent.id));
        case 'respond':
          // Back to work after a missed alert: Genesys routes nothing to who does not respond.
          return ask('respond', genesys()?.setRoutingStatus('IDLE'));
        default: {
          const command = (COMMANDS as Partial<Record<Intent['type'], Command<never>>>)[
            intent.type
          ];
          return command && steer(intent as never, command);
        }
      }
    },
    async transferTargets(): Promise<TransferTargets> {
      const cloud = genesys();
      if (!cloud) return { queues: [], users: [] };
      const [queues, users] = await Promise.all([cloud.queues(), cloud.agents('')]);
      const problem = !queues.ok ? queues.problem : !users.ok ? users.problem : undefined;
      return {
        queues: queues.ok ? queues.value : [],
        users: (users.ok ? users.value : []).filter(({ id }) => id !== ownId()),
        ...(problem ? { problem: problem.message } : {})
      };
    }
  };
}
