import type { SoftphoneView } from 'c/softphoneSession';
import PanelNotice from '../panelNotice';
import {
  findAll,
  mount,
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
  ['phone not known', { station: undefined }, []]
];

it.each(cases)('%s', async (_name, changes, labels) => {
  const element = mount('c-panel-notice', PanelNotice, { view: view(changes) });
  await settled();
  const said = words(element);
  expect(labels.filter((label) => !said.includes(`c.Softphone_${label}`))).toEqual([]);
  expect(findAll(element, '.notice')).toHaveLength(labels.length ? 1 : 0);
});
