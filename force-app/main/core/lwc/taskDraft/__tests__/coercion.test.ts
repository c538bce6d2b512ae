import { cleanText } from 'c/interaction';
import fc from 'fast-check';
import type { AttributeValue } from 'c/interaction';
import { canHold, draftTask } from 'c/taskDraft';
import type { FieldValue, Issue, Mapping, TaskField } from 'c/taskDraft';
import { field, input, mapping, shapeOf, STANDARD } from './inputs';

const PICKLIST = { values: ['Upgrade', 'Complaint', 'A, B'], restricted: true };
const ANY_PICKLIST = { ...PICKLIST, restricted: false };

function put(
  value: unknown,
  target: TaskField,
  over: Partial<Mapping> = {}
): { value: FieldValue | undefined; issues: Issue[] } {
  const { fields, issues } = draftTask(
    input({
      attributes: { 'Participant.a': value as AttributeValue },
      mappings: [mapping('Participant.a', target.apiName, over)],
      shape: shapeOf(...STANDARD, target)
    })
  );
  return { value: fields[target.apiName], issues };
}

const text = field('X__c', 'String', { length: 5 });
const number = field('X__c', 'Double', { precision: 5, scale: 2 });
const whole = field('X__c', 'Double', { precision: 3, scale: 0 });
const int = field('X__c', 'Int');
const percent = field('X__c', 'Percent', { precision: 5, scale: 2 });
const money = field('X__c', 'Currency', { precision: 18, scale: 2 });
const flag = field('X__c', 'Boolean');
const day = field('X__c', 'Date');
const moment = field('X__c', 'DateTime');
const time = field('X__c', 'Time');
const reference = field('X__c', 'Reference', { referenceTo: ['Contact', 'Lead'] });
const custom = field('X__c', 'Reference', { referenceTo: ['Interaction_Transcript__c'] });
const picklist = field('X__c', 'Picklist', { length: 20, picklist: PICKLIST });
const open = field('X__c', 'Picklist', { length: 20, picklist: ANY_PICKLIST });
const unread = field('X__c', 'Picklist', { length: 20 });
const multi = field('X__c', 'MultiPicklist', { length: 20, picklist: PICKLIST });

describe('values as the field takes them', () => {
  const cases: [string, TaskField, AttributeValue, FieldValue][] = [
    ['text', text, 'abcde', 'abcde'],
    ['a number as text', text, 12.5, '12.5'],
    ['a boolean as text', text, true, 'true'],
    ['a numeric string becomes a JSON number', number, '12.50', 12.5],
    ['sign and exponent', number, '-1.2e1', -12],
    ['no minus zero', number, '-0', 0],
    ['no leading digit', number, '.5', 0.5],
    ['a number', int, 61, 61],
    ['with a percent sign', percent, '12.5 %', 12.5],
    ['sixteen digits', money, '1234567890123456', 1234567890123456],
    ['true', flag, 'TRUE', true],
    ['yes', flag, 'yes', true],
    ['1', flag, 1, true],
    ['0', flag, '0', false],
    ['no', flag, 'No', false],
    ['a boolean', flag, false, false],
    ['a day', day, '2024-02-29', '2024-02-29'],
    ['the day in the zone of the browser', day, '2024-03-01T02:00:00Z', '2024-02-29'],
    ['a time without zone keeps its day', day, '2024-03-01T02:00:00', '2024-03-01'],
    ['a moment', moment, '2024-03-01T02:00:00Z', '2024-03-01T02:00:00.000Z'],
    ['with an offset', moment, '2024-03-01T02:00:00.5+01:30', '2024-03-01T00:30:00.500Z'],
    ['with a short offset', moment, '2024-03-01 02:00-05', '2024-03-01T07:00:00.000Z'],
    ['without a zone is UTC', moment, '2024-03-01T02:00:00', '2024-03-01T02:00:00.000Z'],
    ['a day is its first moment, UTC', moment, '2024-03-01', '2024-03-01T00:00:00.000Z'],
    ['a time of day', time, '08:05', '08:05:00.000Z'],
    ['a time of day to the ms', time, '23:59:59.1234Z', '23:59:59.123Z'],
    ['an id of 18', reference, '003Ax000004TmmAIAS', '003Ax000004TmmAIAS'],
    ['an id of 15', reference, '003Ax000004TmmA', '003Ax000004TmmAIAS'],
    ['an id of an object we do not know', custom, 'a0BAx00000123AB', 'a0BAx00000123ABMAY'],
    ['a listed value', picklist, 'Upgrade', 'Upgrade'],
    ['a listed value in another case', picklist, 'uPGRADE', 'Upgrade'],
    ['an unlisted value where the list is open', open, 'Other', 'Other'],
    ['a value of a list nobody could read', unread, 'Other', 'Other'],
    ['several values', multi, 'upgrade;Complaint;Upgrade', 'Upgrade;Complaint'],
    ['several values by comma', multi, 'upgrade, complaint', 'Upgrade;Complaint'],
    ['a value that holds a comma', multi, 'A, B', 'A, B'],
    ['an address', field('X__c', 'Email', { length: 80 }), 'a.b@example.com', 'a.b@example.com'],
    ['a page', field('X__c', 'Url', { length: 255 }), 'https://example.com', 'https://example.com'],
    [
      'a page with all parts',
      field('X__c', 'Url'),
      'HTTP://a.example:8080/p@x?q=1#f',
      'HTTP://a.example:8080/p@x?q=1#f'
    ],
    [
      'a page of no ASCII name',
      field('X__c', 'Url'),
      'https://bücher.example',
      'https://bücher.example'
    ],
    ['a phone', field('X__c', 'Phone', { length: 40 }), '+13175550101', '+13175550101'],
    ['a type as describe spells it', field('X__c', 'double', { precision: 5 }), '7', 7]
  ];
  test.each(cases)('%s', (_name, target, value, expected) => {
    expect(put(value, target)).toEqual({ value: expected, issues: [] });
  });
});

