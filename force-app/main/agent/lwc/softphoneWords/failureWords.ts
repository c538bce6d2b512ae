import type { SaveFailure } from 'c/taskSync';
import { format } from './format';
import collision from '@salesforce/label/c.Softphone_Save_Collision';
import duplicate from '@salesforce/label/c.Softphone_Save_Duplicate';
import field from '@salesforce/label/c.Softphone_Save_Field_Refused';
import gone from '@salesforce/label/c.Softphone_Save_Gone';
import notYours from '@salesforce/label/c.Softphone_Save_Not_Yours';
import permanent from '@salesforce/label/c.Softphone_Save_Refused';
import signedOut from '@salesforce/label/c.Softphone_Save_Signed_Out';
import throttled from '@salesforce/label/c.Softphone_Save_Throttled';
import transient from '@salesforce/label/c.Softphone_Save_Later';
import unknownOutcome from '@salesforce/label/c.Softphone_Save_Unanswered';

/** {0} what Salesforce said, {1} the field it named. */
const WORDS: Record<SaveFailure['type'], string> = {
  permanent,
  field,
  duplicate,
  collision,
  gone,
  throttled,
  signed_out: signedOut,
  transient,
  unknown_outcome: unknownOutcome
};

/** Why the Task is not saved, as a sentence; `labelOf` turns a field's API name into its label. */
export function failureWords(
  failure: SaveFailure,
  labelOf: (field: string) => string = (name) => name
): string {
  if (failure.detail === 'not_yours') {
    return notYours;
  }
  const refused = failure.fields?.[0];
  if (failure.type === 'field' && refused) {
    return format(field, refused.message, labelOf(refused.field));
  }
  const words = failure.type === 'field' ? permanent : WORDS[failure.type];
  return format(words ?? permanent, failure.message);
}
