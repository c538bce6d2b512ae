import type { SessionProblem, SoftphonePhase } from 'c/softphoneSession';
import SignInPrompt from '../signInPrompt';
import {
  find,
  findAll,
  mount,
  recorded,
  say,
  settled,
  unmountAll,
  words
} from '../../softphonePanel/__tests__/data/mount';

afterEach(unmountAll);

interface Case {
  phase: SoftphonePhase;
  problem?: SessionProblem;
  says: string[];
  button?: string;
}

const cases: Case[] = [
  { phase: 'loading', says: ['Loading'] },
  { phase: 'starting', says: ['Starting'] },
  { phase: 'signed_out', says: ['Signed_Out_Title', 'Signed_Out_Text'], button: 'Sign_In' },
  { phase: 'signing_in', says: ['Signing_In_Title'], button: 'Sign_In_Reopen' },
  { phase: 'not_configured', says: ['Not_Configured_Title', 'Problem_No_Settings'] },
  {
    phase: 'not_configured',
    problem: { type: 'no_client_id' },
    says: ['Not_Configured_Title', 'Problem_No_Client_Id']
  },
  {
    phase: 'signed_out',
    problem: { type: 'popup_blocked' },
    says: ['Signed_Out_Title', 'Problem_Popup_Blocked'],
    button: 'Sign_In'
  },
  {
    phase: 'signed_out',
    problem: { type: 'session_expired' },
    says: ['Problem_Session_Expired'],
    button: 'Sign_In'
  },
  {
    phase: 'failed',
    problem: { type: 'no_permission' },
    says: ['Not_Allowed_Title', 'Problem_No_Permission']
  },
  { phase: 'failed', problem: { type: 'sdk_missing' }, says: ['Problem_Sdk_Missing'] },
  {
    phase: 'failed',
    problem: { type: 'genesys_unreachable', detail: 'api.example.com' },
    says: ['Failed_Title', 'Problem_Unreachable'],
    button: 'Try_Again'
  },
  {
    phase: 'failed',
    problem: { type: 'unexpected' },
    says: ['Problem_Unexpected'],
    button: 'Try_Again'
  }
];

it.each(cases)('$phase $problem.type', async ({ phase, problem, says, button }) => {
  const element = mount('c-sign-in-prompt', SignInPrompt, { phase, problem });
  await settled();
  for (const label of says) {
    expect(words(element)).toContain(`c.Softphone_${label}`);
  }
  const labels = findAll(element, 'lightning-button').map((found) => found.label);
  expect(labels).toEqual(button ? [`c.Softphone_${button}`] : []);
});

it('shows the detail as it came', async () => {
  const problem: SessionProblem = { type: 'genesys_unreachable', detail: 'api.example.com 503' };
  const element = mount('c-sign-in-prompt', SignInPrompt, { phase: 'failed', problem });
  await settled();
  expect(words(element)).toContain('api.example.com 503');
});

it('asks to sign in', async () => {
  const element = mount('c-sign-in-prompt', SignInPrompt, { phase: 'signed_out' });
  const asked = recorded(element, 'signin');
  await settled();
  say(find(element, 'lightning-button'), 'click');
  expect(asked).toEqual([{}]);
});
