import { contactRows } from '../contactRows';
import { settle } from './doubles';

const NAMED = { 'OutboundDialing.ContactListId': 'list', 'OutboundDialing.ContactId': 'contact' };
type Answer = Awaited<ReturnType<Parameters<typeof contactRows>[0]['contactColumns']>>;

function setUp(...answers: Answer[]) {
  const contactColumns = jest.fn(async () => answers.shift()!);
  const onRow = jest.fn();
  return { contactColumns, onRow, contacts: contactRows({ contactColumns }, onRow) };
}
const refused = (type: 'forbidden' | 'unreachable'): Answer => ({
  ok: false,
  problem: { type, operation: 'getOutboundContactlistContact', message: '' }
});

it('asks once for each contact and tells the conversation', async () => {
  const { contacts, contactColumns, onRow } = setUp({ ok: true, value: { Plan: 'Gold' } });
  expect(contacts.of(NAMED)).toBeUndefined();
  contacts.lookFor('c1', NAMED);
  contacts.lookFor('c1', NAMED);
  expect(contacts.of(NAMED)).toBeUndefined();
  await settle();
  expect(contactColumns.mock.calls).toEqual([['list', 'contact']]);
  expect(onRow.mock.calls).toEqual([['c1']]);
  expect(contacts.of(NAMED)).toEqual({ Plan: 'Gold' });
});

it('asks nothing for an interaction without a contact', () => {
  const { contacts, contactColumns } = setUp();
  contacts.lookFor('c1', { 'Call.ConversationId': 'c1' });
  expect(contactColumns).not.toHaveBeenCalled();
});

const again: ['forbidden' | 'unreachable', number][] = [
  ['forbidden', 1],
  ['unreachable', 2]
];
it.each(again)('after %s it has asked %i times', async (type, times) => {
  const { contacts, contactColumns } = setUp(refused(type), { ok: true, value: {} });
  contacts.lookFor('c1', NAMED);
  await settle();
  contacts.lookFor('c1', NAMED);
  await settle();
  expect(contactColumns).toHaveBeenCalledTimes(times);
});
