import type { ActionProblem } from 'c/softphoneView';
import { format } from './format';
import answer from '@salesforce/label/c.Softphone_Answer';
import decline from '@salesforce/label/c.Softphone_Decline';
import dial from '@salesforce/label/c.Softphone_Dial_Call';
import done from '@salesforce/label/c.Softphone_Done';
import end from '@salesforce/label/c.Softphone_End';
import failed from '@salesforce/label/c.Softphone_Action_Failed';
import forbidden from '@salesforce/label/c.Softphone_Action_Forbidden';
import gone from '@salesforce/label/c.Softphone_Action_Gone';
import hold from '@salesforce/label/c.Softphone_Hold';
import keypad from '@salesforce/label/c.Softphone_Keypad';
import mute from '@salesforce/label/c.Softphone_Mute';
import onPhone from '@salesforce/label/c.Softphone_Action_On_Phone';
import presence from '@salesforce/label/c.Softphone_Presence_Unknown';
import refused from '@salesforce/label/c.Softphone_Action_Refused';
import respond from '@salesforce/label/c.Softphone_Respond';
import resume from '@salesforce/label/c.Softphone_Resume';
import server from '@salesforce/label/c.Softphone_Action_Server';
import signedOut from '@salesforce/label/c.Softphone_Action_Signed_Out';
import throttled from '@salesforce/label/c.Softphone_Action_Throttled';
import transfer from '@salesforce/label/c.Softphone_Transfer';
import unanswered from '@salesforce/label/c.Softphone_Action_Unanswered';
import unmute from '@salesforce/label/c.Softphone_Unmute';
import unsupported from '@salesforce/label/c.Softphone_Action_Unsupported';
import wrapUp from '@salesforce/label/c.Softphone_Wrap_Up';

/** An action is called as the control that asks for it. */
const ACTIONS: Record<ActionProblem['action'], string> = {
  answer,
  decline,
  end,
  hold,
  resume,
  mute,
  unmute,
  digits: keypad,
  transfer,
  wrap_up: wrapUp,
  wrap_up_codes: wrapUp,
  done,
  dial,
  presence,
  respond
};

/** Why, and what to do. Whatever has no words here is said in those of Genesys Cloud. */
const REASONS: Partial<Record<ActionProblem['type'], string>> = {
  forbidden,
  not_found: gone,
  no_communication: gone,
  server,
  signed_out: signedOut,
  throttled,
  unreachable: unanswered,
  unsupported
};

/** The phone may still be able to do what Genesys Cloud does not do for us. */
const NOT_THE_PHONE: ActionProblem['type'][] = ['signed_out', 'unreachable', 'not_found'];

/** What did not work, why, and what to do, as sentences for the agent. */
export function actionWords({ action, type, message }: ActionProblem, isCall = false): string {
  const said = format(failed, ACTIONS[action], REASONS[type] ?? format(refused, message));
  // Calls are answered by request only while a WebRTC phone keeps its line open.
  const byHand = action === 'answer' && isCall && !NOT_THE_PHONE.includes(type);
  return byHand ? `${said} ${onPhone}` : said;
}
