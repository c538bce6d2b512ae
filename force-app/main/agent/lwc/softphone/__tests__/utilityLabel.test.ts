import type { InteractionRow } from 'c/softphoneView';
import {
  afterCall,
  alerting,
  interaction,
  live,
  row
} from '../../softphonePanel/__tests__/data/views';
import { utilityLabel, utilityNews } from '../utilityLabel';

jest.mock('@salesforce/label/c.Softphone_Needs_You', () => ({ default: 'Needs you ({0})' }), {
  virtual: true
});
jest.mock('@salesforce/label/c.Softphone_Ringing', () => ({ default: 'Incoming: {0} {1}' }), {
  virtual: true
});
jest.mock('@salesforce/label/c.Softphone_Title', () => ({ default: 'Softphone' }), {
  virtual: true
});

const email = row({
  interaction: interaction({
    state: 'alerting',
    connectedTime: undefined,
    remoteName: undefined,
    subject: 'My order 4411 of last week has not come yet'
  })
});

const dialing = row({ interaction: interaction({ state: 'dialing', connectedTime: undefined }) });
const contacting = row({
  interaction: interaction({
    state: 'contacting',
    connectedTime: undefined,
    remoteName: 'Kit Moss'
  })
});

const cases: [string, InteractionRow[], number, string][] = [
  ['nothing', [], 0, 'Softphone'],
  ['in a call', [live], 0, 'Softphone'],
  ['needs the agent', [afterCall], 2, 'Softphone · Needs you (2)'],
  ['rings', [alerting, live], 0, 'Softphone · Incoming: +1 317 555 0101'],
  ['rings while something waits', [alerting], 1, 'Softphone · Incoming: +1 317 555 0101'],
  ['dials', [dialing], 0, 'Softphone'],
  ['dials while something waits', [dialing], 1, 'Softphone · Needs you (1)'],
  ['rings while the agent dials', [dialing, alerting], 0, 'Softphone · Incoming: +1 317 555 0101'],
  ['rings among others', [contacting, live, alerting], 1, 'Softphone · Incoming: +1 317 555 0101'],
  [
    'rings after a call has ended',
    [afterCall, alerting],
    1,
    'Softphone · Incoming: +1 317 555 0101'
  ],
  ['rings, a long name', [email], 0, 'Softphone · Incoming: My order 4411 of last week has…']
];
it.each(cases)('%s', (_name, rows, needsYou, expected) => {
  const news = utilityNews({ rows, needsYou });
  expect(utilityLabel(news)).toBe(expected);
  expect(news === undefined).toBe(expected === 'Softphone');
});
