import LiveTimer from '../liveTimer';
import { mount, settled, unmountAll, words } from '../../softphonePanel/__tests__/data/mount';
import { NOON, ago } from '../../softphonePanel/__tests__/data/views';

beforeEach(() => {
  jest.useFakeTimers({ now: NOON });
});

afterEach(() => {
  unmountAll();
  jest.useRealTimers();
});

async function pass(seconds: number): Promise<void> {
  jest.advanceTimersByTime(seconds * 1000);
  await settled();
}

describe('what it shows at noon', () => {
  it.each([
    ['since a time', { since: ago(761) }, '12:41'],
    ['since ms', { since: NOON - 42_000 }, '0:42'],
    ['the server is 3 s ahead', { since: ago(7), offset: 3000 }, '0:10'],
    ['until a time', { since: ago(761), until: ago(700) }, '1:01'],
    ['to a deadline', { since: ago(12), deadline: NOON + 48_000 }, '0:48'],
    ['a deadline that has passed', { deadline: NOON - 1000 }, '0:00'],
    ['nothing known', {}, ''],
    ['no date', { since: 'soon' }, '']
  ])('%s', async (_name, props, expected) => {
    const element = mount('c-live-timer', LiveTimer, props);
    await settled();
    expect(words(element)).toBe(expected);
  });
});

it('ticks each second, up and down', async () => {
  const up = mount('c-live-timer', LiveTimer, { since: ago(7) });
  const down = mount('c-live-timer', LiveTimer, { deadline: NOON + 48_000 });
  await pass(3);
  expect([words(up), words(down)]).toEqual(['0:10', '0:45']);
});

it('one timer serves all, and none is left when the last is gone', async () => {
  mount('c-live-timer', LiveTimer, { since: ago(7) });
  mount('c-live-timer', LiveTimer, { since: ago(9) });
  await settled();
  expect(jest.getTimerCount()).toBe(1);
  unmountAll();
  expect(jest.getTimerCount()).toBe(0);
});

it('stops once the end is known', async () => {
  const element = mount('c-live-timer', LiveTimer, { since: ago(7) });
  await settled();
  Object.assign(element, { until: ago(0) });
  await pass(2);
  expect(jest.getTimerCount()).toBe(0);
  expect(words(element)).toBe('0:07');
});

it('rests while the browser tab is hidden and is right when it comes back', async () => {
  const hidden = jest.spyOn(document, 'hidden', 'get');
  const element = mount('c-live-timer', LiveTimer, { since: ago(7) });
  hidden.mockReturnValue(true);
  document.dispatchEvent(new CustomEvent('visibilitychange'));
  expect(jest.getTimerCount()).toBe(0);
  jest.setSystemTime(NOON + 60_000);
  hidden.mockReturnValue(false);
  document.dispatchEvent(new CustomEvent('visibilitychange'));
  await settled();
  expect(words(element)).toBe('1:07');
  hidden.mockRestore();
});
