import type { Interaction } from 'c/interaction';

/** Where an interaction stands for the agent; decides which part of the panel shows it. */
export type Stage = 'alerting' | 'live' | 'after_call' | 'finished';

/** Times decide before `state`: an event may still say `connected` after the disconnect. */
export function stageOf(interaction: Interaction): Stage {
  const ended = interaction.disconnectedTime || interaction.state === 'disconnected';
  if (ended) {
    return interaction.isLeg && awaitsWrapUp(interaction) ? 'after_call' : 'finished';
  }
  const rings = interaction.state === 'alerting' || interaction.state === 'offering';
  return rings && !interaction.connectedTime ? 'alerting' : 'live';
}

/** Genesys's prompts that let the agent go on without a code; the others wait for one. */
const WITHOUT_CODE = ['optional', 'agentrequested'];

/** A wrap-up code has to be chosen before the agent is free again. */
export function isWrapUpDue({ wrapUp }: Interaction): boolean {
  const { required, prompt = '', code, name, endAcwTime } = wrapUp;
  const chosen = code || name || endAcwTime;
  return required && !chosen && !WITHOUT_CODE.includes(prompt.toLowerCase());
}

function awaitsWrapUp(interaction: Interaction): boolean {
  const { startAcwTime, endAcwTime, skipped } = interaction.wrapUp;
  if (skipped) return false;
  return (Boolean(startAcwTime) && !endAcwTime) || isWrapUpDue(interaction);
}
