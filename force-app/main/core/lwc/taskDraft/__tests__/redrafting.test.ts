import fc from 'fast-check';
import type { Attributes, Interaction } from 'c/interaction';
import { attributesAskedFor, draftTask } from 'c/taskDraft';
import type { DraftInput } from 'c/taskDraft';
import { field, input, interaction, mapping, shapeOf, STANDARD } from './inputs';

const RUNS = Number(process.env.FUZZ_RUNS) || 500;

const shape = shapeOf(...STANDARD, field('Queue__c', 'String', { length: 20 }));
const mappings = [mapping('Call.QueueName', 'Queue__c'), mapping('Participant.tier', 'Queue__c')];
const settings = {
  keyField: 'Interaction_Key__c',
  openStatus: 'In Progress',
  closedStatus: 'Completed'
};
const base = input({ shape, mappings, settings });

describe('a draft made again', () => {
  it('is the very same one when nothing it shows has changed', () => {
    const before = draftTask(base);
    const again = input({
      ...base,
      interaction: interaction({ muted: true, held: true, state: 'held', peers: [] }),
      attributes: {},
      choices: {}
    });
    expect(draftTask(again, before)).toBe(before);
  });

  it.each<[what: string, change: Partial<DraftInput>]>([
    ['an attribute', { attributes: { 'Call.QueueName': 'Helpdesk' } }],
    ['notes', { choices: { notes: 'called back' } }],
    ['a choice', { choices: { whatId: '500000000000001AAA' } }],
    ['a mapping', { mappings: [...mappings] }],
    ['the fields', { shape: shapeOf(...STANDARD) }],
    ['the locale', { locale: 'de-DE' }],
    ['the zone', { timeZone: 'UTC' }],
    ['a setting', { settings: { ...settings, openStatus: 'Open' } }],
    ['the type', { interaction: interaction({ type: 'voicemail' }) }],
    ['the channel', { interaction: interaction({ type: 'message', messageType: 'sms' }) }],
    ['the direction', { interaction: interaction({ direction: 'outbound' }) }],
    ['the key', { interaction: interaction({ key: 'c1:p2' }) }],
    ['the conversation', { interaction: interaction({ conversationId: 'c2' }) }],
    ['its start', { interaction: interaction({ connectedTime: '2015-08-10T12:55:18.000Z' }) }],
    ['its end', { interaction: interaction({ state: 'disconnected' }) }]
  ])('is another one after a change of %s', (_what, change) => {
    const before = draftTask(base);
    const changed = { ...base, ...change };
    expect(draftTask(changed, before)).not.toBe(before);
    expect(draftTask(changed, before)).toEqual(draftTask(changed));
  });

  it('is never told apart from one made afresh', () => {
    const some = fc.record<DraftInput>({
      ...Object.fromEntries(
        Object.entries(base).map(([name, value]) => [name, fc.constant(value)])
      ),
      attributes: fc.dictionary(
        fc.constantFrom('Call.QueueName', 'Participant.tier', 'Salesforce.WrapUpCode'),
        fc.constantFrom('', 'a', 'much longer than the field is')
      ) as fc.Arbitrary<Attributes>,
      choices: fc.record({ notes: fc.constantFrom('', 'n') }, { requiredKeys: [] }),
      interaction: fc
        .record<Partial<Interaction>>(
          {
            type: fc.constantFrom<Interaction['type'][]>('call', 'message', 'chat', 'dialing'),
            messageType: fc.constantFrom('sms', 'webmessaging'),
            direction: fc.constantFrom<Interaction['direction'][]>('inbound', 'outbound'),
            state: fc.constantFrom<Interaction['state'][]>('connected', 'held', 'disconnected'),
            disconnectedTime: fc.constant('2015-08-10T13:00:00.000Z'),
            wrapUp: fc.constantFrom(
              { required: false },
              { required: true },
              { required: true, code: 'c' },
              { required: true, endAcwTime: '2015-08-10T13:01:00.000Z' }
            ),
            muted: fc.boolean()
          },
          { requiredKeys: [] }
        )
        .map(interaction)
    } as never);
    fc.assert(
      fc.property(fc.array(some, { maxLength: 6 }), (inputs) => {
        let before;
        for (const each of inputs) {
          before = draftTask(each, before);
          expect(before).toEqual(draftTask(each));
        }
      }),
      { numRuns: RUNS }
    );
  });
});

it('asks for no other attributes than it says', () => {
  const asked = new Set<string>();
  const note = (name: string | symbol): undefined => {
    asked.add(String(name));
    return undefined;
  };
  const attributes = new Proxy<Record<string, string>>(
    {},
    {
      get: (_target, name) => note(name),
      has: (_target, name) => Boolean(note(name)),
      getOwnPropertyDescriptor: (_target, name) => note(name)
    }
  );
  for (const type of ['call', 'callback', 'voicemail', 'chat', 'email', 'message'] as const) {
    draftTask({ ...base, attributes, interaction: interaction({ type, state: 'disconnected' }) });
  }
  expect([...asked].sort()).toEqual(attributesAskedFor(mappings).sort());
});
