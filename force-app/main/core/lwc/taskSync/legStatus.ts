import { failureTable } from './failureTable';
import type { SaveFailure } from './gateway';
import { isPending, type Leg } from './leg';
import { replaced } from './records';
import { refusedDefaults } from './refusals';
import type { LegStatus, MergedIssue, Phase, RefusedIssue } from './status';
import { matches, savedFields } from './written';

function phaseOf(leg: Leg, keyField: string): Phase {
  if (leg.stage === 'gone') return 'gone';
  if (leg.gate === 'needs_you' || leg.isQuiet) return 'needs_you';
  if (leg.gate !== 'open') return 'waiting';
  if (leg.flight || leg.isPausing || leg.isQueued) return 'saving';
  if (leg.taskId === undefined || isPending(leg, keyField)) return 'idle';
  return refusedDefaults(leg).length > 0 ? 'needs_you' : 'saved';
}

function refusedIssues(leg: Leg): RefusedIssue[] {
  const issues: RefusedIssue[] = [];
  for (const [field, { value, code, message, isReference }] of Object.entries(leg.refused)) {
    const wanted = leg.draft?.fields[field];
    if (!leg.draft || !matches(value, wanted)) continue;
    const attribute = leg.draft.sources[field];
    issues.push({
      ...{ type: 'refused', field, attribute, code, message, action: 'left_out' },
      ...(isReference && { recordId: String(wanted) })
    });
  }
  return issues;
}

const mergedIssues = (leg: Leg): MergedIssue[] =>
  replaced(leg).map(({ field, loser, winner }) => ({
    type: 'merged',
    field,
    attribute: leg.draft?.sources[field],
    recordId: loser,
    into: winner,
    action: 'replaced'
  }));

/** Why somebody is needed although the rest of the Task is saved. */
function refusedCore(leg: Leg): SaveFailure | undefined {
  const fields = refusedDefaults(leg).map(([field, { code, message, isReference }]) => ({
    ...{ field, code, message },
    ...(isReference && { isReference })
  }));
  const [first] = fields;
  if (!first) return undefined;
  const type = first.isReference ? 'reference' : 'field';
  return { type, message: first.message, fields };
}

/** Name of the custom label that tells the agent. */
export function failureLabel({ type, detail, fields }: SaveFailure): string {
  if (detail === 'not_yours') return 'Softphone_Save_Not_Yours';
  if (detail === 'exists_not_visible') return 'Softphone_Save_Not_Visible';
  if (type === 'reference' && !fields?.length) return failureTable.permanent.label;
  return failureTable[type].label;
}

/** A leg as the agent sees it. */
export function statusOf(leg: Leg, keyField: string): LegStatus {
  const draft = leg.draft;
  const { fields, count } = savedFields(leg.written, draft?.fields);
  const phase = phaseOf(leg, keyField);
  const isPartly = phase === 'needs_you' && leg.gate === 'open' && leg.taskId !== undefined;
  const partly = isPartly && !leg.failure ? refusedCore(leg) : undefined;
  const failure = leg.failure ?? partly;
  return {
    key: leg.key,
    phase,
    savedAt: leg.savedAt,
    fieldCount: count,
    fields,
    sources: draft?.sources ?? {},
    taskId: leg.taskId,
    issues: [...(draft?.issues ?? []), ...refusedIssues(leg), ...mergedIssues(leg)],
    failure,
    ...(partly && { isRestSaved: true }),
    failureLabel: failure && failureLabel(failure),
    retryAt: leg.gate === 'open' ? leg.quietAt : leg.retryAt,
    watchUntil: leg.watchUntil
  };
}

/** Would the agent see no difference? Cheap on purpose: it is asked on every frame. */
export const looksSame = (before: Leg, after: Leg): boolean =>
  before.stage === after.stage &&
  before.gate === after.gate &&
  before.taskId === after.taskId &&
  before.written === after.written &&
  before.refused === after.refused &&
  before.failure === after.failure &&
  before.merges === after.merges &&
  before.retryAt === after.retryAt &&
  before.quietAt === after.quietAt &&
  before.isQuiet === after.isQuiet &&
  before.isPausing === after.isPausing &&
  before.isQueued === after.isQueued &&
  before.savedAt === after.savedAt &&
  before.watchUntil === after.watchUntil &&
  !before.flight === !after.flight &&
  !before.draft === !after.draft &&
  !before.draft?.issues.length &&
  !after.draft?.issues.length;
