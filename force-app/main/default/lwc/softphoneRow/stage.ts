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

export function isOpen(interaction: Interaction): boolean {
  return stageOf(interaction) !== 'finished';
}

function awaitsWrapUp({ wrapUp }: Interaction): boolean {
  if (wrapUp.endAcwTime) {
    return false;
  }
  return Boolean(wrapUp.startAcwTime) || (wrapUp.required && !wrapUp.code);
}