describe('values the field refuses', () => {
  const page = field('X__c', 'Url', { length: 255 });
  const cases: [string, TaskField, unknown, Issue['type']][] = [
    // eslint-disable-next-line no-script-url
    ['a script', page, 'javascript:alert(1)', 'not_a_web_address'],
    [
      'a script in another case',
      page,
      ' JavaScript:alert(1)//https://a.example',
      'not_a_web_address'
    ],
    ['data', page, 'data:text/html,<b>hi</b>', 'not_a_web_address'],
    ['a file', page, 'file:///etc/passwd', 'not_a_web_address'],
    ['a call', page, 'tel:+13175550101', 'not_a_web_address'],
    ['a user before the host', page, 'https://bank.example@evil.example/', 'not_a_web_address'],
    ['a user and a password', page, 'https://a:b@evil.example/', 'not_a_web_address'],
    ['nobody before the host', page, 'https://@evil.example/', 'not_a_web_address'],
    ['a user after a backslash', page, 'https:\\\\a.example\\@evil.example', 'not_a_web_address'],
    ['two addresses', page, 'https://a.example https://b.example', 'not_a_web_address'],
    ['two lines', page, 'https://a.example/\nhttps://b.example', 'not_a_web_address'],
    ['no host', page, 'https:///path', 'not_a_web_address'],
    ['no scheme', page, 'www.example.com', 'not_a_web_address'],
    ['words', number, 'twelve', 'not_a_number'],
    ['a thousands separator', number, '1,234', 'not_a_number'],
    ['hexadecimal', number, '0x10', 'not_a_number'],
    ['a boolean', number, true, 'not_a_number'],
    ['infinity', number, 'Infinity', 'not_a_number'],
    ['beyond any number', number, '1e999', 'not_a_number'],
    ['too many digits', number, '1000', 'number_too_large'],
    ['too many digits once rounded', whole, '999.5', 'number_too_large'],
    ['more than an int', int, '2147483648', 'number_too_large'],
    ['a percent sign on a number', number, '12%', 'not_a_number'],
    ['perhaps', flag, 'perhaps', 'not_a_boolean'],
    ['a local date', day, '8/10/2015', 'not_a_date'],
    ['30 February', day, '2024-02-30', 'not_a_date'],
    ['hour 25', moment, '2024-02-03T25:00:00Z', 'not_a_date'],
    ['before dates begin', day, '1699-12-31', 'not_a_date'],
    ['seconds', moment, 1700000000, 'not_a_date'],
    ['an hour too many', time, '24:00', 'not_a_time'],
    ['no id', reference, 'Blanche', 'not_an_id'],
    ['an id of another object', reference, '500Ax000004TmmBIAS', 'wrong_object'],
    ['not on the list', picklist, 'Other', 'not_in_picklist'],
    ['none on the list', multi, 'Other', 'not_in_picklist'],
    ['no address', field('X__c', 'Email'), 'at example.com', 'not_an_email'],
    ['a compound field', field('X__c', 'Location'), '1,2', 'unsupported_type']
  ];
  test.each(cases)('%s', (_name, target, value, type) => {
    const { value: stored, issues } = put(value, target);
    expect(stored).toBeUndefined();
    expect(issues).toMatchObject([
      { type, field: 'X__c', attribute: 'Participant.a', value, action: 'left_out' }
    ]);
  });
});

