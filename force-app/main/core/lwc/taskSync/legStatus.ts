import { failureTable } from './failureTable';
import type { SaveFailure } from './gateway';
import { isPending, type Leg } from './leg';
import type { LegStatus, Phase, RefusedIssue } from './status';
import { matches, savedFields } from './written';

function phaseOf(leg: Leg, keyField: string): Phase {
  if (leg.stage === 'gone') return 'gone';
  if (leg.gate === 'needs_you') return 'needs_you';
  if (leg.gate !== 'open') return 'waiting';
  if (leg.flight) return 'saving';
  return leg.taskId && !isPending(leg, keyField) ? 'saved' : 'idle';
}

function refusedIssues(leg: Leg): RefusedIssue[] {
  const issues: RefusedIssue[] = [];
  for (const [field, { value, code, message }] of Object.entries(leg.refused)) {
    if (!leg.draft || !matches(value, leg.draft.fields[field])) continue;
    const attribute = leg.draft.sources[field];
    issues.push({ type: 'refused', field, attribute, code, message, action: 'left_out' });
  }
  return issues;
}

/** Name of the custom label that tells the agent. */
export function failureLabel({ type, detail }: SaveFailure): string {
  return detail === 'not_yours' ? 'Softphone_Save_Not_Yours' : failureTable[type].label;
}

/** A leg as the agent sees it. */
export function statusOf(leg: Leg, keyField: string): LegStatus {
  const draft = leg.draft;
  const { fields, count } = savedFields(leg.written, draft?.fields);
  return {
    key: leg.key,
    phase: phaseOf(leg, keyField),
    savedAt: leg.savedAt,
    fieldCount: count,
    fields,
    sources: draft?.sources ?? {},
    taskId: leg.taskId,
    issues: [...(draft?.issues ?? []), ...refusedIssues(leg)],
    failure: leg.failure,
    failureLabel: leg.failure && failureLabel(leg.failure),
    retryAt: leg.gate === 'backing_off' ? leg.retryAt : undefined,
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
  before.retryAt === after.retryAt &&
  before.savedAt === after.savedAt &&
  before.watchUntil === after.watchUntil &&
  !before.flight === !after.flight &&
  !before.draft === !after.draft &&
  !before.draft?.issues.length &&
  !after.draft?.issues.length;
