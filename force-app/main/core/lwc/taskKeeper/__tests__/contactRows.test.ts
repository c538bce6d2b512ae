import { readConversation } from 'c/interaction';
import type { Attributes, Interaction } from 'c/interaction';
import { contactRows } from '../contactRows';

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
};
const reading = readConversation({ id: 'c1', participants: [{ id: 'p', purpose: 'customer' }] });
if (!('conversation' in reading)) throw new Error('unreadable');
const { conversation } = reading;

const NAMED = { 'OutboundDialing.ContactListId': 'list', 'OutboundDialing.ContactId': 'contact' };
type Answer = Awaited<ReturnType<Parameters<typeof contactRows>[0]['contactColumns']>>;

function setUp(...answers: Answer[]) {
  const contactColumns = jest.fn(async () => answers.shift()!);
  const onRow = jest.fn();
  const rows = contactRows({ contactColumns }, onRow);
  const mapping = { attribute: 'Participant.Plan', field: 'Plan__c', active: true } as const;
  rows.setOrg?.({ mappings: [{ ...mapping, whenTooLong: 'cut', whenEmpty: 'leave' }] });
  const lookFor = (attributes: Attributes): void =>
    rows.heard?.(conversation, {} as Interaction, attributes);
  const columns = (): unknown => rows.context?.('c1:p', NAMED)?.contactColumns;
  return { contactColumns, onRow, lookFor, columns, rows };
}
const refused = (type: 'forbidden' | 'unreachable'): Answer => ({
  ok: false,
  problem: { type }
});

it('asks once for each contact and tells the conversation', async () => {
  const { columns, lookFor, contactColumns, onRow } = setUp({ ok: true, value: { Plan: 'Gold' } });
  expect(columns()).toBeUndefined();
  lookFor(NAMED);
  lookFor(NAMED);
  expect(columns()).toBeUndefined();
  await settle();
  expect(contactColumns.mock.calls).toEqual([['list', 'contact']]);
  expect(onRow.mock.calls).toEqual([['c1']]);
  expect(columns()).toEqual({ Plan: 'Gold' });
});

it('asks nothing for an interaction without a contact', () => {
  const { lookFor, contactColumns } = setUp();
  lookFor({ 'Call.ConversationId': 'c1' });
  expect(contactColumns).not.toHaveBeenCalled();
});

it('asks nothing while no mapping wants a column', () => {
  const { rows, lookFor, contactColumns } = setUp();
  rows.setOrg?.({ mappings: [] });
  lookFor(NAMED);
  expect(contactColumns).not.toHaveBeenCalled();
});

const again: ['forbidden' | 'unreachable', number][] = [
  ['forbidden', 1],
  ['unreachable', 2]
];
it.each(again)('after %s it has asked %i times', async (type, times) => {
  const { lookFor, contactColumns } = setUp(refused(type), { ok: true, value: {} });
  lookFor(NAMED);
  await settle();
  lookFor(NAMED);
  await settle();
  expect(contactColumns).toHaveBeenCalledTimes(times);
});
