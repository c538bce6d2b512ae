import type { SessionProblem } from 'c/softphoneView';
import { format } from './format';
import badClientId from '@salesforce/label/c.Softphone_Problem_Bad_Client_Id';
import badGateway from '@salesforce/label/c.Softphone_Problem_Bad_Gateway';
import badRedirectUrl from '@salesforce/label/c.Softphone_Problem_Bad_Redirect_Url';
import badRegion from '@salesforce/label/c.Softphone_Problem_Bad_Region';
import noClientId from '@salesforce/label/c.Softphone_Problem_No_Client_Id';
import noPermission from '@salesforce/label/c.Softphone_Problem_No_Permission';
import noSettings from '@salesforce/label/c.Softphone_Problem_No_Settings';
import sdkMissing from '@salesforce/label/c.Softphone_Problem_Sdk_Missing';
import sessionEnding from '@salesforce/label/c.Softphone_Problem_Session_Ending';
import sessionExpired from '@salesforce/label/c.Softphone_Problem_Session_Expired';
import signInRefused from '@salesforce/label/c.Softphone_Problem_Sign_In_Refused';
import wrongIdentity from '@salesforce/label/c.Softphone_Problem_Wrong_Identity';
import unexpected from '@salesforce/label/c.Softphone_Problem_Unexpected';
import unreachable from '@salesforce/label/c.Softphone_Problem_Unreachable';
import titleFailed from '@salesforce/label/c.Softphone_Failed_Title';
import titleNotAllowed from '@salesforce/label/c.Softphone_Not_Allowed_Title';
import titleNotConfigured from '@salesforce/label/c.Softphone_Not_Configured_Title';
import titleSignInFailed from '@salesforce/label/c.Softphone_Sign_In_Failed_Title';

export interface ProblemWords {
  title: string;
  text: string;
}

const WORDS: Record<SessionProblem['type'], ProblemWords> = {
  no_settings: { title: titleNotConfigured, text: noSettings },
  no_client_id: { title: titleNotConfigured, text: noClientId },
  bad_region: { title: titleNotConfigured, text: badRegion },
  bad_gateway: { title: titleNotConfigured, text: badGateway },
  bad_client_id: { title: titleNotConfigured, text: badClientId },
  bad_redirect_url: { title: titleNotConfigured, text: badRedirectUrl },
  no_permission: { title: titleNotAllowed, text: noPermission },
  sign_in_refused: { title: titleSignInFailed, text: signInRefused },
  wrong_identity: { title: titleSignInFailed, text: wrongIdentity },
  session_ending: { title: titleSignInFailed, text: sessionEnding },
  session_expired: { title: titleSignInFailed, text: sessionExpired },
  sdk_missing: { title: titleFailed, text: sdkMissing },
  genesys_unreachable: { title: titleFailed, text: unreachable },
  unexpected: { title: titleFailed, text: unexpected }
};

/** What is wrong and what to do about it. The detail, when there is one, is shown apart. */
export function problemWords({ type, detail, identity }: SessionProblem): ProblemWords {
  const { title, text } = WORDS[type] ?? WORDS.unexpected;
  const parts = identity ? [identity.genesys, identity.salesforce] : [detail ?? ''];
  return { title, text: format(text, ...parts) };
}
