import type { TaskDraft } from 'c/taskDraft';
import type { Fields } from '../fields';
import { newLeg, type Leg } from '../leg';
import type { Context } from '../effects';

export const key = 'c-1:p-1';
export const keyField = 'Interaction_Key__c';
export const context: Context = {
  now: 1_000_000,
  roll: 0,
  keyField,
  watchMs: 24 * 3_600_000,
  mayCreate: true
};

export const draftOf = (fields: Fields, more: Partial<TaskDraft> = {}): TaskDraft => ({
  fields,
  sources: {},
  createOnly: [],
  updateOnly: [],
  issues: [],
  ...more
});

/** A leg in some state; the rest as new. */
export const leg = (facts: Partial<Leg> = {}): Leg => ({ ...newLeg(key), ...facts });

/** A leg whose Task holds `written`. */
export const saved = (written: Fields, facts: Partial<Leg> = {}): Leg =>
  leg({ stage: 'known', taskId: '00T1', draft: draftOf(written), written, ...facts });