test('of several values the listed ones are kept, the others named', () => {
  const { value, issues } = put('Upgrade;Other;More', multi);
  expect(value).toBe('Upgrade');
  expect(issues).toMatchObject([
    { type: 'not_in_picklist', value: 'Other' },
    { type: 'not_in_picklist', value: 'More' }
  ]);
});

describe('decimals are rounded as Salesforce rounds, by the digits one sees', () => {
  const cases: [TaskField, AttributeValue, number][] = [
    [number, '1.005', 1.01],
    [number, '-1.005', -1.01],
    [number, 2.675, 2.68],
    [number, '0.000001', 0],
    [whole, '12.5', 13],
    [int, 12.4, 12]
  ];
  test.each(cases)('%#: %p', (target, value, expected) => {
    const result = put(value, target);
    expect(result.value).toBe(expected);
    expect(result.issues).toMatchObject([{ type: 'rounded', action: 'rounded' }]);
  });
});

describe('text longer than its field', () => {
  test('is cut, and said with both lengths', () => {
    const { value, issues } = put('abcdefgh', text);
    expect(value).toBe('abcde');
    expect(issues).toEqual([
      {
        type: 'too_long',
        field: 'X__c',
        attribute: 'Participant.a',
        value: 'abcdefgh',
        limit: 5,
        length: 8,
        action: 'cut'
      }
    ]);
  });

  test('is left out where the mapping says so', () => {
    const { value, issues } = put('abcdefgh', text, { whenTooLong: 'leave_out' });
    expect(value).toBeUndefined();
    expect(issues).toMatchObject([{ type: 'too_long', action: 'left_out', limit: 5, length: 8 }]);
  });

  test.each(['Phone', 'Url', 'Email', 'Picklist'])('a %s is never cut', (dataType) => {
    const values: Record<string, string> = {
      Email: 'abcdef@example.com',
      Url: 'https://example.com'
    };
    const long = values[dataType] ?? '+13175550101';
    const { value, issues } = put(long, field('X__c', dataType, { length: 5 }));
    expect(value).toBeUndefined();
    expect(issues).toMatchObject([{ type: 'too_long', action: 'left_out' }]);
  });

  test('a pair of surrogates is never split', () => {
    expect(put('abcd😀', text).value).toBe('abcd');
    expect(put('abc😀e', text).value).toBe('abc😀');
  });

  test('any text: a prefix within the limit, well formed where the text was', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.integer({ min: 1, max: 20 }),
        (value, length) => {
          const stored = put(value, field('X__c', 'TextArea', { length })).value ?? '';
          expect(cleanText(value).trim().startsWith(String(stored))).toBe(true);
          expect(String(stored).length).toBeLessThanOrEqual(length);
          expect(String(stored).isWellFormed()).toBe(true);
        }
      )
    );
  });
});

const CHECKS: Record<string, (value: unknown, target: TaskField) => boolean> = {
  String: (value, { length }) => typeof value === 'string' && value.length <= (length ?? Infinity),
  Email: (value) => typeof value === 'string' && value.includes('@'),
  Double: (value, { precision = 18, scale = 0 }) =>
    Number.isFinite(value) && Math.abs(value as number) < 10 ** (precision - scale),
  Boolean: (value) => typeof value === 'boolean',
  Date: (value) => /^\d{4}-\d\d-\d\d$/.test(String(value)),
  DateTime: (value) => new Date(String(value)).toISOString() === value,
  Reference: (value) => /^[a-zA-Z0-9]{18}$/.test(String(value)),
  Picklist: (value) => PICKLIST.values.includes(String(value)),
  MultiPicklist: (value) =>
    String(value)
      .split(';')
      .every((part) => PICKLIST.values.includes(part)),
  Nonsense: () => false
};

