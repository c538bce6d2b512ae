import type { Interaction } from 'c/interaction';

/** Has this interaction of the user ended? After-call work may still go on. */
export function isFinished(interaction: Interaction): boolean {
  return interaction.state === 'disconnected' || interaction.disconnectedTime !== undefined;
}
