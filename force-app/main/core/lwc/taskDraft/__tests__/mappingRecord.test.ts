import fc from 'fast-check';
import { mappingFields, mappingOf } from 'c/taskDraft';
import type { Mapping } from 'c/taskDraft';

const node = (fields: Record<string, unknown>): object =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]));

test('a record is the mapping it was made of', () => {
  const mapping = fc.record({
    attribute: fc.constantFrom('Call.Ani', 'Participant.policy'),
    field: fc.constant('Queue__c'),
    active: fc.boolean(),
    whenTooLong: fc.constantFrom('cut' as const, 'leave_out' as const),
    whenEmpty: fc.constantFrom('leave' as const, 'clear' as const)
  });
  const roundTrip = fc.property(mapping, (one: Mapping) =>
    expect(mappingOf({ Id: 'a01', ...node(mappingFields(one)) })).toEqual({ id: 'a01', ...one })
  );
  expect(fc.check(roundTrip)).toMatchObject({ failed: false });
});

test.each([[undefined], [null], [{}], [node({ Active__c: null, When_Empty__c: 'Later' })]])(
  'blanks take the defaults: %j',
  (record) => {
    expect(mappingOf(record)).toEqual({
      attribute: '',
      field: '',
      active: true,
      whenTooLong: 'cut',
      whenEmpty: 'leave'
    });
  }
);