function hasContent(value: unknown): boolean {
  if (typeof value === 'string') return cleanText(value).replace(/[;,\s]/g, '') !== '';
  return typeof value === 'boolean' || Number.isFinite(value);
}

test('whatever comes in: no throw, and what stands in a field is of its type, or an issue says why not', () => {
  const value = fc.oneof(
    fc.anything(),
    fc.string({ unit: 'binary' }),
    fc.double().map(String),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    fc.constantFrom('Upgrade', 'upgrade;Complaint', '003Ax000004TmmA', 'a@example.com', 'yes')
  );
  const target = fc
    .record({
      dataType: fc.constantFrom(...Object.keys(CHECKS)),
      length: fc.integer({ min: 1, max: 50 }),
      precision: fc.integer({ min: 4, max: 18 }),
      scale: fc.integer({ min: 0, max: 3 })
    })
    .map(({ dataType, ...limits }) => field('X__c', dataType, { ...limits, picklist: PICKLIST }));
  const holds = fc.property(value, target, (given, into) => {
    const { value: stored, issues } = put(given, into);
    if (stored !== undefined) return CHECKS[into.dataType]?.(stored, into) === true;
    return !hasContent(given) || issues.length > 0;
  });
  expect(fc.check(holds, { numRuns: 500 })).toMatchObject({ failed: false });
});

const MAPPING = fc.record({
  attribute: fc.anything(),
  field: fc.anything(),
  active: fc.constant(true)
});

test('garbage in place of mappings, choices and fields does not throw', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.anything(), MAPPING)),
      fc.object(),
      fc.object(),
      (mappings, attributes, choices) => {
        const draft = draftTask(
          input({ mappings: mappings as Mapping[], attributes: attributes as never, choices })
        );
        expect(draft.fields.Interaction_Key__c).toBe('c1:p1');
      }
    )
  );
});

describe('which fields can ever hold an attribute', () => {
  const cases: [Parameters<typeof canHold>[1], string[], string[]][] = [
    ['string', ['String', 'Picklist', 'Phone', 'Reference'], ['Double', 'Boolean', 'Date']],
    ['number', ['Double', 'Int', 'String'], ['Boolean', 'DateTime', 'Reference', 'Email']],
    ['boolean', ['Boolean', 'String'], ['Double', 'Date', 'Url']],
    ['datetime', ['DateTime', 'Date', 'String'], ['Double', 'Boolean', 'Phone']],
    ['any', ['Double', 'Date', 'Boolean', 'Reference', 'Time'], ['Address', 'Location', 'Id']]
  ];
  test.each(cases)('%s', (type, yes, no) => {
    expect(yes.filter((dataType) => !canHold(field('X__c', dataType), type))).toEqual([]);
    expect(no.filter((dataType) => canHold(field('X__c', dataType), type))).toEqual([]);
  });
});

describe('what no text may bring into a Task', () => {
  const cases: [string, unknown, string][] = [
    ['NUL', 'Order\u00004411', 'Order 4411'],
    ['half an emoji', 'ok \ud83d', 'ok \ufffd'],
    ['marks that turn the text', '\u202egnp\u2069', 'gnp'],
    ['an end that is a control', 'a\u0000', 'a']
  ];
  test.each(cases)('%s from an attribute', (_what, value, stored) => {
    expect(put(value, field('X__c', 'String', { length: 255 }))).toEqual({
      value: stored,
      issues: []
    });
  });
  test.each(cases)('%s in notes', (_what, notes, stored) => {
    const draft = draftTask(input({ choices: { notes: String(notes) } }));
    expect(String(draft.fields.Description).trimEnd()).toBe(stored);
  });
  test.each(['\u202e', '\u0000 ', '\u2066\u2069'])('%j is nothing', (value) => {
    expect(put(value, field('X__c', 'String', { length: 255 })).value).toBeUndefined();
    expect(draftTask(input({ choices: { notes: value } })).fields.Description).toBeNull();
  });
});
