import PresenceMenu from '../presenceMenu';
import {
  find,
  findAll,
  mount,
  say,
  settled,
  unmountAll,
  ran
} from '../../softphonePanel/__tests__/data/mount';
import { view } from '../../softphonePanel/__tests__/data/views';

const { presences } = view();

afterEach(unmountAll);

it.each([
  ['queue', 'On Queue', 'dot_on-queue'],
  ['available', 'Available', 'dot_available'],
  ['meeting', 'In a Meeting', 'dot_busy'],
  ['meal', 'Lunch', 'dot_away'],
  ['unlisted', 'Gone fishing', 'dot_neutral']
])('%s shows its name and colour', async (id, name, tone) => {
  const element = mount('c-presence-menu', PresenceMenu, { presence: { id, name }, presences });
  await settled();
  expect(find(element, 'lightning-button-menu').label).toBe(name);
  expect(find(element, '.dot').className).toContain(tone);
});

it.each([
  ['queue', 'ON_QUEUE', 'On Queue'],
  ['meal', 'MEAL', 'Lunch'],
  ['idle', 'IDLE', 'Untätig'],
  ['unlisted', 'BUSY', 'BUSY']
])('%s, told as %s, is named as its definition is', async (id, name, shown) => {
  const element = mount('c-presence-menu', PresenceMenu, { presence: { id, name }, presences });
  await settled();
  expect(find(element, 'lightning-button-menu').label).toBe(shown);
});

it('offers what an agent can be', async () => {
  const element = mount('c-presence-menu', PresenceMenu, { presences });
  await settled();
  const values = findAll(element, 'lightning-menu-item').map(({ value }) => value);
  expect(values).toEqual(['available', 'queue', 'busy', 'meeting', 'meal', 'away']);
});

it('marks the current one and asks for the chosen one', async () => {
  const element = mount('c-presence-menu', PresenceMenu, {
    presence: { id: 'queue', name: 'On Queue' },
    presences
  });
  const asked = ran(element, 'presence');
  await settled();
  const items = findAll(element, 'lightning-menu-item');
  expect(items.filter((item) => item.checked).map((item) => item.value)).toEqual(['queue']);
  say(find(element, 'lightning-button-menu'), 'select', { value: 'busy' });
  expect(asked).toEqual([{ id: 'busy' }]);
});
