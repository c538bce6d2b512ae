import SetupProblem from '../setupProblem';
import {
  mount,
  quietly,
  recorded,
  say,
  settled,
  unmountAll
} from '../../../../agent/lwc/softphonePanel/__tests__/data/mount';

afterEach(unmountAll);

const problem = { words: 'The settings cannot be saved.', detail: 'No access.' };

/** In the light DOM: what it holds is in its page. */
async function shown(more: object = {}) {
  const element = mount('c-setup-problem', SetupProblem, { problem, ...more });
  await settled();
  const inside = (selector: string) => element.querySelector<HTMLElement>(selector);
  return { element, inside };
}

const cases: [string, object, { title: boolean; retry: boolean; dismiss: boolean }][] = [
  ['a line', {}, { title: false, retry: false, dismiss: false }],
  ['a line to close', { dismissLabel: 'Close' }, { title: false, retry: false, dismiss: true }],
  ['in place of all', { retryLabel: 'Again' }, { title: true, retry: true, dismiss: false }]
];
it.each(cases)('%s', async (_name, more, expected) => {
  const { element, inside } = await shown(more);
  expect(element.textContent).toContain(problem.words);
  expect(element.textContent).toContain(problem.detail);
  expect({
    title: inside('h2') !== null,
    retry: inside('[data-id="retry"]') !== null,
    dismiss: inside('lightning-button-icon') !== null
  }).toEqual(expected);
  await quietly(() => expect(element).toBeAccessible());
});

it.each([
  ['retry', { retryLabel: 'Again' }, 'lightning-button'],
  ['dismiss', { dismissLabel: 'Close' }, 'lightning-button-icon']
])('asks to %s', async (event, more, selector) => {
  const { element, inside } = await shown(more);
  const heard = recorded(element, event);
  say(inside(selector)!, 'click');
  expect(heard).toHaveLength(1);
});
