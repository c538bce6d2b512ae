import type { SoftphoneView } from 'c/softphoneView';
import PanelNotice from '../panelNotice';
import {
  find,
  findAll,
  mount,
  settled,
  unmountAll,
  words,
  ran
} from '../../softphonePanel/__tests__/data/mount';
import { NOON, view } from '../../softphonePanel/__tests__/data/views';

afterEach(() => {
  unmountAll();
  network.mockReturnValue(true);
});

const network = jest.spyOn(navigator, 'onLine', 'get');
const lost = { connection: { state: 'lost', since: NOON } } as const;
const ADDRESS = 'https://login.example.com/oauth/authorize?state=s-1';
const EXPIRED = { type: 'session_expired' } as const;
const EXPIRED_WORDS = ['Problem_Session_Expired', 'Sign_In_Again'];
const cases: [string, Partial<SoftphoneView>, string[]][] = [
  ['all is well', {}, []],
  ['Genesys Cloud does not answer', lost, ['Connecting']],
  ['connecting', { connection: { state: 'connecting', since: NOON } }, ['Connecting']],
  ['nobody to connect: the session ended', { ...lost, problem: EXPIRED }, EXPIRED_WORDS],
  ['not signed in, so not offline', { ...lost, phase: 'signed_out' }, []],
  ['another tab writes', { writer: 'other_tab' }, ['Other_Tab']],
  ['storage refused', { writer: 'memory_only' }, ['Memory_Only']],
  ['no phone', { station: 'none' }, ['Station_None']],
  ['phone not known', { station: undefined }, []],
  [
    'the session ends soon',
    { problem: { type: 'session_ending' } },
    ['Problem_Session_Ending', 'Sign_In_Again']
  ],
  ['the session ended in mid-call', { problem: EXPIRED }, EXPIRED_WORDS],
  [
    'signed out: the prompt says why',
    { phase: 'signed_out', problem: { type: 'session_expired' } },
    []
  ],
  ['a missed alert', { routingStatus: 'NOT_RESPONDING' }, ['Not_Responding', 'Respond']],
  ['on a call', { routingStatus: 'INTERACTING' }, []],
  [
    'a wish refused',
    { refused: { action: 'dial', type: 'forbidden', message: '' } },
    ['Action_Failed', 'Close']
  ]
];

it.each(cases)('%s', async (_name, changes, labels) => {
  const element = mount('c-panel-notice', PanelNotice, {
    view: view({ signInUrl: ADDRESS, ...changes })
  });
  await settled();
  const said = words(element);
  expect(labels.filter((label) => !said.includes(`c.Softphone_${label}`))).toEqual([]);
  expect(findAll(element, '.notice')).toHaveLength(labels.length ? 1 : 0);
});

it.each([
  ['offline', lost, ['Offline']],
  ['offline with work waiting', { ...lost, waiting: 2 }, ['Offline', 'Waiting_Many']],
  ['offline, trying again', { connection: { state: 'connecting', since: NOON } }, ['Offline']]
] as [string, Partial<SoftphoneView>, string[]][])(
  'no network at all: %s',
  async (_name, changes, labels) => {
    network.mockReturnValue(false);
    const element = mount('c-panel-notice', PanelNotice, { view: view(changes) });
    await settled();
    const said = words(element);
    expect(labels.filter((label) => !said.includes(`c.Softphone_${label}`))).toEqual([]);
    expect(said).not.toContain('c.Softphone_Connecting');
  }
);

it('a refused wish goes when it is read, and the next one is said again', async () => {
  const refused = () => ({ action: 'dial', type: 'server', message: '' }) as const;
  const given = view({ refused: refused() });
  const element = mount('c-panel-notice', PanelNotice, { view: given });
  await settled();
  find(element, 'button').click();
  Object.assign(element, { view: { ...given } });
  await settled();
  expect(findAll(element, '.notice')).toHaveLength(0);
  Object.assign(element, { view: { ...given, refused: refused() } });
  await settled();
  expect(findAll(element, '.notice')).toHaveLength(1);
});

it('on queue again with one click', async () => {
  const changes = { routingStatus: 'NOT_RESPONDING' };
  const element = mount('c-panel-notice', PanelNotice, { view: view(changes) });
  const heard = ran(element, 'respond');
  await settled();
  find(element, 'button').click();
  expect(heard).toEqual([{}]);
});

it.each(['session_expired', 'session_ending'] as const)(
  '%s: leads to the sign-in',
  async (type) => {
    const changes = { problem: { type }, signInUrl: ADDRESS };
    const element = mount('c-panel-notice', PanelNotice, { view: view(changes) });
    await settled();
    const { href, rel, target } = find<HTMLAnchorElement>(element, 'a');
    expect([href, rel, target]).toEqual([ADDRESS, 'opener', 'genesysSignIn']);
  }
);
