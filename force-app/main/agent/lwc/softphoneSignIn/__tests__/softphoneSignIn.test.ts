import { CurrentPageReference } from 'lightning/navigation';
import type { PageReference } from 'lightning/navigation';
import { mount, settled, unmountAll, words } from '../../softphonePanel/__tests__/data/mount';
import SoftphoneSignIn from '../softphoneSignIn';

const told: { answer: unknown; take: () => void }[] = [];
jest.mock('c/signInChannel', () => ({
  browserPorts: () => ({}),
  tellAnswer(_ports: unknown, answer: unknown, take: () => void) {
    told.push({ answer, take });
    return () => undefined;
  }
}));

// eslint-disable-next-line @lwc/lwc/no-unexpected-wire-adapter-usages -- the test provisions it
const page = CurrentPageReference as unknown as { emit(value: PageReference): void };
const close = jest.spyOn(window, 'close').mockImplementation(() => undefined);

async function open(state: Record<string, string>) {
  const element = mount('c-softphone-sign-in', SoftphoneSignIn, {});
  page.emit({
    type: 'standard__navItemPage',
    attributes: { apiName: 'Softphone_Sign_In' },
    state
  });
  await settled();
  return element;
}

beforeEach(() => {
  jest.useFakeTimers();
  told.length = 0;
  close.mockClear();
});
afterEach(() => {
  unmountAll();
  jest.useRealTimers();
});

it.each([
  [
    'a code',
    { c__code: 'c-1', c__state: 's-1' },
    { type: 'genesys-sign-in', code: 'c-1', state: 's-1' },
    'Done'
  ],
  [
    'an error',
    { c__error: 'access_denied', c__errorDescription: 'Not you', c__state: 's-1' },
    {
      type: 'genesys-sign-in',
      error: 'access_denied',
      errorDescription: 'Not you',
      state: 's-1'
    },
    'Refused'
  ]
])('hands on %s, once, and closes when it is taken', async (_, state, answer, said) => {
  const element = await open(state);
  page.emit({ type: 'standard__navItemPage', attributes: {}, state: { c__code: 'other' } });
  expect(told.map((one) => one.answer)).toEqual([answer]);
  expect(words(element)).toBe('');
  told[0]!.take();
  await settled();
  expect(words(element)).toContain(`c.Softphone_SignInPage_${said}`);
  expect(close).toHaveBeenCalledTimes(1);
});

it('says when no softphone waits for it', async () => {
  const element = await open({ c__code: 'c-1', c__state: 's-1' });
  jest.advanceTimersByTime(5_000);
  await settled();
  expect(words(element)).toContain('c.Softphone_SignInPage_Alone');
  expect(close).not.toHaveBeenCalled();
});

it.each([{}, { c__code: 'c-1' }, { c__state: 's-1' }, { code: 'c-1', state: 's-1' }])(
  'opened with %j tells nobody',
  async (state) => {
    const element = await open(state as Record<string, string>);
    expect(told).toEqual([]);
    expect(words(element)).toContain('c.Softphone_SignInPage_Alone');
  }
);
