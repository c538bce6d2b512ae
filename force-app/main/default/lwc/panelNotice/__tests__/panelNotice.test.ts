import type { SoftphoneView } from 'c/softphoneSession';
import PanelNotice from '../panelNotice';
import {
  find,
  findAll,
  mount,
  recorded,
  settled,
  unmountAll,
  words
} from '../../softphonePanel/__tests__/data/mount';
import { NOON, view } from '../../softphonePanel/__tests__/data/views';

afterEach(unmountAll);

const lost = { connection: { state: 'lost', since: NOON } } as const;
const cases: [string, Partial<SoftphoneView>, string[]][] = [
  ['all is well', {}, []],
  ['offline', lost, ['Offline']],
  ['offline with work waiting', { ...lost, waiting: 2 }, ['Offline', 'Waiting_Many']],
  ['connecting', { connection: { state: 'connecting', since: NOON } }, ['Connecting']],
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
  [
    'the session ended in mid-call',
    { problem: { type: 'session_expired' } },
    ['Problem_Session_Expired', 'Sign_In_Again']
  ],
  [
    'signed out: the prompt says why',
    { phase: 'signed_out', problem: { type: 'session_expired' } },
    []
  ],
  ['a missed alert', { routingStatus: 'NOT_RESPONDING' }, ['Not_Responding', 'Respond']],
  ['on a call', { routingStatus: 'INTERACTING' }, []]
];

it.each(cases)('%s', async (_name, changes, labels) => {
  const element = mount('c-panel-notice', PanelNotice, { view: view(changes) });
  await settled();
  const said = words(element);
  expect(labels.filter((label) => !said.includes(`c.Softphone_${label}`))).toEqual([]);
  expect(findAll(element, '.notice')).toHaveLength(labels.length ? 1 : 0);
});

it.each([
  ['signin', { problem: { type: 'session_expired' } }],
  ['respond', { routingStatus: 'NOT_RESPONDING' }]
] as [string, Partial<SoftphoneView>][])('%s with one click', async (event, changes) => {
  const element = mount('c-panel-notice', PanelNotice, { view: view(changes) });
  const heard = recorded(element, event);
  await settled();
  find(element, 'button').click();
  expect(heard).toEqual([{}]);
});
