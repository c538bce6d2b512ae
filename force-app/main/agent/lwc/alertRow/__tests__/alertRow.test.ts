import type { InteractionRow } from 'c/softphoneView';
import AlertRow from '../alertRow';
import {
  findAll,
  mount,
  say,
  settled,
  unmountAll,
  words,
  ran
} from '../../softphonePanel/__tests__/data/mount';
import { alerting, interaction, row } from '../../softphonePanel/__tests__/data/views';

jest.mock(
  '@salesforce/label/c.Softphone_Action_Failed',
  () => ({ default: '“{0}” did not work. {1}' }),
  { virtual: true }
);
jest.mock(
  '@salesforce/label/c.Softphone_Action_Refused',
  () => ({ default: 'Genesys Cloud says: {0}' }),
  { virtual: true }
);

afterEach(unmountAll);

function alert(changes: Partial<InteractionRow> = {}) {
  return mount('c-alert-row', AlertRow, { row: row({ ...alerting, ...changes }) });
}

it.each([
  [0, 'answer'],
  [1, 'decline']
] as const)('button %d asks to %s', async (index, type) => {
  const element = alert();
  const asked = ran(element, type);
  await settled();
  say(findAll(element, 'lightning-button')[index]!, 'click');
  expect(asked).toEqual([{ key: alerting.key }]);
});

it('cannot be answered twice', async () => {
  const element = alert({ busy: 'answer' });
  await settled();
  const buttons = findAll(element, 'lightning-button');
  expect(buttons.map((button) => button.disabled)).toEqual([true, true]);
  expect(buttons[0]!.label).toBe('c.Softphone_Answering');
});

it('says who it is, else the number, and where it came in', async () => {
  const number = alert();
  const name = alert({ interaction: interaction({ state: 'alerting', connectedTime: undefined }) });
  await settled();
  expect(words(number)).toMatch(/\+1 317 555 0101.*Helpdesk/);
  expect(words(name)).toMatch(/Blanche Stokes.*Helpdesk/);
});

it('several ring: no icon takes the room of a name', async () => {
  const element = mount('c-alert-row', AlertRow, { row: alerting, compact: true });
  await settled();
  const [answer] = findAll(element, 'lightning-button') as unknown as { iconName?: string }[];
  expect(answer!.iconName).toBeUndefined();
  expect(words(element)).toMatch(/\+1 317 555 0101.*Helpdesk/);
});

it.each([
  ['call', ['c.Softphone_Answer', 'c.Softphone_Decline'], false],
  ['callback', ['c.Softphone_Answer', 'c.Softphone_Decline'], false],
  ['email', ['c.Softphone_Answer', 'c.Softphone_Decline'], false],
  ['message', ['c.Softphone_Answer', 'c.Softphone_Decline'], false],
  ['chat', [], true]
] as const)('a %s offers %j, and sends to Genesys Cloud: %s', async (media, offered, elsewhere) => {
  const element = alert({ interaction: interaction({ media, state: 'alerting' }) });
  await settled();
  expect(findAll(element, 'lightning-button').map(({ label }) => label)).toEqual(offered);
  expect(words(element).includes('c.Softphone_Answer_In_Genesys')).toBe(elsewhere);
});

it('says why it could not be answered', async () => {
  const element = alert({
    actionProblem: { action: 'answer', type: 'refused', message: 'The phone is offline.' }
  });
  await settled();
  expect(words(element)).toContain('The phone is offline.');
});

it.each([
  ['call', 'utility:call'],
  ['message', undefined],
  ['email', undefined]
] as const)('a %s is answered with the icon %s', async (media, icon) => {
  const element = alert({ interaction: interaction({ media, state: 'alerting' }) });
  await settled();
  const buttons = findAll(element, 'lightning-button') as unknown as { iconName?: string }[];
  expect(buttons[0]!.iconName).toBe(icon);
});
