import type { ObjectInfoRepresentation } from 'lightning/uiObjectInfoApi';
import { isRequired } from './checks';
import { apiNameOf, SETTINGS } from 'c/softphoneConfiguration';
import type { Setting } from 'c/softphoneConfiguration';

/** How a setting appears, from the org's object info. */
export interface FieldView {
  label: string;
  help: string | undefined;
  /** Absent from object info: this user has no access to the field. */
  isShown: boolean;
  canChange: boolean;
  isReadOnly: boolean;
  isRequired: boolean;
}

export type FieldViews = Record<Setting, FieldView>;

export function fieldViews(
  info: ObjectInfoRepresentation | undefined,
  { isNew }: { isNew: boolean }
): FieldViews {
  const views = SETTINGS.map((setting): [Setting, FieldView] => {
    const field = info?.fields[apiNameOf(setting)];
    const mayWrite = (of: { createable: boolean; updateable: boolean } | undefined): boolean =>
      Boolean(isNew ? of?.createable : of?.updateable);
    const canChange = mayWrite(info) && mayWrite(field);
    const view = {
      label: field?.label ?? apiNameOf(setting),
      help: field?.inlineHelpText ?? undefined,
      isShown: field !== undefined,
      canChange,
      isReadOnly: !canChange,
      isRequired: canChange && isRequired(setting)
    };
    return [setting, view];
  });
  return Object.fromEntries(views) as FieldViews;
}

/** Characters each text field holds. */
export function lengthsOf(
  info: ObjectInfoRepresentation | undefined
): Partial<Record<Setting, number>> {
  const lengths = SETTINGS.map((setting) => [setting, info?.fields[apiNameOf(setting)]?.length]);
  // A number has length 0: its range is checked, not its digits.
  return Object.fromEntries(lengths.filter(([, length]) => length));
}
