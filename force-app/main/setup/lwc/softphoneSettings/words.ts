import { format } from 'c/softphoneWords';
import hasBlank from '@salesforce/label/c.Settings_Problem_Has_Blank';
import hasExtra from '@salesforce/label/c.Settings_Problem_Has_Extra';
import noConversationId from '@salesforce/label/c.Settings_Problem_No_Conversation_Id';
import notADomain from '@salesforce/label/c.Settings_Problem_Not_A_Domain';
import notAUrl from '@salesforce/label/c.Settings_Problem_Not_A_Url';
import notAWholeNumber from '@salesforce/label/c.Settings_Problem_Not_A_Whole_Number';
import notHttps from '@salesforce/label/c.Settings_Problem_Not_Https';
import notInPicklist from '@salesforce/label/c.Settings_Problem_Not_In_Picklist';
import notTheDomain from '@salesforce/label/c.Settings_Problem_Not_The_Domain';
import outOfRange from '@salesforce/label/c.Settings_Problem_Out_Of_Range';
import required from '@salesforce/label/c.Settings_Problem_Required';
import tooLong from '@salesforce/label/c.Settings_Problem_Too_Long';
import unknownPlaceholder from '@salesforce/label/c.Settings_Problem_Unknown_Placeholder';
import type { SettingProblem, SettingProblemType } from './checks';

/** {0} field, {1} value, {2} the limit or the part in question, {3} length. */
const PROBLEMS: Record<SettingProblemType, string> = {
  required,
  too_long: tooLong,
  not_a_domain: notADomain,
  not_the_domain: notTheDomain,
  has_blank: hasBlank,
  not_a_url: notAUrl,
  not_https: notHttps,
  has_extra: hasExtra,
  not_in_picklist: notInPicklist,
  not_a_whole_number: notAWholeNumber,
  out_of_range: outOfRange,
  unknown_placeholder: unknownPlaceholder,
  no_conversation_id: noConversationId
};

/** Longer values are recognized by their beginning. */
const SHOWN = 60;

export function settingWords(problem: SettingProblem, fieldLabel: string): string {
  const { type, value = '', detail, limit, length } = problem;
  const shown = value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value;
  return format(PROBLEMS[type], fieldLabel, shown, detail ?? limit, length);
}
