import { putAside } from '../putAside';
import { memoryStorage } from './signedIn';

const now = Date.UTC(2026, 2, 2);
const day = 86_400_000;

it('is kept over a reload, for a week', () => {
  const storage = memoryStorage();
  putAside(storage, () => now).add('c-1:p-1');
  expect(putAside(storage, () => now + 6 * day).has('c-1:p-1')).toBe(true);
  expect(putAside(storage, () => now + 8 * day).has('c-1:p-1')).toBe(false);
});

it('keeps what another tab put aside, and the last hundred', () => {
  const storage = memoryStorage();
  const [one, two] = [putAside(storage, () => now), putAside(storage, () => now)];
  one.add('c-0:p');
  two.add('c-1:p');
  expect(putAside(storage, () => now).has('c-0:p')).toBe(true);
  for (let n = 2; n < 101; n += 1) one.add(`c-${n}:p`);
  const later = putAside(storage, () => now);
  expect(['c-0:p', 'c-1:p', 'c-100:p'].map(later.has)).toEqual([false, true, true]);
});

it.each([
  'nonsense',
  'null',
  '{"length":3}',
  '[[[[]]]]',
  '[null,7,{},"nothing","__proto__",["c-2:p"],["c-3:p","now"],["c-4:p",1e99]]',
  `["${'x'.repeat(200_000)}"]`,
  '['.repeat(50_000)
])('what is stored is input (%#)', (text) => {
  const storage = memoryStorage();
  storage.setItem('softphone:put-aside', text);
  const aside = putAside(storage, () => now);
  expect(['c-2:p', 'c-3:p', 'c-4:p', 'nothing', '__proto__'].some(aside.has)).toBe(false);
  aside.add('c-1:p-1');
  expect(putAside(storage, () => now).has('c-1:p-1')).toBe(true);
});

it('one of an earlier version has no time', () => {
  const storage = memoryStorage();
  storage.setItem('softphone:put-aside', '["c-1:p-1"]');
  expect(putAside(storage, () => now).has('c-1:p-1')).toBe(true);
});
