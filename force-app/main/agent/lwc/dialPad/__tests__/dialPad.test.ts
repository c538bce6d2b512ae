import DialPad from '../dialPad';
import {
  find,
  findAll,
  mount,
  say,
  settled,
  unmountAll,
  ran
} from '../../softphonePanel/__tests__/data/mount';

afterEach(unmountAll);

it('dials what was typed and pressed', async () => {
  const element = mount('c-dial-pad', DialPad);
  const dialed = ran(element, 'dial');
  await settled();
  say(find(element, 'lightning-input'), 'change', { value: ' +1 317 555 010' });
  find(element, '[data-digit="1"]').click();
  await settled();
  say(find(element, 'lightning-button'), 'click');
  expect(dialed).toEqual([{ phoneNumber: '+1 317 555 0101' }]);
});

it.each([
  ['', true],
  ['abc', true],
  ['1', true],
  ['12', false],
  ['+13175550101', false]
])('"%s" cannot be called: %s', async (value, disabled) => {
  const element = mount('c-dial-pad', DialPad);
  const dialed = ran(element, 'dial');
  say(find(element, 'lightning-input'), 'change', { value });
  await settled();
  expect(find(element, 'lightning-button').disabled).toBe(disabled);
  find(element, 'lightning-input').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
  expect(dialed).toHaveLength(disabled ? 0 : 1);
});

it('has twelve keys', async () => {
  const element = mount('c-dial-pad', DialPad);
  await settled();
  const digits = findAll(element, '[data-digit]').map(({ dataset }) => dataset.digit);
  expect(digits.join('')).toBe('123456789*0#');
});
