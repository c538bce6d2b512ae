import fc from 'fast-check';
import { fieldProblem, findField, taskShape } from 'c/taskDraft';

/** As UI API's object-info answers; made up, cut to what is read. */
const OBJECT_INFO = {
  apiName: 'Task',
  fields: {
    Subject: {
      apiName: 'Subject',
      label: 'Subject',
      dataType: 'ComboBox',
      length: 255,
      precision: 0,
      scale: 0,
      createable: true,
      updateable: true,
      required: false,
      unique: false,
      referenceToInfos: []
    },
    WhoId: {
      apiName: 'WhoId',
      label: 'Name',
      dataType: 'Reference',
      length: 18,
      createable: true,
      updateable: true,
      required: false,
      referenceToInfos: [{ apiName: 'Contact', nameFields: ['Name'] }, { apiName: 'Lead' }]
    },
    Amount__c: {
      apiName: 'Amount__c',
      label: 'Amount',
      dataType: 'Currency',
      length: 0,
      precision: 16,
      scale: 2,
      createable: true,
      updateable: false,
      required: true,
      unique: true
    },
    Reason__c: { apiName: 'Reason__c', label: 'Reason', dataType: 'Picklist', length: 255 },
    Broken: null
  }
};

test('object info of UI API', () => {
  const shape = taskShape(OBJECT_INFO, { Reason__c: ['Upgrade'], Subject: ['Call'] });
  expect(shape.fields).toEqual({
    Subject: {
      apiName: 'Subject',
      label: 'Subject',
      dataType: 'ComboBox',
      length: 255,
      scale: 0,
      createable: true,
      updateable: true,
      required: false,
      picklist: { values: ['Call'], restricted: false }
    },
    WhoId: {
      apiName: 'WhoId',
      label: 'Name',
      dataType: 'Reference',
      length: 18,
      createable: true,
      updateable: true,
      required: false,
      referenceTo: ['Contact', 'Lead']
    },
    Amount__c: {
      apiName: 'Amount__c',
      label: 'Amount',
      dataType: 'Currency',
      precision: 16,
      scale: 2,
      createable: true,
      updateable: false,
      required: true,
      unique: true
    },
    Reason__c: {
      apiName: 'Reason__c',
      label: 'Reason',
      dataType: 'Picklist',
      length: 255,
      createable: false,
      updateable: false,
      required: false,
      picklist: { values: ['Upgrade'], restricted: true }
    }
  });
});

test('a REST describe says the same in its own words', () => {
  const { fields } = taskShape({
    fields: [
      {
        name: 'Status',
        label: 'Status',
        type: 'picklist',
        createable: true,
        updateable: true,
        restrictedPicklist: true,
        picklistValues: [
          { value: 'Open', active: true },
          { value: 'Old', active: false }
        ]
      },
      { name: 'CallDurationInSeconds', type: 'int', digits: 8, createable: true }
    ]
  });
  expect(fields.Status).toMatchObject({
    dataType: 'picklist',
    picklist: { values: ['Open'], restricted: true }
  });
  expect(fields.CallDurationInSeconds).toMatchObject({ precision: 8, updateable: false });
});

test('anything else is an empty shape, not a throw', () => {
  fc.assert(fc.property(fc.anything(), (info) => taskShape(info).fields !== undefined));
  expect(taskShape(null).fields).toEqual({});
});

test('fields are found whatever their case, and only real ones', () => {
  const shape = taskShape(OBJECT_INFO);
  expect(findField(shape, 'SUBJECT')?.apiName).toBe('Subject');
  expect(findField(shape, 'toString')).toBeUndefined();
});

describe('why a mapping cannot write a field', () => {
  const cases: [string, string | undefined][] = [
    ['Subject', undefined],
    ['Amount__c', undefined],
    ['Reason__c', 'not_writable'],
    ['Gone__c', 'field_hidden'],
    ['Interaction_Key__c', 'reserved_field'],
    ['systemmodstamp', 'reserved_field']
  ];
  test.each(cases)('%s: %s', (name, problem) => {
    expect(fieldProblem(taskShape(OBJECT_INFO), name, 'Interaction_Key__c')).toBe(problem);
  });
});
