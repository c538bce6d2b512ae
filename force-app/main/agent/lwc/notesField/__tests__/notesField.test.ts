import NotesField from '../notesField';
import {
  find,
  mount,
  recorded,
  say,
  settled,
  unmountAll
} from '../../softphonePanel/__tests__/data/mount';

function field(notes: string) {
  const element = mount('c-notes-field', NotesField, { notes });
  return { element, area: find(element, 'lightning-textarea') };
}

afterEach(unmountAll);

it('says every input at once', () => {
  const { element, area } = field('');
  const said = recorded(element, 'notes');
  say(area, 'change', { value: 'a' });
  say(area, 'change', { value: 'ab' });
  expect(said).toEqual([{ text: 'a' }, { text: 'ab' }]);
});

it.each([
  ['an older echo', 'ab', 'abc'],
  ['an emptied value', '', 'abc'],
  ['another tab', 'something else', 'abc']
])('while typing, %s takes no letter away', async (_name, outside, expected) => {
  const { element, area } = field('');
  say(area, 'focus');
  say(area, 'change', { value: 'abc' });
  Object.assign(element, { notes: outside });
  await settled();
  expect(area.value).toBe(expected);
});

it('shows what comes from outside when nobody types', async () => {
  const { element, area } = field('mine');
  say(area, 'focus');
  say(area, 'blur');
  Object.assign(element, { notes: 'from another tab' });
  await settled();
  expect(area.value).toBe('from another tab');
});
