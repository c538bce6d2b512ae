import ignore from '@salesforce/label/c.Settings_Identity_Ignore';
import refuse from '@salesforce/label/c.Settings_Identity_Refuse';
import warn from '@salesforce/label/c.Settings_Identity_Warn';

/** Values of Identity_Check__c, in words that say what comes of them. */
export function identityOptions(): { value: string; label: string }[] {
  return [
    { value: 'Warn', label: warn },
    { value: 'Refuse', label: refuse },
    { value: 'Ignore', label: ignore }
  ];
}
