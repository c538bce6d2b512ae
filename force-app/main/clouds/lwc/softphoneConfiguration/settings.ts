import { SETTINGS, settingField } from './settingFields';
import type { ChoiceOf, SettingField, SettingOf } from './settingFields';

/** The admin's settings. An absent text means: the default in code. */
export type SoftphoneSettings = { [Name in SettingOf<'text'>]?: string } & {
  [Name in SettingOf<'choice'>]?: ChoiceOf<Name>;
} & { [Name in SettingOf<'number'>]: number } & { [Name in SettingOf<'checkbox'>]: boolean };

export type IdentityCheck = ChoiceOf<'identityCheck'>;

/** A node of a UI API GraphQL answer. */
type Node = Record<string, { value?: unknown } | undefined>;
type Value = string | number | boolean | undefined;

/** From a `Softphone_Settings__c` node; what can't be right is corrected. */
export function softphoneSettings(node: unknown): SoftphoneSettings {
  const read = SETTINGS.flatMap((setting): [string, Value][] => {
    const field = settingField(setting);
    const value = taken(field, asked(node, field));
    return value === undefined ? [] : [[setting, value]];
  });
  return Object.fromEntries(read) as SoftphoneSettings;
}

/** What stands there and is not taken as it stands, for the support log; texts never, they are the admin's. */
export function settingsCorrected(node: unknown): string[] {
  return SETTINGS.map(settingField).flatMap((field) => {
    const value = asked(node, field);
    if (field.type === 'text' || field.type === 'checkbox' || value == null) return [];
    const instead = taken(field, value);
    return instead === lowered(value) || instead === value
      ? []
      : [`${field.field} ${String(value).slice(0, 20)}, taken as ${instead}`];
  });
}

function asked(node: unknown, { field }: SettingField): unknown {
  return ((node ?? {}) as Node)[field]?.value;
}

function taken(field: SettingField, value: unknown): Value {
  switch (field.type) {
    case 'checkbox':
      return value === true;
    case 'number':
      if (typeof value !== 'number' || Number.isNaN(value)) return field.byDefault;
      return Math.min(Math.max(value, 0), field.most);
    case 'choice':
      return lowered(
        field.choices.find((choice) => lowered(choice) === lowered(value)) ?? field.byDefault
      );
    default:
      return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  }
}

function lowered<Any>(value: Any): Any | string {
  return typeof value === 'string' ? value.toLowerCase() : value;
}
