import type { FieldValue } from 'c/taskDraft';
import empty from '@salesforce/label/c.Softphone_Value_Empty';
import no from '@salesforce/label/c.Softphone_Value_No';
import yes from '@salesforce/label/c.Softphone_Value_Yes';
import byAgent from '@salesforce/label/c.Softphone_Source_Agent';
import byDefault from '@salesforce/label/c.Softphone_Source_Default';

const numbers = new Intl.NumberFormat(undefined, { maximumFractionDigits: 20 });
// The browser's locale and zone, as for the Task's Subject and every other time of the panel.
const moments = new Intl.DateTimeFormat(undefined, { dateStyle: 'short', timeStyle: 'medium' });

/** A saved value for reading. `dataType` as UI API spells it; text is never reinterpreted. */
export function valueWords(value: FieldValue | undefined, dataType?: string): string {
  if (value === undefined || value === null || value === '') {
    return empty;
  }
  if (typeof value === 'boolean') {
    return value ? yes : no;
  }
  if (typeof value === 'number') {
    return numbers.format(value);
  }
  const moment = dataType === 'DateTime' ? Date.parse(value) : NaN;
  return Number.isNaN(moment) ? value : moments.format(moment);
}

/** Where a value came from: an attribute by its public name, the product, or the agent. */
export function sourceWords(source: string | undefined): string {
  if (source === 'agent') {
    return byAgent;
  }
  return !source || source === 'default' ? byDefault : source;
}
