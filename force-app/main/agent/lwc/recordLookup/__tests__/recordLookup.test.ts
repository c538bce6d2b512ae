import RecordLookup from '../recordLookup';
import {
  quietly,
  find,
  findAll,
  mount,
  recorded,
  say,
  settled,
  unmountAll
} from '../../softphonePanel/__tests__/data/mount';

const OPTIONS = [
  { id: '1', label: 'Blanche Stokes', detail: 'Contact', icon: 'standard:contact' },
  { id: '2', label: 'Blanche Lindqvist', detail: 'Lead', icon: 'standard:lead' }
];

function lookup(props: object = {}) {
  return mount('c-record-lookup', RecordLookup, { label: 'Name', options: OPTIONS, ...props });
}

async function press(element: HTMLElement, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    find(element, 'input').dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
    await settled();
  }
}

async function type(element: HTMLElement, term: string): Promise<void> {
  const input = find<HTMLInputElement>(element, 'input');
  input.value = term;
  input.dispatchEvent(new CustomEvent('input'));
  await settled();
}

const isOpen = (element: HTMLElement) =>
  find(element, 'input').getAttribute('aria-expanded') === 'true';

afterEach(unmountAll);

it('asks for records when opened and at each keystroke', async () => {
  const element = lookup();
  const asked = recorded(element, 'search');
  await settled();
  find(element, 'input').click();
  await type(element, 'bl');
  expect(asked).toEqual([{ term: '' }, { term: 'bl' }]);
});

describe('by keyboard', () => {
  const cases: [string[], string | undefined][] = [
    [['ArrowDown', 'Enter'], '1'],
    [['ArrowDown', 'ArrowDown', 'Enter'], '2'],
    [['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter'], '1'],
    [['ArrowDown', 'ArrowUp', 'Enter'], '2'],
    [['ArrowDown', 'Escape', 'Enter'], undefined],
    [['Enter'], undefined]
  ];
  it.each(cases)('%p picks %s', async (keys, expected) => {
    const element = lookup();
    const picked = recorded(element, 'pick');
    await settled();
    await press(element, ...keys);
    expect(picked.map((detail) => (detail as { id: string }).id)).toEqual(
      expected ? [expected] : []
    );
  });

  it('the active option is announced', async () => {
    const element = lookup();
    await settled();
    await press(element, 'ArrowDown', 'ArrowDown');
    const active = find(element, 'input').getAttribute('aria-activedescendant');
    expect(find(element, '[aria-selected="true"]').id).toBe(active);
  });

  it('Enter does not pick from the answer to an older term', async () => {
    const element = lookup({ searching: true });
    const picked = recorded(element, 'pick');
    await settled();
    await press(element, 'ArrowDown', 'Enter');
    expect(picked).toEqual([]);
  });
});

it('picks by mouse and closes', async () => {
  const element = lookup();
  const picked = recorded(element, 'pick');
  await settled();
  find(element, 'input').click();
  await settled();
  findAll(element, '[role="option"]')[1]!.click();
  await settled();
  expect(picked).toEqual([{ id: '2', label: 'Blanche Lindqvist' }]);
  expect(isOpen(element)).toBe(false);
});

it.each([
  [{ options: [], searching: true }, 'c.Softphone_Lookup_Searching'],
  [{ options: [] }, 'c.Softphone_Lookup_None']
])('%p is said', async (props, words) => {
  const element = lookup(props);
  await settled();
  find(element, 'input').click();
  await settled();
  expect(find(element, '.hint').textContent).toBe(words);
});

it('closes when it loses the focus', async () => {
  const element = lookup();
  await settled();
  find(element, 'input').click();
  await settled();
  find(element, 'input').dispatchEvent(new CustomEvent('blur'));
  await settled();
  expect(isOpen(element)).toBe(false);
});

describe('what is chosen', () => {
  const chosen = { id: '003', label: 'Blanche Stokes', url: '/003' };

  it('is a link that the root opens, and can be taken back', async () => {
    const element = lookup({ chosen });
    const opened = recorded(element, 'openrecord');
    const cleared = recorded(element, 'clear');
    await settled();
    find(element, 'a').click();
    say(find(element, 'lightning-button-icon'), 'click');
    expect([opened, cleared]).toEqual([[{ recordId: '003' }], [{}]]);
  });

  it('is plain text when there is no record to open', async () => {
    const element = lookup({ chosen, hideLink: true });
    await settled();
    expect(findAll(element, 'a')).toHaveLength(0);
    expect(find(element, '.value').textContent).toBe('Blanche Stokes');
  });
});

it('is accessible while open', async () => {
  const element = lookup();
  await settled();
  find(element, 'input').click();
  await settled();
  await quietly(() => expect(element).toBeAccessible());
});

describe('what it says', () => {
  const cases: [props: object, words: string[]][] = [
    [{ options: [] }, ['c.Softphone_Lookup_None']],
    [{ options: [], searching: true }, ['c.Softphone_Lookup_Searching']],
    [{ options: [], incomplete: true }, ['c.Softphone_Lookup_Failed']],
    [{ options: [], incomplete: true, searching: true }, ['c.Softphone_Lookup_Searching']],
    [{ incomplete: true }, ['c.Softphone_Lookup_Partly']],
    [{ incomplete: true, searching: true }, []],
    [{}, []]
  ];
  it.each(cases)('with %p: %s', async (props, words) => {
    const element = lookup(props);
    await settled();
    find(element, 'input').click();
    await settled();
    const said = findAll(element, '[role="status"]').map((one) => one.textContent);
    expect(said).toEqual(words);
  });
});
