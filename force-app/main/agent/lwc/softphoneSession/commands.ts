import type { GenesysCloud, Result } from 'c/genesysCloud';
import type { Interaction } from 'c/interaction';
import type { Timers } from 'c/taskSync';
import type { PutAside } from './putAside';
import type { InteractionRows } from './rows';
import type { ActionProblem, BusyAction, InteractionRow, TransferTargets } from 'c/softphoneView';

export interface CommandsOptions {
  genesys(): GenesysCloud | undefined;
  rows: InteractionRows;
  replace(row: InteractionRow): void;
  timers: Timers;
  aside: PutAside;
  ownId(): string | undefined;
  note(text: string): void;
  /** Tells of a refused wish that belongs to no interaction; undefined: there is a new wish. */
  refuse(problem: ActionProblem | undefined): void;
}

/** An accepted command whose effect has not come by then is shown as not busy any more. */
const EFFECT_WITHIN_MS = 8_000;

/** What the agent asks of Genesys Cloud. */
export function commands(options: CommandsOptions) {
  const { genesys, rows, replace, timers, aside, ownId, note, refuse } = options;

  /**
   * Runs a command, shows it as busy until its effect arrives, and says when it was refused.
   * `onSilence`: it was accepted, and no effect ever came.
   */
  async function steer(
    key: string,
    busy: BusyAction,
    action: ActionProblem['action'],
    run: (cloud: GenesysCloud, interaction: Interaction) => Promise<Result>,
    onSilence?: (key: string) => void
  ): Promise<void> {
    const row = rows.get(key);
    const cloud = genesys();
    if (!row || !cloud) return;
    replace({ ...row, busy, actionProblem: undefined });
    const result = await run(cloud, row.interaction);
    const now = rows.get(key);
    if (!now) return;
    if (!result.ok) {
      const { type, message } = result.problem;
      note(`${action} refused: ${type}`);
      replace({ ...now, busy: undefined, actionProblem: { action, type, message } });
      return;
    }
    timers.set(() => {
      const later = rows.get(key);
      if (later?.busy !== busy) return;
      replace({ ...later, busy: undefined });
      onSilence?.(key);
    }, EFFECT_WITHIN_MS);
  }

  function setAside(key: string): void {
    const row = rows.get(key);
    if (!row) return;
    aside.add(key);
    replace({ ...row, isAside: true });
  }

  async function wish<T>(
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
    answer: (key: string) => steer(key, 'answer', 'answer', (cloud, one) => cloud.answer(one)),
    decline: (key: string) =>
      steer(key, 'disconnect', 'decline', (cloud, one) => cloud.decline(one)),
    end: (key: string) => steer(key, 'disconnect', 'end', (cloud, one) => cloud.disconnect(one)),
    hold: (key: string, on: boolean) =>
      steer(key, 'hold', on ? 'hold' : 'resume', (cloud, one) => cloud.hold(one, on)),
    mute: (key: string, on: boolean) =>
      steer(key, 'mute', on ? 'mute' : 'unmute', (cloud, one) => cloud.mute(one, on)),
    sendDigits: (key: string, digits: string) =>
      steer(key, 'mute', 'digits', (cloud, one) => cloud.sendDigits(one, digits)),
    transfer: (key: string, to: { queueId?: string; userId?: string }) =>
      steer(key, 'transfer', 'transfer', (cloud, one) =>
        to.queueId
          ? cloud.transferToQueue(one, to.queueId)
          : cloud.transferToUser(one, to.userId ?? '')
      ),
    setWrapUp: (key: string, code: string) =>
      steer(key, 'wrap_up', 'wrap_up', (cloud, one) => cloud.setWrapUp(one, { code })),
    /** After-call work is over, without a code. */
    done: (key: string) =>
      steer(key, 'done', 'done', (cloud, one) => cloud.skipWrapUp(one), setAside),
    /** The same without a word to Genesys Cloud, which has refused. */
    setAside,
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
    },
    dial: (phoneNumber: string, queueId?: string) =>
      wish(
        'dial',
        genesys()?.dial({ phoneNumber, ...(queueId ? { callFromQueueId: queueId } : {}) })
      ),
    setPresence: (id: string) => wish('presence', genesys()?.setPresence(id)),
    /** Back to work after a missed alert: Genesys routes nothing to who does not respond. */
    respond: () => wish('respond', genesys()?.setRoutingStatus('IDLE'))
  };
}
