import { registerSa11yMatcher } from '@sa11y/jest';
import { createElement } from 'lwc';
import MappingPicker from '../mappingPicker';

const GROUPS = [
  {
    label: 'Call',
    options: [
      { value: 'Call.Ani', label: 'Call.Ani', detail: 'Text' },
      { value: 'Call.State', label: 'Call.State', detail: 'Text' }
    ]
  },
  { label: 'Email', options: [{ value: 'Email.Subject', label: 'Email.Subject', detail: 'Text' }] }
];

function picker(): { element: HTMLElement; input: HTMLInputElement; events: unknown[] } {
  const element = createElement('c-mapping-picker', { is: MappingPicker });
  Object.assign(element, { label: 'Attribute', groups: GROUPS, chosenLabel: 'Call.Queue' });
  const events: unknown[] = [];
  for (const type of ['search', 'pick']) {
    element.addEventListener(type, (event) => events.push([type, (event as CustomEvent).detail]));
  }
  document.body.appendChild(element);
  return { element, input: element.shadowRoot!.querySelector('input')!, events };
}

async function press(input: HTMLInputElement, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await Promise.resolve();
  }
}

beforeAll(registerSa11yMatcher);
afterEach(() => document.body.replaceChildren());

test('shows what is chosen, closed', () => {
  const { input } = picker();
  expect(input.value).toBe('Call.Queue');
  expect(input.getAttribute('aria-expanded')).toBe('false');
});

test('by keyboard: open, move over groups and around the ends, choose', async () => {
  const { element, input, events } = picker();
  await press(input, 'ArrowDown');
  expect(input.getAttribute('aria-expanded')).toBe('true');
  await press(input, 'ArrowDown', 'ArrowDown');
  const active = element.shadowRoot!.querySelector('[aria-selected="true"]') as HTMLElement;
  expect(active.dataset.value).toBe('Email.Subject');
  expect(input.getAttribute('aria-activedescendant')).toBe(active.id);
  await press(input, 'ArrowDown', 'ArrowDown', 'Enter');
  expect(events).toEqual([
    ['search', { term: '' }],
    ['pick', { value: 'Call.State' }]
  ]);
  expect(input.getAttribute('aria-expanded')).toBe('false');
});

test('opens on what is chosen', async () => {
  const { element, input } = picker();
  Object.assign(element, { value: 'Email.Subject' });
  await press(input, 'ArrowDown');
  const active = element.shadowRoot!.querySelector('[aria-selected="true"]') as HTMLElement;
  expect(active.dataset.value).toBe('Email.Subject');
});

test('by mouse: open and choose', async () => {
  const { element, input, events } = picker();
  input.click();
  await Promise.resolve();
  element.shadowRoot!.querySelector<HTMLElement>('[data-value="Call.State"]')!.click();
  expect(events).toEqual([
    ['search', { term: '' }],
    ['pick', { value: 'Call.State' }]
  ]);
});

test('typing asks its owner for options', async () => {
  const { input, events } = picker();
  input.value = 'pol';
  input.dispatchEvent(new CustomEvent('input'));
  await Promise.resolve();
  expect(events).toEqual([['search', { term: 'pol' }]]);
  expect(input.getAttribute('aria-expanded')).toBe('true');
});

test.each(['Escape', 'blur'])('%s drops what was typed and not chosen', async (way) => {
  const { input, events } = picker();
  input.value = 'pol';
  input.dispatchEvent(new CustomEvent('input'));
  await Promise.resolve();
  if (way === 'blur') input.dispatchEvent(new CustomEvent('blur'));
  else await press(input, 'Escape');
  await Promise.resolve();
  expect(input.value).toBe('Call.Queue');
  expect(input.getAttribute('aria-expanded')).toBe('false');
  expect(events).toHaveLength(1);
});

test('says when nothing matches, and Enter then chooses nothing', async () => {
  const { element, input, events } = picker();
  Object.assign(element, { groups: [] });
  await press(input, 'ArrowDown', 'Enter');
  expect(element.shadowRoot!.querySelector('[role="status"]')?.textContent).toBe(
    'c.Mapping_No_Match'
  );
  expect(events).toEqual([['search', { term: '' }]]);
});

test('a problem is tied to the input', async () => {
  const { element, input } = picker();
  Object.assign(element, { problem: 'Choose one.' });
  await Promise.resolve();
  const problem = element.shadowRoot!.querySelector('.slds-form-element__help')!;
  expect(problem.textContent).toBe('Choose one.');
  expect(input.getAttribute('aria-describedby')).toBe(problem.id);
  expect(input.getAttribute('aria-invalid')).toBe('true');
});

test('is accessible, closed and open', async () => {
  const { element, input } = picker();
  await expect(element).toBeAccessible();
  await press(input, 'ArrowDown');
  await expect(element).toBeAccessible();
});
