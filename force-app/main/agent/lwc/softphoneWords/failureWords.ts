import type { SaveFailure } from 'c/taskSync';
import { format } from './format';
import collision from '@salesforce/label/c.Softphone_Save_Collision';
import duplicate from '@salesforce/label/c.Softphone_Save_Duplicate';
import field from '@salesforce/label/c.Softphone_Save_Field_Refused';
import gone from '@salesforce/label/c.Softphone_Save_Gone';
import notVisible from '@salesforce/label/c.Softphone_Save_Not_Visible';
import notYours from '@salesforce/label/c.Softphone_Save_Not_Yours';
import permanent from '@salesforce/label/c.Softphone_Save_Refused';
import recordUnusable from '@salesforce/label/c.Softphone_Save_Record_Unusable';
import signedOut from '@salesforce/label/c.Softphone_Save_Signed_Out';
import throttled from '@salesforce/label/c.Softphone_Save_Throttled';
import transient from '@salesforce/label/c.Softphone_Save_Later';
import unknownOutcome from '@salesforce/label/c.Softphone_Save_Unanswered';

/** {0} what Salesforce said, {1} the field it named, {2} the record in that field. */
const WORDS: Record<SaveFailure['type'], string> = {
  permanent,
  field,
  reference: recordUnusable,
  duplicate,
  collision,
  gone,
  throttled,
  signed_out: signedOut,
  transient,
  unknown_outcome: unknownOutcome
};

/**
 * Why the Task is not saved, as a sentence. `labelOf` turns a field's API name into its label,
 * `recordIn` into the name of the record that was to stand in it.
 */
export function failureWords(
  failure: SaveFailure,
  labelOf: (field: string) => string = (name) => name,
  recordIn: (field: string) => string = labelOf
): string {
  if (failure.detail === 'not_yours') return notYours;
  if (failure.detail === 'exists_not_visible') return notVisible;
  const needsField = failure.type === 'field' || failure.type === 'reference';
  const refused = needsField ? failure.fields?.[0] : undefined;
  if (refused) {
    const words = refused.isReference ? recordUnusable : field;
    return format(words, refused.message, labelOf(refused.field), recordIn(refused.field));
  }
  const words = needsField ? permanent : WORDS[failure.type];
  return format(words ?? permanent, failure.message);
}
