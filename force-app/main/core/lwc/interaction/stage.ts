import type { Interaction, InteractionState } from './interactionView';

/** Where an interaction of a user stands in its life. */
export type Stage = 'alerting' | 'dialing' | 'live' | 'afterCallWork' | 'done';

interface StageFacts {
  /** In lists: what waits for an answer comes first, what has ended last. */
  place: 0 | 1 | 2;
  /** The user takes part, or is about to by their own wish: the controls of the conversation make sense. */
  isInHand: boolean;
  /** The user's part in the conversation has ended: nobody listens for its events any more. */
  hasEnded: boolean;
  /** The agent has nothing left to do with it. */
  isDone: boolean;
}

/**
 * The one table of a life. An own dialing call stands beside those that are live: what waits for an answer comes before it.
 */
const STAGES: Readonly<Record<Stage, StageFacts>> = {
  alerting: { place: 0, isInHand: false, hasEnded: false, isDone: false },
  dialing: { place: 1, isInHand: true, hasEnded: false, isDone: false },
  live: { place: 1, isInHand: true, hasEnded: false, isDone: false },
  afterCallWork: { place: 2, isInHand: false, hasEnded: true, isDone: false },
  done: { place: 2, isInHand: false, hasEnded: true, isDone: true }
};

/** Of one that has not connected yet; all other states are those of a life in full. */
const BEFORE: Partial<Record<InteractionState, Stage>> = {
  alerting: 'alerting',
  offering: 'alerting',
  dialing: 'dialing',
  contacting: 'dialing'
};

/** Times decide before `state`: an event may still say `connected` after the disconnect. */
export function stageOf(interaction: Interaction): Stage {
  const { state, isLeg, connectedTime, disconnectedTime } = interaction;
  if (state === 'disconnected' || disconnectedTime !== undefined) {
    return isLeg && awaitsWrapUp(interaction) ? 'afterCallWork' : 'done';
  }
  return (connectedTime === undefined && BEFORE[state]) || 'live';
}

export const placeOf = (interaction: Interaction): number => STAGES[stageOf(interaction)].place;

export const isInHand = (interaction: Interaction): boolean =>
  STAGES[stageOf(interaction)].isInHand;

export const hasEnded = (interaction: Interaction): boolean =>
  STAGES[stageOf(interaction)].hasEnded;

export const isDone = (interaction: Interaction): boolean => STAGES[stageOf(interaction)].isDone;

/**
 * Nothing more is to come for the Task: ended, and wrapped up where that is asked for. Later than the agent may be done:
 * an optional code is still waited for.
 */
export function isComplete(interaction: Interaction): boolean {
  const { required, skipped, endAcwTime } = interaction.wrapUp;
  return (
    hasEnded(interaction) &&
    (!required || Boolean(skipped) || hasCode(interaction) || Boolean(endAcwTime))
  );
}

/** Genesys's prompts that let the agent go on without a code; the others wait for one. */
const WITHOUT_CODE = ['optional', 'agentrequested'];

/** A wrap-up code has to be chosen before the agent is free again. */
export function isWrapUpDue(interaction: Interaction): boolean {
  const { required, prompt = '', endAcwTime } = interaction.wrapUp;
  const isChosen = hasCode(interaction) || Boolean(endAcwTime);
  return required && !isChosen && !WITHOUT_CODE.includes(prompt.toLowerCase());
}

function awaitsWrapUp(interaction: Interaction): boolean {
  const { startAcwTime, endAcwTime, skipped } = interaction.wrapUp;
  if (skipped) return false;
  return (Boolean(startAcwTime) && !endAcwTime) || isWrapUpDue(interaction);
}

const hasCode = ({ wrapUp: { code, name } }: Interaction): boolean => Boolean(code ?? name);
