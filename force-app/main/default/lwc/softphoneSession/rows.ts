import type { Interaction } from 'c/interaction';
import type { InteractionRow } from './view';

const RINGING = new Set(['alerting', 'dialing', 'contacting', 'offering', 'scheduled']);

/** Alerting first, then live oldest first, then finished newest first. */
export function inOrder(rows: Iterable<InteractionRow>): InteractionRow[] {
  return [...rows].sort(
    (a, b) =>
      rank(a.interaction) - rank(b.interaction) ||
      (isFinished(a.interaction) ? -1 : 1) *
        (begin(a) < begin(b) ? -1 : begin(a) > begin(b) ? 1 : 0)
  );
}

export function isFinished(interaction: Interaction): boolean {
  return interaction.state === 'disconnected' || interaction.disconnectedTime !== undefined;
}

function rank(interaction: Interaction): number {
  if (isFinished(interaction)) return 2;
  return RINGING.has(interaction.state) && !interaction.isLeg ? 0 : 1;
}

const begin = ({ interaction }: InteractionRow): string =>
  interaction.connectedTime ?? interaction.alertedTime ?? interaction.startTime ?? '';
