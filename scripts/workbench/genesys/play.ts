import type { ConversationSteps } from './conversationSteps';
import type { NewConversations } from './newConversations';
import { refused } from './problem';
import type { Outcome } from './problem';
import type { UserKey } from './roster';
import { ME, OTHER, scenarios } from './scenarios';
import type { Step } from './scenarios';
import type { ConversationSummary } from './summary';
import type { World } from './world';

export interface PlayRequest {
  /** Whom it is played for. Default agent. */
  agent?: string;
  /** 2: twice as fast. Default 1. */
  speed?: number;
  /** False: nobody answers, writes or wraps up for that agent; only the others act. */
  agentActs?: boolean;
}

/** What a step needs of the contact center. */
type Actions = Pick<NewConversations, 'start'> & ConversationSteps;

/**
 * Plays scenarios on the world's clock. A step that has become impossible, because somebody else
 * acted meanwhile, is left out.
 */
export function createPlayer(world: World, actions: Actions) {
  const pending = new Set<() => void>();

  function play(name: string, request: PlayRequest = {}): Outcome<ConversationSummary> {
    const { agent = 'agent', speed = 1, agentActs = true } = request;
    const scenario = scenarios.find((each) => each.name === name);
    if (!scenario) {
      return refused({
        type: 'invalid',
        field: 'scenario',
        value: name,
        expected: scenarios.map((each) => each.name).join(', ')
      });
    }
    if (!(speed > 0)) {
      return refused({
        type: 'invalid',
        field: 'speed',
        value: String(speed),
        expected: 'a number above 0'
      });
    }
    const begun = actions.start({ ...scenario.start, agent });
    if (!begun.ok) return begun;
    const { id } = begun.value;
    const other: UserKey = agent === 'agent2' ? 'agent' : 'agent2';
    let at = 0;
    for (const step of scenario.steps) {
      at += step.after / speed;
      if (!agentActs && actorOf(step) === ME) continue;
      const cancel = world.clock.later(at, () => {
        pending.delete(cancel);
        run(actions, id, filledIn(step, agent, other), agent);
      });
      pending.add(cancel);
    }
    return begun;
  }

  return {
    play,
    stop(): void {
      for (const cancel of pending) cancel();
      pending.clear();
    }
  };
}

function actorOf(step: Step): string | undefined {
  if ('agent' in step) return step.agent.agent;
  if ('transfer' in step) return step.transfer.agent;
  return 'add' in step ? step.add.agent : undefined;
}

const filledIn = (step: Step, me: string, other: string): Step =>
  JSON.parse(JSON.stringify(step).replaceAll(ME, me).replaceAll(OTHER, other)) as Step;

function run(actions: Actions, id: string, step: Step, agent: string): void {
  if ('customer' in step) actions.customer(id, step.customer);
  else if ('agent' in step) actions.agent(id, step.agent);
  else if ('transfer' in step) actions.transfer(id, step.transfer);
  else if ('add' in step) actions.add(id, step.add);
  else if ('supervise' in step) actions.supervise(id, step.supervise);
  else if ('attributes' in step) actions.setAttributes(id, step.attributes);
  else actions.start({ ...step.start, agent });
}
