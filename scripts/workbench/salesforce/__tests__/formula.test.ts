/** @jest-environment node */
import { standardObjects } from '../../org/standardObjects';
import { checkFormula, evaluateFormula } from '../formula';
import type { Values } from '../formula';
import { plainField } from '../schema';
import type { FieldSchema, ObjectSchema } from '../schema';

const values: Values = {
  Subject: 'Call 1/15/2026',
  Status: 'Completed',
  Wait__c: -3,
  Amount__c: 12.5,
  IsClosed: true,
  Description: null
};

test.each<[formula: string, result: unknown]>([
  ['ISBLANK(Description)', true],
  ['ISBLANK(Subject)', false],
  ['NOT(ISBLANK(Subject))', true],
  ['AND(ISPICKVAL(Status, "Completed"), Wait__c < 0)', true],
  ["AND(ISPICKVAL(Status, 'Completed'), Wait__c > 0)", false],
  ['OR(Wait__c >= 0, Amount__c = 12.5)', true],
  ['ISPICKVAL(Status, "Completed") && ISBLANK(Description) || Wait__c > 0', true],
  ['LEN(Description) < 10', true],
  ['LEN(Subject) = 14', true],
  ['LEN(Subject) <> 14', false],
  ['Wait__c + 2 * Amount__c', 22],
  ['(Wait__c + 2) * Amount__c', -12.5],
  ['-Wait__c', 3],
  ['!IsClosed', false],
  ['IF(IsClosed, "yes", "no")', 'yes'],
  ['BEGINS(Subject, "Call")', true],
  ['CONTAINS(Subject, "2026")', true],
  // A comparison with nothing holds in neither direction.
  ['Description < 5', false],
  ['Description > 5', false],
  ['Description = NULL', true],
  ['TRUE', true]
])('%s is %p', (formula, result) => {
  expect(evaluateFormula(formula, values)).toEqual(result);
});

const field = (apiName: string): [string, FieldSchema] => [
  apiName,
  { ...plainField, apiName, label: apiName, dataType: 'String' }
];
const task: ObjectSchema = {
  ...{ apiName: 'Task', label: 'Task', labelPlural: 'Tasks', keyPrefix: '00T', custom: false },
  nameFields: [],
  activities: false,
  sharing: 'public',
  validationRules: [],
  fields: new Map(Object.keys(values).map(field))
};

test.each<[formula: string, trouble: RegExp]>([
  ['ISBLANK(Nothing__c)', /field Nothing__c does not exist on Task/],
  ['REGEX(Subject, "a+")', /function REGEX is not supported/],
  ['ISCHANGED(Status)', /function ISCHANGED is not supported/],
  ['AND(ISBLANK(Subject)', /expected "\)"/],
  ['Wait__c <', /ends too early/],
  ['Wait__c < 0 0', /"0" is not expected/],
  ['Subject = #', /"#" is not understood/],
  ['NOT(TRUE, FALSE)', /NOT takes another number of arguments/],
  ['', /ends too early/]
])('%s is refused by name', (formula, trouble) => {
  expect(checkFormula(formula, task)).toMatch(trouble);
});

test('the standard objects name each field once', () => {
  for (const { name, fields } of standardObjects) {
    const names = fields.map((one) => one.name);
    expect({ name, names }).toEqual({ name, names: [...new Set(names)] });
  }
});
