import type { FieldSchema, FieldValue } from './schema';
import type { OrgUser } from './orgTypes';

/** `displayValue` of a field: the value as this user reads it, null where it equals the value itself. */
export function displayValue(
  field: FieldSchema,
  value: FieldValue | undefined,
  user: OrgUser
): string | null {
  if (value === null || value === undefined) return null;
  switch (field.dataType) {
    case 'Picklist':
    case 'MultiPicklist':
      return String(value)
        .split(';')
        .map((one) => field.picklist?.values.find((known) => known.value === one)?.label ?? one)
        .join(';');
    case 'Int': {
      const shown = new Intl.NumberFormat(user.locale, decimals(field.scale)).format(Number(value));
      return shown === String(value) ? null : shown;
    }
    case 'Double':
      return new Intl.NumberFormat(user.locale, decimals(field.scale)).format(Number(value));
    case 'Currency':
      return new Intl.NumberFormat(user.locale, {
        style: 'currency',
        currency: 'USD',
        ...decimals(field.scale)
      }).format(Number(value));
    case 'Percent':
      return `${new Intl.NumberFormat(user.locale, decimals(field.scale)).format(Number(value))}%`;
    case 'Date':
      return new Intl.DateTimeFormat(user.locale, { timeZone: 'UTC' }).format(
        new Date(`${String(value)}T00:00:00Z`)
      );
    case 'DateTime':
      return new Intl.DateTimeFormat(user.locale, {
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
        timeZone: user.timeZone
      }).format(new Date(String(value)));
    default:
      return null;
  }
}

function decimals(scale: number): Intl.NumberFormatOptions {
  return { minimumFractionDigits: scale, maximumFractionDigits: scale };
}
