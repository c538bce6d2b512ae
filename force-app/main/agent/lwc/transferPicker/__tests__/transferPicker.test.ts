import TransferPicker from '../transferPicker';
import {
  find,
  findAll,
  mount,
  recorded,
  say,
  settled,
  unmountAll,
  words
} from '../../softphonePanel/__tests__/data/mount';

const TARGETS = {
  queues: [{ id: 'q1', name: 'Sales' }],
  users: [
    { id: 'u1', name: 'Ben Okafor', presence: 'Away' },
    { id: 'u2', name: 'Ada Lind' }
  ]
};

function picker(props: object = {}) {
  return mount('c-transfer-picker', TransferPicker, { targets: TARGETS, ...props });
}

const lookup = (element: HTMLElement) => find(element, 'c-record-lookup');
const transferButton = (element: HTMLElement) => findAll(element, 'lightning-button')[1]!;

afterEach(unmountAll);

it.each([
  ['queue:q1', { queueId: 'q1' }],
  ['user:u2', { userId: 'u2' }]
])('%s is asked for as %p, and only by the button', async (id, expected) => {
  const element = picker();
  const asked = recorded(element, 'pick');
  await settled();
  say(lookup(element), 'pick', { id, label: '' });
  await settled();
  expect(asked).toEqual([]);
  say(transferButton(element), 'click');
  expect(asked).toEqual([expected]);
});

it.each([
  ['', ['Sales', 'Ben Okafor', 'Ada Lind']],
  ['  be', ['Ben Okafor']],
  ['AD', ['Ada Lind']],
  ['zz', []]
])('"%s" finds %p', async (term, expected) => {
  const element = picker();
  await settled();
  say(lookup(element), 'search', { term });
  await settled();
  const options = lookup(element).options as { label: string }[];
  expect(options.map(({ label }) => label)).toEqual(expected);
});

it('cannot transfer to nobody, nor twice', async () => {
  const element = picker();
  await settled();
  expect(transferButton(element).disabled).toBe(true);
  say(lookup(element), 'pick', { id: 'queue:q1' });
  Object.assign(element, { busy: true });
  await settled();
  expect(transferButton(element).disabled).toBe(true);
});

it('waits for the targets', async () => {
  const element = picker({ targets: undefined });
  await settled();
  expect(lookup(element).searching).toBe(true);
});

it('says which list could not be read', async () => {
  const element = picker({
    targets: { queues: [], users: [], problem: 'No permission for queues.' }
  });
  await settled();
  expect(words(element)).toContain('No permission for queues.');
});
