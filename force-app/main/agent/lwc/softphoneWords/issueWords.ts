import { cutBefore } from 'c/interaction';
import type { Issue } from 'c/taskDraft';
import type { SyncIssue } from 'c/taskSync';
import { format } from './format';
import agentWins from '@salesforce/label/c.Softphone_Issue_Agent_Wins';
import cut from '@salesforce/label/c.Softphone_Issue_Cut';
import duplicateMapping from '@salesforce/label/c.Softphone_Issue_Duplicate_Mapping';
import fieldHidden from '@salesforce/label/c.Softphone_Issue_Field_Hidden';
import leadWithWhat from '@salesforce/label/c.Softphone_Issue_Lead_With_What';
import merged from '@salesforce/label/c.Softphone_Issue_Merged';
import notABoolean from '@salesforce/label/c.Softphone_Issue_Not_A_Boolean';
import notADate from '@salesforce/label/c.Softphone_Issue_Not_A_Date';
import notANumber from '@salesforce/label/c.Softphone_Issue_Not_A_Number';
import notATime from '@salesforce/label/c.Softphone_Issue_Not_A_Time';
import notAWebAddress from '@salesforce/label/c.Softphone_Issue_Not_A_Web_Address';
import notAnEmail from '@salesforce/label/c.Softphone_Issue_Not_An_Email';
import notAnId from '@salesforce/label/c.Softphone_Issue_Not_An_Id';
import notCreateable from '@salesforce/label/c.Softphone_Issue_Not_Createable';
import notInPicklist from '@salesforce/label/c.Softphone_Issue_Not_In_Picklist';
import notUpdateable from '@salesforce/label/c.Softphone_Issue_Not_Updateable';
import notWritable from '@salesforce/label/c.Softphone_Issue_Not_Writable';
import numberTooLarge from '@salesforce/label/c.Softphone_Issue_Number_Too_Large';
import other from '@salesforce/label/c.Softphone_Issue_Other';
import recordUnusable from '@salesforce/label/c.Softphone_Issue_Record_Unusable';
import refused from '@salesforce/label/c.Softphone_Issue_Refused';
import requiredField from '@salesforce/label/c.Softphone_Issue_Required_Field';
import reservedField from '@salesforce/label/c.Softphone_Issue_Reserved_Field';
import rounded from '@salesforce/label/c.Softphone_Issue_Rounded';
import tooLong from '@salesforce/label/c.Softphone_Issue_Too_Long';
import unknownAttribute from '@salesforce/label/c.Softphone_Issue_Unknown_Attribute';
import unsupportedType from '@salesforce/label/c.Softphone_Issue_Unsupported_Type';
import wrongObject from '@salesforce/label/c.Softphone_Issue_Wrong_Object';

/** {0} value, {1} limit, {2} length, {3} attribute or type; for `refused` {0} is what Salesforce said. */
const WORDS: Record<SyncIssue['type'], string> = {
  unknown_attribute: unknownAttribute,
  field_hidden: fieldHidden,
  not_writable: notWritable,
  not_createable: notCreateable,
  not_updateable: notUpdateable,
  reserved_field: reservedField,
  duplicate_mapping: duplicateMapping,
  unsupported_type: unsupportedType,
  too_long: tooLong,
  not_a_number: notANumber,
  number_too_large: numberTooLarge,
  rounded,
  not_a_boolean: notABoolean,
  not_a_date: notADate,
  not_a_time: notATime,
  not_an_email: notAnEmail,
  not_a_web_address: notAWebAddress,
  not_an_id: notAnId,
  wrong_object: wrongObject,
  not_in_picklist: notInPicklist,
  refused,
  merged,
  required_field: requiredField,
  lead_with_what: leadWithWhat,
  agent_wins: agentWins
};

const LONGEST_VALUE = 40;

/**
 * Why a field is not what its mapping asked for, as a sentence for the agent; `recordIn` tells the
 * name of the record that was to stand in a field.
 */
export function issueWords(issue: SyncIssue, recordIn?: (field: string) => string): string {
  const words = issue.action === 'cut' ? cut : (WORDS[issue.type] ?? other);
  if (issue.type === 'merged') {
    return format(words, recordIn?.(issue.field) ?? issue.recordId);
  }
  if (issue.type === 'refused') {
    const { recordId, message, field } = issue;
    if (recordId === undefined) return format(words, message);
    return format(recordUnusable, recordIn?.(field) ?? recordId, message);
  }
  const { type, value, limit, length, attribute } = issue;
  return format(words, shortened(value), limit, length, attribute ?? type);
}

function shortened(value: Issue['value']): string {
  const text = String(value ?? '');
  return text.length > LONGEST_VALUE ? `${text.slice(0, cutBefore(text, LONGEST_VALUE))}…` : text;
}
