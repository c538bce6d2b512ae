import type { ActionProblem } from 'c/softphoneView';
import type { IssueType } from 'c/taskDraft';
import type { SaveFailure } from 'c/taskSync';
import { interaction } from '../../softphonePanel/__tests__/data/views';
import {
  actionWords,
  duration,
  failureWords,
  issueWords,
  sourceWords,
  stateWords,
  valueWords
} from '../softphoneWords';

jest.mock('@salesforce/label/c.Softphone_Action_Failed', () => ({ default: '{0}: {1}' }), {
  virtual: true
});
jest.mock('@salesforce/label/c.Softphone_Action_Refused', () => ({ default: 'said {0}' }), {
  virtual: true
});

describe('an action that did not work is named as its control, with what to do', () => {
  const cases: [ActionProblem['action'], ActionProblem['type'], string][] = [
    ['hold', 'unreachable', 'c.Softphone_Hold: c.Softphone_Action_Unanswered'],
    ['digits', 'server', 'c.Softphone_Keypad: c.Softphone_Action_Server'],
    ['mute', 'signed_out', 'c.Softphone_Mute: c.Softphone_Action_Signed_Out'],
    ['transfer', 'forbidden', 'c.Softphone_Transfer: c.Softphone_Action_Forbidden'],
    ['wrap_up', 'throttled', 'c.Softphone_Wrap_Up: c.Softphone_Action_Throttled'],
    ['end', 'not_found', 'c.Softphone_End: c.Softphone_Action_Gone'],
    ['hold', 'unsupported', 'c.Softphone_Hold: c.Softphone_Action_Unsupported'],
    ['dial', 'refused', 'c.Softphone_Dial_Call: said no such number'],
    ['presence', 'unexpected', 'c.Softphone_Presence_Unknown: said no such number'],
    ['answer', 'refused', 'c.Softphone_Answer: said no such number']
  ];
  it.each(cases)('%s, %s', (action, type, expected) => {
    expect(actionWords({ action, type, message: 'no such number' })).toBe(expected);
  });

  it.each([
    ['refused', true],
    ['server', true],
    ['unreachable', false],
    ['signed_out', false]
  ] as const)('a call that is not answered, %s: by phone %s', (type, byPhone) => {
    const said = actionWords({ action: 'answer', type, message: '' }, true);
    expect(said.endsWith('c.Softphone_Action_On_Phone')).toBe(byPhone);
  });
});

describe('duration', () => {
  it.each([
    [0, '0:00'],
    [7_000, '0:07'],
    [59_999, '0:59'],
    [761_000, '12:41'],
    [3_723_000, '1:02:03'],
    [-5_000, '0:00']
  ])('%d ms is %s', (ms, expected) => {
    expect(duration(ms)).toBe(expected);
  });
});

describe('a saved value reads as it is', () => {
  it.each([
    [null, undefined, 'c.Softphone_Value_Empty'],
    ['', undefined, 'c.Softphone_Value_Empty'],
    [true, 'Boolean', 'c.Softphone_Value_Yes'],
    [false, 'Boolean', 'c.Softphone_Value_No'],
    [1234.5, 'Double', new Intl.NumberFormat().format(1234.5)],
    [0, 'Double', '0'],
    ['007', 'String', '007'],
    ['2026-03-11T11:47:19.000Z', 'String', '2026-03-11T11:47:19.000Z']
  ])('%p as %s', (value, dataType, expected) => {
    expect(valueWords(value, dataType)).toBe(expected);
  });

  it('shows a date-time field on the clock of the agent', () => {
    const words = valueWords('2026-03-11T11:47:19.000Z', 'DateTime');
    expect(words).not.toContain('T11');
    expect(words).toMatch(/:47:19/);
  });
});

it.each([
  ['Call.QueueName', 'Call.QueueName'],
  ['agent', 'c.Softphone_Source_Agent'],
  ['default', 'c.Softphone_Source_Default'],
  [undefined, 'c.Softphone_Source_Default']
])('source %s', (source, expected) => {
  expect(sourceWords(source)).toBe(expected);
});

describe('an issue has words of its own', () => {
  const cases: [IssueType, string][] = [
    ['unknown_attribute', 'Unknown_Attribute'],
    ['field_hidden', 'Field_Hidden'],
    ['not_writable', 'Not_Writable'],
    ['not_createable', 'Not_Createable'],
    ['not_updateable', 'Not_Updateable'],
    ['reserved_field', 'Reserved_Field'],
    ['duplicate_mapping', 'Duplicate_Mapping'],
    ['unsupported_type', 'Unsupported_Type'],
    ['too_long', 'Too_Long'],
    ['not_a_number', 'Not_A_Number'],
    ['number_too_large', 'Number_Too_Large'],
    ['rounded', 'Rounded'],
    ['not_a_boolean', 'Not_A_Boolean'],
    ['not_a_date', 'Not_A_Date'],
    ['not_a_time', 'Not_A_Time'],
    ['not_an_email', 'Not_An_Email'],
    ['not_an_id', 'Not_An_Id'],
    ['wrong_object', 'Wrong_Object'],
    ['not_in_picklist', 'Not_In_Picklist'],
    ['required_field', 'Required_Field'],
    ['lead_with_what', 'Lead_With_What'],
    ['agent_wins', 'Agent_Wins']
  ];
  it.each(cases)('%s', (type, label) => {
    expect(issueWords({ type, field: 'X__c', action: 'left_out' })).toBe(
      `c.Softphone_Issue_${label}`
    );
  });

  it('a cut text is no refusal', () => {
    const issue = {
      type: 'too_long',
      field: 'X__c',
      limit: 80,
      length: 96,
      action: 'cut'
    } as const;
    expect(issueWords(issue)).toBe('c.Softphone_Issue_Cut');
  });

  it('one that is not known yet is still said', () => {
    const issue = {
      type: 'from_the_future' as IssueType,
      field: 'X__c',
      action: 'left_out'
    } as const;
    expect(issueWords(issue)).toBe('c.Softphone_Issue_Other');
  });
});

describe('a failure has words', () => {
  const cases: [SaveFailure, string][] = [
    [{ type: 'permanent', message: 'no' }, 'Save_Refused'],
    [
      { type: 'field', message: 'no', fields: [{ field: 'X__c', code: 'C', message: 'm' }] },
      'Save_Field_Refused'
    ],
    [{ type: 'field', message: 'no' }, 'Save_Refused'],
    [{ type: 'duplicate', message: 'no' }, 'Save_Duplicate'],
    [{ type: 'collision', message: 'no' }, 'Save_Collision'],
    [{ type: 'gone', message: 'no' }, 'Save_Gone'],
    [{ type: 'throttled', message: 'no' }, 'Save_Throttled'],
    [{ type: 'signed_out', message: 'no' }, 'Save_Signed_Out'],
    [{ type: 'transient', message: 'no' }, 'Save_Later'],
    [{ type: 'unknown_outcome', message: 'no' }, 'Save_Unanswered']
  ];
  it.each(cases)('%p', (failure, label) => {
    expect(failureWords(failure)).toBe(`c.Softphone_${label}`);
  });
});

it('held is said whether it comes as a state or as a flag', () => {
  expect(stateWords(interaction({ state: 'held' }))).toBe('c.Softphone_State_Held');
  expect(stateWords(interaction({ held: true }))).toBe('c.Softphone_State_Held');
  expect(stateWords(interaction({ parkedSince: '2026-05-06T09:00:00.000Z' }))).toBe(
    'c.Softphone_State_Parked'
  );
  expect(stateWords(interaction())).toBe('c.Softphone_State_Connected');
});
