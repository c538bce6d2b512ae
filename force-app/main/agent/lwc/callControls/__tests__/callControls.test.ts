import type { Interaction } from 'c/interaction';
import CallControls from '../callControls';
import {
  find,
  findAll,
  mount,
  recorded,
  settled,
  unmountAll,
  ran
} from '../../softphonePanel/__tests__/data/mount';
import { ago, interaction, row } from '../../softphonePanel/__tests__/data/views';

afterEach(unmountAll);

function controls(changes: Partial<Interaction> = {}, more: object = {}) {
  const props = { row: row({ interaction: interaction(changes), ...more }) };
  return mount('c-call-controls', CallControls, props);
}

describe('which controls a medium has', () => {
  const voice = ['mute', 'hold', 'keypad', 'transfer', 'end'];
  const cases: [Partial<Interaction>, string[]][] = [
    [{}, voice],
    [{ type: 'dialing' }, voice],
    [{ type: 'email', media: 'email' }, ['transfer', 'end']],
    [{ type: 'message', media: 'message' }, ['transfer', 'end']],
    [{ type: 'chat', media: 'chat' }, ['transfer', 'end']]
  ];
  it.each(cases)('%p', async (changes, expected) => {
    const element = controls(changes);
    await settled();
    expect(findAll(element, 'button').map(({ dataset }) => dataset.name)).toEqual(expected);
  });
});

describe('what a click asks for', () => {
  const key = 'c1:p1';
  const cases: [string, Partial<Interaction>, 'mute' | 'hold' | 'end' | 'open', object][] = [
    ['mute', {}, 'mute', { key, on: true }],
    ['mute', { muted: true }, 'mute', { key, on: false }],
    ['hold', {}, 'hold', { key, on: true }],
    ['hold', { held: true }, 'hold', { key, on: false }],
    ['hold', { state: 'held' }, 'hold', { key, on: false }],
    ['end', {}, 'end', { key }],
    ['keypad', {}, 'open', { name: 'keypad' }],
    ['transfer', {}, 'open', { name: 'transfer' }]
  ];
  it.each(cases)('%s when %p', async (name, changes, type, detail) => {
    const element = controls(changes);
    const asked = type === 'open' ? recorded(element, type) : ran(element, type);
    await settled();
    find(element, `[data-name="${name}"]`).click();
    expect(asked).toEqual([detail]);
  });
});

it.each([
  ['Genesys has not confirmed the last wish', {}, { busy: 'hold' }],
  ['it has ended', { disconnectedTime: ago(1) }, {}]
])('nothing can be pressed while %s', async (_name, changes, more) => {
  const element = controls(changes, more);
  await settled();
  const buttons = findAll<HTMLButtonElement>(element, 'button');
  expect(buttons.every(({ disabled }) => disabled)).toBe(true);
});

it('says which part is open below', async () => {
  const element = controls();
  Object.assign(element, { opened: 'keypad' });
  await settled();
  expect(find(element, '[data-name="keypad"]').getAttribute('aria-expanded')).toBe('true');
  expect(find(element, '[data-name="transfer"]').getAttribute('aria-expanded')).toBe('false');
});
