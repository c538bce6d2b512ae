import { apiNameOf, settingField, SETTINGS } from 'c/softphoneConfiguration';
import type { Setting, SettingOf } from 'c/softphoneConfiguration';

/** What the form holds: texts as typed, so that nothing typed is ever changed or lost. */
export type Draft = { [Name in Exclude<Setting, SettingOf<'checkbox'>>]: string } & {
  [Name in SettingOf<'checkbox'>]: boolean;
};

type Node = Record<string, { value?: unknown } | undefined>;
type DraftValue = Draft[Setting];

/** Before anything is saved. */
export const BLANK: Draft = draftFrom((setting) => {
  const field = settingField(setting);
  if (field.type === 'checkbox') return false;
  return 'byDefault' in field ? String(field.byDefault) : '';
});

/** From a `Softphone_Settings__c` node of a UI API GraphQL answer. */
export function draftOf(node: Node): Draft {
  return draftFrom((setting) => {
    const { field, type } = settingField(setting);
    const value = node[field]?.value;
    if (type === 'checkbox') return value === true;
    // A record that is older than the choice holds none, which is taken as this.
    return String(value ?? (type === 'choice' ? BLANK[setting] : ''));
  });
}

function draftFrom(valueOfSetting: (setting: Setting) => DraftValue): Draft {
  return Object.fromEntries(
    SETTINGS.map((setting) => [setting, valueOfSetting(setting)])
  ) as unknown as Draft;
}

/** Blanks around a text are no change: the org drops them. */
export function changedSettings(saved: Draft, draft: Draft): Setting[] {
  return SETTINGS.filter((setting) => valueOf(saved, setting) !== valueOf(draft, setting));
}

/** What a fresh record needs to say; the rest is the org's default. */
export function filledSettings(draft: Draft): Setting[] {
  return SETTINGS.filter((setting) => valueOf(draft, setting) !== null);
}

/** API name → the value to write; empty is `null`. */
export function recordFields(
  draft: Draft,
  settings: readonly Setting[]
): Record<string, string | number | boolean | null> {
  return Object.fromEntries(
    settings.map((setting) => [apiNameOf(setting), valueOf(draft, setting)])
  );
}

function valueOf(draft: Draft, setting: Setting): string | number | boolean | null {
  const value = draft[setting];
  if (typeof value === 'boolean') return value;
  const text = value.trim();
  if (text === '') return null;
  // A number that is none is kept as text, and the checks have it.
  const isNumber = settingField(setting).type === 'number' && Number.isFinite(Number(text));
  return isNumber ? Number(text) : text;
}
