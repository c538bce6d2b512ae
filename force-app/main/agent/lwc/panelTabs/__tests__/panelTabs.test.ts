import PanelTabs from '../panelTabs';
import {
  find,
  findAll,
  mount,
  recorded,
  settled,
  unmountAll
} from '../../softphonePanel/__tests__/data/mount';

const TABS = [
  { id: 'a', label: 'A', icon: 'utility:list' },
  { id: 'b', label: 'B', icon: 'utility:keypad' },
  { id: 'c', label: 'C', icon: 'utility:clock', badge: 2, badgeText: 'Needs you (2)' }
];

afterEach(unmountAll);

it.each([
  ['a', 'ArrowRight', 'b'],
  ['c', 'ArrowRight', 'a'],
  ['a', 'ArrowLeft', 'c']
])('from %s, %s goes to %s', async (selected, key, expected) => {
  const element = mount('c-panel-tabs', PanelTabs, { tabs: TABS, selected });
  const chosen = recorded(element, 'choosetab');
  await settled();
  find(element, '[role="tablist"]').dispatchEvent(new KeyboardEvent('keydown', { key }));
  expect(chosen).toEqual([{ id: expected }]);
});

it('only the selected one is a tab stop', async () => {
  const element = mount('c-panel-tabs', PanelTabs, { tabs: TABS, selected: 'b' });
  await settled();
  const stops = findAll(element, '[role="tab"]').map((tab) => tab.getAttribute('tabindex'));
  expect(stops).toEqual(['-1', '0', '-1']);
});

it('a badge says in words what it counts', async () => {
  const element = mount('c-panel-tabs', PanelTabs, { tabs: TABS, selected: 'a' });
  await settled();
  expect(findAll(element, '.badge')).toHaveLength(1);
  expect(find(element, '.badge .slds-assistive-text').textContent).toBe('Needs you (2)');
});
