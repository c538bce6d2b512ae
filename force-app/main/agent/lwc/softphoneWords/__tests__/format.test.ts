import { counted, format } from '../format';

describe('format', () => {
  it.each([
    ['Saved {0} · {1}', ['10:42', '14 fields'], 'Saved 10:42 · 14 fields'],
    ['{1}: {0}', ['refused', 'Queue'], 'Queue: refused'],
    ['{0} and {0}', [2], '2 and 2'],
    ['nothing to fill', ['x'], 'nothing to fill'],
    ['{0} {1}', ['only one'], 'only one {1}'],
    ['{0}', ['$& {1}'], '$& {1}']
  ])('%s', (label, values, expected) => {
    expect(format(label, ...values)).toBe(expected);
  });
});

it.each([
  [0, '0 fields'],
  [1, '1 field'],
  [2, '2 fields']
])('counts %d', (count, expected) => {
  expect(counted(count, '1 field', '{0} fields')).toBe(expected);
});
