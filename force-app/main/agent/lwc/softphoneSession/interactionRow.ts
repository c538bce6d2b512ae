import type { Interaction } from 'c/interaction';
import type { TaskRow } from 'c/taskKeeper';
import type { InteractionRow, PanelFacts } from 'c/softphoneView';

/** The row of the panel: what the keeper knows, with what only the panel knows of it. */
export function interactionRow(
  { choices, ...facts }: TaskRow,
  panel: PanelFacts,
  before: InteractionRow | undefined
): InteractionRow {
  const taskId = facts.status?.taskId;
  // A command is done, and its refusal forgotten, when the interaction has moved on.
  const isSteady = before && !hasMoved(before.interaction, facts.interaction);
  return {
    ...facts,
    notes: choices.notes ?? '',
    whoId: choices.whoId,
    whatId: choices.whatId,
    whoName: choices.whoName,
    whatName: choices.whatName,
    taskUrl: taskId ? `/lightning/r/Task/${taskId}/view` : before?.taskUrl,
    busy: isSteady ? before.busy : undefined,
    actionProblem: isSteady ? before.actionProblem : undefined,
    ...panel
  };
}

/** Has a command had its effect? */
function hasMoved(before: Interaction, after: Interaction): boolean {
  return (
    before.state !== after.state ||
    before.held !== after.held ||
    before.muted !== after.muted ||
    before.wrapUp.code !== after.wrapUp.code ||
    before.wrapUp.endAcwTime !== after.wrapUp.endAcwTime
  );
}
