import type { SessionProblem, SoftphonePhase } from 'c/softphoneView';
import SignInPrompt from '../signInPrompt';
import {
  find,
  findAll,
  mount,
  say,
  settled,
  unmountAll,
  words,
  ran
} from '../../softphonePanel/__tests__/data/mount';

afterEach(unmountAll);

const ADDRESS = 'https://login.example.com/oauth/authorize?state=s-1';

interface Case {
  phase: SoftphonePhase;
  problem?: SessionProblem;
  says: string[];
  button?: string;
  link?: string;
}

const cases: Case[] = [
  { phase: 'loading', says: ['Loading'] },
  { phase: 'starting', says: ['Starting'] },
  { phase: 'signed_out', says: ['Signed_Out_Title', 'Signed_Out_Text'], link: 'Sign_In' },
  { phase: 'signing_in', says: ['Signing_In_Title'], link: 'Sign_In_Reopen' },
  { phase: 'not_configured', says: ['Not_Configured_Title', 'Problem_No_Settings'] },
  {
    phase: 'not_configured',
    problem: { type: 'no_client_id' },
    says: ['Not_Configured_Title', 'Problem_No_Client_Id']
  },
  {
    phase: 'signed_out',
    problem: { type: 'sign_in_refused' },
    says: ['Signed_Out_Title', 'Problem_Sign_In_Refused'],
    link: 'Sign_In'
  },
  {
    phase: 'signed_out',
    problem: { type: 'session_expired' },
    says: ['Problem_Session_Expired'],
    link: 'Sign_In'
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

it.each(cases)('$phase $problem.type', async ({ phase, problem, says, button, link }) => {
  const signInUrl = ADDRESS;
  const element = mount('c-sign-in-prompt', SignInPrompt, { phase, problem, signInUrl });
  await settled();
  for (const label of says) {
    expect(words(element)).toContain(`c.Softphone_${label}`);
  }
  const labels = findAll(element, 'lightning-button').map((found) => found.label);
  expect(labels).toEqual(button ? [`c.Softphone_${button}`] : []);
  const links = findAll(element, 'a').map((found) => found.textContent);
  expect(links).toEqual(link ? [`c.Softphone_${link}`] : []);
});

it('shows the detail as it came', async () => {
  const problem: SessionProblem = { type: 'genesys_unreachable', detail: 'api.example.com 503' };
  const element = mount('c-sign-in-prompt', SignInPrompt, { phase: 'failed', problem });
  await settled();
  expect(words(element)).toContain('api.example.com 503');
});

it('leads to the sign-in in a window that keeps its opener, and says when it is followed', async () => {
  const signInUrl = ADDRESS;
  const element = mount('c-sign-in-prompt', SignInPrompt, { phase: 'signed_out', signInUrl });
  const followed = ran(element, 'sign_in');
  await settled();
  const link = find<HTMLAnchorElement>(element, 'a');
  expect([link.href, link.rel, link.target]).toEqual([ADDRESS, 'opener', 'genesysSignIn']);
  link.addEventListener('click', (event) => event.preventDefault());
  say(link, 'click');
  expect(followed).toEqual([{}]);
});

it('has nothing to follow until the address is made', async () => {
  const element = mount('c-sign-in-prompt', SignInPrompt, { phase: 'signed_out' });
  await settled();
  expect(findAll(element, 'a')).toHaveLength(0);
});

it('starts again', async () => {
  const problem: SessionProblem = { type: 'genesys_unreachable' };
  const element = mount('c-sign-in-prompt', SignInPrompt, { phase: 'failed', problem });
  const asked = ran(element, 'start_again');
  await settled();
  say(find(element, 'lightning-button'), 'click');
  expect(asked).toEqual([{}]);
});
