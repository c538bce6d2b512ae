import type { ObjectInfoRepresentation } from 'lightning/uiObjectInfoApi';
import { orgFieldWords } from 'c/softphoneWords';
import { checkSettings } from './checks';
import { apiNameOf, SETTINGS } from 'c/softphoneConfiguration';
import type { Setting } from 'c/softphoneConfiguration';
import type { Draft } from './draft';
import { lengthsOf } from './fieldViews';
import type { FieldViews } from './fieldViews';
import type { Status } from './statuses';
import { settingWords } from './words';

/** What is wrong, in words, with each setting. */
export type SettingProblems = Partial<Record<Setting, string>>;

export interface Org {
  info: ObjectInfoRepresentation | undefined;
  fields: FieldViews;
  /** Of Task; absent while they are not known. */
  statuses: Status[] | undefined;
}

/** Ours. What this user can't see or change is not theirs to correct. */
export function settingProblems(draft: Draft, { info, fields, statuses }: Org): SettingProblems {
  const limits = { lengths: lengthsOf(info), statuses: statuses?.map(({ value }) => value) };
  const found = checkSettings(draft, limits)
    .filter(({ setting }) => fields[setting].canChange)
    .map((problem) => [problem.setting, settingWords(problem, fields[problem.setting].label)]);
  return Object.fromEntries(found) as SettingProblems;
}

/** The org's, from a write that failed. */
export function refusedSettings(error: unknown): SettingProblems {
  const words = orgFieldWords(error);
  return Object.fromEntries(
    SETTINGS.flatMap((setting) => {
      const said = words[apiNameOf(setting)];
      return said ? [[setting, said]] : [];
    })
  );
}
