import { readConversation } from 'c/interaction';
import type { Interaction } from 'c/interaction';
import type { GenesysAnswer, GenesysPort } from '../genesysPort';
import { lateNames } from '../lateNames';

const CODE = 'd0000000-0000-4000-8000-000000000001';
const reading = readConversation({ id: 'c1', participants: [{ id: 'p', purpose: 'customer' }] });
if (!('conversation' in reading)) throw new Error('unreadable');
const { conversation } = reading;

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
};

function interaction(changes: Partial<Interaction> = {}): Interaction {
  const some = { conversationId: 'c1', queueId: 'q1', queueName: 'Helpdesk', isLeg: true };
  return { ...some, wrapUp: { required: false }, ...changes } as Interaction;
}

type Codes = Awaited<ReturnType<GenesysPort['wrapUpCodes']>>;

function setUp(...answers: Codes[]) {
  const genesys = {
    queueName: jest.fn(async () => undefined),
    wrapUpName: jest.fn(async () => undefined),
    wrapUpCodes: jest.fn(async () => answers.shift() ?? refused('server'))
  };
  const onCodes = jest.fn();
  const names = lateNames(genesys, () => undefined, onCodes);
  const hear = async (changes?: Partial<Interaction>): Promise<void> => {
    names.heard?.(conversation, interaction(changes), {});
    await settle();
  };
  const nameOf = (id: string): string | undefined =>
    names.context?.('c1:p', undefined)?.wrapUpNames?.[id];
  return { ...genesys, onCodes, hear, nameOf };
}

const codes: Codes = { ok: true, value: [{ id: CODE, name: 'Resolved' }] };
const refused = (type: string): GenesysAnswer<never> => ({ ok: false, problem: { type } });

it('knows the names of a queue before one of its codes is chosen, and asks once', async () => {
  const { hear, nameOf, onCodes, wrapUpCodes, wrapUpName } = setUp(codes);
  await hear();
  await hear();
  expect(nameOf(CODE)).toBe('Resolved');
  expect(onCodes.mock.calls).toEqual([['q1', [{ id: CODE, name: 'Resolved' }]]]);
  await hear({ wrapUp: { required: true, code: CODE } });
  expect(wrapUpCodes).toHaveBeenCalledTimes(1);
  expect(wrapUpName).not.toHaveBeenCalled();
});

const unasked: [string, Partial<Interaction>][] = [
  ['an alert', { isLeg: false }],
  ['a call that came from no queue', { queueId: undefined, queueName: undefined }]
];
it.each(unasked)('asks for no codes of %s', async (_name, changes) => {
  const { hear, wrapUpCodes } = setUp(codes);
  await hear(changes);
  expect(wrapUpCodes).not.toHaveBeenCalled();
});

it.each([
  ['forbidden', 1],
  ['not_found', 1],
  ['server', 2],
  ['unreachable', 2]
])('after %s it has asked %i times', async (type, times) => {
  const { hear, wrapUpCodes, onCodes } = setUp(refused(type), codes);
  await hear();
  await hear();
  expect(wrapUpCodes).toHaveBeenCalledTimes(times);
  expect(onCodes).toHaveBeenCalledTimes(times - 1);
});
