import type { SoftphoneView } from 'c/softphoneView';
import EmptyState from '../emptyState';
import { find, mount, settled, unmountAll } from '../../softphonePanel/__tests__/data/mount';
import { NOON, view } from '../../softphonePanel/__tests__/data/views';

afterEach(unmountAll);

const cases: [string, Partial<SoftphoneView>, string][] = [
  ['on queue', {}, 'c.Softphone_Empty_On_Queue'],
  ['not on queue', { presence: { id: 'busy', name: 'Busy' } }, 'c.Softphone_Empty_Off_Queue'],
  ['presence not known', { presence: undefined }, 'c.Softphone_Empty_On_Queue'],
  // Above stands a notice that says the contrary.
  ['after a missed alert', { routingStatus: 'NOT_RESPONDING' }, ''],
  ['no connection', { connection: { state: 'lost', since: NOON } }, ''],
  ['no phone', { station: 'none' }, '']
];
it.each(cases)('%s', async (_name, changes, expected) => {
  const element = mount('c-empty-state', EmptyState, { view: view(changes) });
  await settled();
  expect(find(element, '.text').textContent).toBe(expected);
});
