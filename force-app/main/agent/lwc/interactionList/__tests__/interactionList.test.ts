import InteractionList from '../interactionList';
import {
  find,
  findAll,
  mount,
  recorded,
  settled,
  unmountAll,
  words
} from '../../softphonePanel/__tests__/data/mount';
import {
  email,
  finished,
  held,
  live,
  row,
  interaction
} from '../../softphonePanel/__tests__/data/views';

afterEach(unmountAll);

function list(rows = [live, email], more: object = {}) {
  return mount('c-interaction-list', InteractionList, { rows, label: 'Interactions', ...more });
}

it('marks the selected row for everyone', async () => {
  const element = list([live, email], { selectedKey: email.key });
  await settled();
  const current = findAll(element, 'button').map((button) => button.getAttribute('aria-current'));
  expect(current).toEqual([null, 'true']);
});

it('a click chooses', async () => {
  const element = list();
  const chosen = recorded(element, 'choosekey');
  await settled();
  findAll(element, 'button')[1]!.click();
  expect(chosen).toEqual([{ key: email.key }]);
});

it('arrow keys move between rows and stop at the ends', async () => {
  const element = list();
  await settled();
  const [first, second] = findAll(element, 'c-interaction-row');
  const focused = jest.spyOn(second!, 'focus');
  const down = () => new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true });
  first!.dispatchEvent(down());
  second!.dispatchEvent(down());
  expect(focused).toHaveBeenCalledTimes(1);
});

it.each([
  [live, 'c.Softphone_State_Connected'],
  [held, 'c.Softphone_Muted'],
  [row({ interaction: interaction({ held: true }) }), 'c.Softphone_State_Held'],
  [row({ interaction: interaction({ state: 'dialing' }) }), 'c.Softphone_State_Dialing']
])('says the state', async (given, expected) => {
  const element = list([given]);
  await settled();
  expect(words(element)).toContain(expected);
});

it('a finished row says how long it was, and how its Task stands', async () => {
  const element = list([finished[1]!]);
  await settled();
  expect(words(element)).toContain('6:14');
  const icons = findAll(element, 'lightning-icon').map((icon) => icon.alternativeText);
  expect(icons).toContain('c.Softphone_Mark_Needs_You');
});

it('a party nobody named is unknown, not blank', async () => {
  const nobody = interaction({ remoteName: undefined, remoteAddress: undefined });
  const element = list([row({ interaction: nobody })]);
  await settled();
  expect(find(element, '.party').textContent).toBe('c.Softphone_Unknown_Party');
});

it('brings the selected row into view when it becomes the selected one, and then leaves it', async () => {
  const brought: unknown[] = [];
  const scroll = function (this: { row: { key: string } }): void {
    brought.push(this.row.key);
  };
  Object.defineProperty(Element.prototype, 'scrollIntoView', { configurable: true, value: scroll });
  const element = list([live, email], { selectedKey: email.key });
  await settled();
  Object.assign(element, { rows: [live, { ...email }] });
  await settled();
  expect(brought).toEqual([email.key]);
  Object.assign(element, { selectedKey: live.key });
  await settled();
  expect(brought).toEqual([email.key, live.key]);
  Reflect.deleteProperty(Element.prototype, 'scrollIntoView');
});
