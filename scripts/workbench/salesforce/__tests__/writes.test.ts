/** @jest-environment node */
import { idOf, localOrg } from './localOrg';
import type { LocalOrg } from './localOrg';

let local: LocalOrg;
beforeAll(async () => {
  local = await localOrg();
});
beforeEach(() => {
  local.restart();
});

const parseError = (message: string) => ({
  statusCode: 400,
  errorCode: 'POST_BODY_PARSE_ERROR',
  message
});
const recordError = (output: { errors?: object[]; fieldErrors?: Record<string, object[]> }) => ({
  enhancedErrorType: 'RecordError',
  message: 'An error occurred while trying to update the record. Please try again.',
  statusCode: 400,
  output: { errors: [], fieldErrors: {}, statusCode: 400, ...output }
});
const entry = (
  errorCode: string,
  field: string | null,
  fieldLabel: string | null,
  message: string,
  constituentField: string | null = null
) => ({ constituentField, duplicateRecordError: null, errorCode, field, fieldLabel, message });
const fieldError = (code: string, field: string, label: string, message: string) =>
  recordError({ fieldErrors: { [field]: [entry(code, field, label, message)] } });

const long = (length: number): string => 'x'.repeat(length);

describe('what an agent may not write', () => {
  const cases: [name: string, fields: Record<string, unknown>, body: unknown][] = [
    ['unknown field', { Nope__c: 'x' }, parseError('Field Nope__c does not exist.')],
    ['hidden field', { Policy__c: 'P-1' }, parseError('Field Policy__c does not exist.')],
    [
      'read-only field',
      { Locked__c: 'x' },
      recordError({
        errors: [
          entry(
            'INVALID_FIELD_FOR_INSERT_UPDATE',
            null,
            null,
            'Unable to create/update fields: Locked__c. Please check the security settings of this field and verify that it is read/write for your profile or permission set.'
          )
        ]
      })
    ],
    [
      'derived field',
      { AccountId: '001Wb0000000001' },
      recordError({
        errors: [
          entry(
            'INVALID_FIELD_FOR_INSERT_UPDATE',
            null,
            null,
            'Unable to create/update fields: AccountId. Please check the security settings of this field and verify that it is read/write for your profile or permission set.'
          )
        ]
      })
    ],
    ['text in a number', { Wait__c: 'soon' }, parseError('Unparseable number: "soon"')],
    ['text in an integer', { CallDurationInSeconds: 'x' }, parseError('Unparseable number: "x"')],
    [
      'text in a checkbox',
      { Internal__c: 'true' },
      parseError(
        "Value for field 'Internal__c' in object 'Task' with data type 'BOOLEAN' should be a Boolean but instead is a String."
      )
    ],
    [
      'number in a text',
      { Queue__c: 7 },
      parseError(
        "Value for field 'Queue__c' in object 'Task' with data type 'STRING' should be a String but instead is a Integer."
      )
    ],
    ['text in a date', { Callback_On__c: 'tomorrow' }, parseError('Unparseable date: "tomorrow"')],
    [
      'a 30th of February',
      { Callback_On__c: '2026-02-30' },
      parseError('Unparseable date: "2026-02-30"')
    ],
    [
      'a time without zone',
      { Connected_At__c: '2026-01-15T15:00:00' },
      parseError('Unparseable date: "2026-01-15T15:00:00"')
    ],
    [
      '256 characters into 255',
      { Subject: long(256) },
      fieldError(
        'STRING_TOO_LONG',
        'Subject',
        'Subject',
        `Subject: data value too large: ${long(256)} (max length=255)`
      )
    ],
    [
      'too many digits',
      { Wait__c: 1_000_000 },
      fieldError(
        'NUMBER_OUTSIDE_VALID_RANGE',
        'Wait__c',
        'Wait',
        'Wait: value outside of valid range on numeric field: 1000000'
      )
    ],
    [
      'a word the picklist lacks',
      { Reason__c: 'Curiosity' },
      fieldError(
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
        'Reason__c',
        'Reason',
        'Reason: bad value for restricted picklist field: Curiosity'
      )
    ],
    [
      'one bad word among several',
      { Topic__c: 'Billing;Weather' },
      fieldError(
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
        'Topic__c',
        'Topic',
        'Topic: bad value for restricted picklist field: Weather'
      )
    ],
    [
      'no e-mail address',
      { Caller_Email__c: 's' },
      fieldError(
        'INVALID_EMAIL_ADDRESS',
        'Caller_Email__c',
        'Caller Email',
        'Caller Email: invalid email address: s'
      )
    ],
    [
      'required field cleared',
      { Status: null },
      recordError({
        fieldErrors: {
          Status: [
            entry(
              'REQUIRED_FIELD_MISSING',
              'Status',
              'Status',
              'Required fields are missing: [Status]',
              'Status'
            )
          ]
        }
      })
    ],
    [
      'no id at all',
      { WhoId: 'Blanche' },
      fieldError('MALFORMED_ID', 'WhoId', 'Name ID', 'Name ID: id value of incorrect type: Blanche')
    ],
    [
      'nobody has this id',
      { WhoId: '003Wb00000000zz' },
      fieldError('INVALID_CROSS_REFERENCE_KEY', 'WhoId', 'Name ID', 'invalid cross reference id')
    ],
    [
      'a rule says no',
      { Wait__c: -1 },
      fieldError(
        'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        'Wait__c',
        'Wait',
        'Wait must not be negative.'
      )
    ]
  ];

  test.each(cases)('create: %s', async (_name, fields, body) => {
    const before = local.org.recordsOf('Task').length;
    const answer = await local.call('POST', '/ui-api/records', {
      body: { apiName: 'Task', fields: { Queue__c: 'Helpdesk', ...fields } }
    });
    expect(answer).toMatchObject({ status: 400 });
    expect(answer.body).toEqual(body);
    expect(local.org.recordsOf('Task')).toHaveLength(before);
  });

  test.each(cases)('update: %s', async (_name, fields, body) => {
    const id = await local.task({ Subject: 'before' });
    const answer = await local.call('PATCH', `/ui-api/records/${id}`, {
      body: { fields: { Description: 'after', ...fields } }
    });
    expect(answer).toMatchObject({ status: 400 });
    expect(answer.body).toEqual(body);
    // All or nothing.
    expect(local.org.records.get(id)?.values).toMatchObject({ Subject: 'before' });
    expect(local.org.records.get(id)?.values).not.toHaveProperty('Description');
  });
});

describe('what the server makes of a value', () => {
  test.each<[field: string, given: unknown, stored: unknown]>([
    ['Talk_Minutes__c', 12.75, 12.75],
    // A numeric string is read by an integer-only parser: cut, not rounded.
    ['Talk_Minutes__c', '12.75', 12],
    // A JSON number is kept as it is, beyond the field's decimals too.
    ['Talk_Minutes__c', 12.755, 12.755],
    ['Wait__c', '41', 41],
    ['Wait__c', 41.5, 41.5],
    ['Wait__c', '', null],
    ['Queue__c', '', null],
    ['Queue__c', '   ', null],
    ['Queue__c', ' Helpdesk ', 'Helpdesk'],
    ['Description', 'two\nlines', 'two\nlines'],
    ['Connected_At__c', '2026-01-15T14:59:58.987Z', '2026-01-15T14:59:58.000Z'],
    ['Connected_At__c', '2026-01-15T15:59:58+01:00', '2026-01-15T14:59:58.000Z'],
    ['Callback_On__c', '2026-02-28', '2026-02-28'],
    ['Topic__c', 'Billing;Claims', 'Billing;Claims'],
    ['Internal__c', true, true],
    // Standard picklists take words that are not on their list.
    ['Type', 'Fax', 'Fax'],
    ['Caller_Phone__c', '+13175550101', '+13175550101']
  ])('%s %p is kept as %p', async (field, given, stored) => {
    const id = await local.task({ [field]: given });
    const { body } = await local.call('GET', `/ui-api/records/${id}?fields=Task.${field}`);
    expect((body as { fields: Record<string, { value: unknown }> }).fields[field]?.value).toEqual(
      stored
    );
  });
});

describe('a success', () => {
  test('create answers 201 with the record as this user sees it', async () => {
    const { status, body } = await local.call('POST', '/ui-api/records', {
      body: {
        apiName: 'Task',
        fields: {
          Subject: 'Call',
          WhoId: idOf(local.org, 'Contact', 'Name', 'Blanche Stokes'),
          WhatId: idOf(local.org, 'Case', 'CaseNumber', '00001041'),
          Amount__c: 1234.5,
          Connected_At__c: '2026-01-15T14:59:58Z',
          Interaction_Key__c: 'c1:p1'
        }
      }
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      apiName: 'Task',
      id: expect.stringMatching(/^00T[a-zA-Z0-9]{15}$/),
      lastModifiedDate: '2026-01-15T15:00:00.000Z',
      weakEtag: Date.parse('2026-01-15T15:00:00Z'),
      fields: {
        Subject: { value: 'Call', displayValue: null },
        Status: { value: 'Not Started', displayValue: 'Not Started' },
        Priority: { value: 'Normal' },
        IsClosed: { value: false },
        Internal__c: { value: false },
        Amount__c: { value: 1234.5, displayValue: '$1,234.50' },
        Connected_At__c: {
          value: '2026-01-15T14:59:58.000Z',
          displayValue: expect.stringMatching(/^1\/15\/2026, 9:59/)
        },
        OwnerId: { value: local.org.users.get('agent')?.recordId },
        Owner: { displayValue: 'Ana Ruiz' },
        Who: { displayValue: 'Blanche Stokes', value: { apiName: 'Contact' } },
        What: { displayValue: '00001041', value: { apiName: 'Case' } },
        AccountId: { value: idOf(local.org, 'Account', 'Name', 'Harbor Light Insurance') }
      }
    });
    expect((body as { fields: object }).fields).not.toHaveProperty('Policy__c');
  });

  test('an update of nothing but the Id succeeds', async () => {
    const id = await local.task({ Subject: 'same' });
    local.pass(60);
    const answer = await local.call('PATCH', `/ui-api/records/${id}`, {
      body: { fields: { Id: id } }
    });
    expect(answer.status).toBe(200);
    expect(local.org.records.get(id)?.values['Subject']).toBe('same');
  });

  test('completing a task closes it', async () => {
    const id = await local.task({ Subject: 'x' });
    await local.call('PATCH', `/ui-api/records/${id}`, {
      body: { fields: { Status: 'Completed' } }
    });
    expect(local.org.records.get(id)?.values).toMatchObject({
      IsClosed: true,
      CompletedDateTime: '2026-01-15T15:00:00.000Z'
    });
  });
});

describe('Name and Related To', () => {
  test('a lead together with a related record is refused', async () => {
    const { status, body } = await local.call('POST', '/ui-api/records', {
      body: {
        apiName: 'Task',
        fields: {
          WhoId: idOf(local.org, 'Lead', 'Name', 'Elke Brandt'),
          WhatId: idOf(local.org, 'Opportunity', 'Name', 'Meridian fleet policy')
        }
      }
    });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      output: { fieldErrors: { WhatId: [{ errorCode: 'FIELD_INTEGRITY_EXCEPTION' }] } }
    });
  });

  test('also when the two arrive in two writes', async () => {
    const id = await local.task({ WhoId: idOf(local.org, 'Lead', 'Name', 'Elke Brandt') });
    const { status } = await local.call('PATCH', `/ui-api/records/${id}`, {
      body: { fields: { WhatId: idOf(local.org, 'Account', 'Name', 'Meridian Freight') } }
    });
    expect(status).toBe(400);
  });

  test('an account can be no Name', async () => {
    const { status, body } = await local.call('POST', '/ui-api/records', {
      body: {
        apiName: 'Task',
        fields: { WhoId: idOf(local.org, 'Account', 'Name', 'Meridian Freight') }
      }
    });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      output: { fieldErrors: { WhoId: [{ errorCode: 'FIELD_INTEGRITY_EXCEPTION' }] } }
    });
  });

  test('the account comes from the opportunity, else from the contact', async () => {
    const juniper = idOf(local.org, 'Account', 'Name', 'Juniper Row Clinics');
    const meridian = idOf(local.org, 'Account', 'Name', 'Meridian Freight');
    const id = await local.task({ WhoId: idOf(local.org, 'Contact', 'Name', 'Ingrid Farrow') });
    expect(local.org.records.get(id)?.values['AccountId']).toBe(juniper);
    await local.call('PATCH', `/ui-api/records/${id}`, {
      body: { fields: { WhatId: idOf(local.org, 'Opportunity', 'Name', 'Meridian fleet policy') } }
    });
    expect(local.org.records.get(id)?.values['AccountId']).toBe(meridian);
  });
});

describe('a unique key', () => {
  const twin = (key: string) =>
    local.call('POST', '/ui-api/records', {
      user: 'agent2',
      body: { apiName: 'Task', fields: { Interaction_Key__c: key } }
    });

  test.each(['errors', 'fieldErrors'] as const)('a twin is refused in %s', async (placement) => {
    const id = await local.task({ Interaction_Key__c: 'c1:p1' });
    await local.call('POST', '/workbench/salesforce/settings', {
      body: { duplicatePlacement: placement }
    });
    const { status, body } = await twin('c1:p1');
    const message = `duplicate value found: Interaction_Key__c duplicates value on record with id: ${id.slice(0, 15)}`;
    expect(status).toBe(400);
    expect(body).toEqual(
      placement === 'errors'
        ? recordError({ errors: [entry('DUPLICATE_VALUE', null, null, message)] })
        : fieldError('DUPLICATE_VALUE', 'Interaction_Key__c', 'Interaction Key', message)
    );
  });

  test('case matters, and a deleted task frees its key', async () => {
    const id = await local.task({ Interaction_Key__c: 'c1:p1' });
    expect((await twin('C1:p1')).status).toBe(201);
    await local.call('DELETE', `/ui-api/records/${id}`);
    expect((await twin('c1:p1')).status).toBe(201);
  });

  test('a task is not its own twin', async () => {
    const id = await local.task({ Interaction_Key__c: 'c1:p1' });
    const answer = await local.call('PATCH', `/ui-api/records/${id}`, {
      body: { fields: { Interaction_Key__c: 'c1:p1' } }
    });
    expect(answer.status).toBe(200);
  });
});

describe('someone else saved it since', () => {
  test.each<[since: string, status: number]>([
    ['2026-01-15T15:00:00.000Z', 400],
    ['Thu, 15 Jan 2026 15:00:00 GMT', 400],
    ['2026-01-15T15:01:00.000Z', 200]
  ])('unmodified since %s → %i', async (since, status) => {
    const id = await local.task({ Subject: 'x' });
    local.pass(60);
    await local.call('POST', '/workbench/salesforce/edit', {
      body: { id, as: 'agent2', fields: { Description: 'mine' } }
    });
    const answer = await local.call('PATCH', `/ui-api/records/${id}`, {
      headers: { 'if-unmodified-since': since },
      body: { fields: { Subject: 'y' } }
    });
    expect(answer.status).toBe(status);
    if (status === 400) expect(JSON.stringify(answer.body)).toContain('CollisionDetectedException');
  });
});

describe('validation rules', () => {
  test('a rule of the whole record speaks in errors, and only while it is on', async () => {
    const fields = { Reason__c: 'Complaint', Description: 'rude' };
    const write = () =>
      local.call('POST', '/ui-api/records', { body: { apiName: 'Task', fields } });
    expect((await write()).status).toBe(201);

    await local.call('POST', '/workbench/salesforce/validation-rules', {
      body: { name: 'Task.Complaint_Needs_Comments', active: true }
    });
    const { status, body } = await write();
    expect(status).toBe(400);
    expect(body).toEqual(
      recordError({
        errors: [
          entry(
            'FIELD_CUSTOM_VALIDATION_EXCEPTION',
            null,
            null,
            'Describe the complaint in Comments (10 characters or more).'
          )
        ]
      })
    );
  });

  test('a rule sees fields that its user does not', async () => {
    const id = await local.task({ Type: 'Call', Status: 'In Progress' });
    await local.call('POST', '/workbench/salesforce/validation-rules', {
      body: { name: 'Task.Completed_Call_Needs_Result' }
    });
    local.org.setFieldAccess('agent', 'Task.CallDisposition', { read: false, edit: false });
    const answer = await local.call('PATCH', `/ui-api/records/${id}`, {
      body: { fields: { Status: 'Completed' } }
    });
    expect(answer.body).toMatchObject({
      output: {
        fieldErrors: { CallDisposition: [{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' }] }
      }
    });
  });

  test('an unknown rule is answered with those there are', async () => {
    const { status, body } = await local.call('POST', '/workbench/salesforce/validation-rules', {
      body: { name: 'Task.Nope' }
    });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('Task.Wait_Is_Not_Negative');
  });
});

describe('objects beside tasks', () => {
  test('agents read mappings, admins write them', async () => {
    const body = {
      apiName: 'Attribute_Mapping__c',
      fields: { Attribute__c: 'Call.State', Task_Field__c: 'Queue__c' }
    };
    expect(await local.call('POST', '/ui-api/records', { body })).toMatchObject({
      status: 403,
      body: [{ errorCode: 'INSUFFICIENT_ACCESS' }]
    });
    const made = await local.call('POST', '/ui-api/records', { user: 'admin', body });
    expect(made).toMatchObject({
      status: 201,
      body: {
        fields: {
          Name: { value: 'AM-0010' },
          Active__c: { value: true },
          When_Empty__c: { value: 'Leave' }
        }
      }
    });
    const { id } = made.body as { id: string };
    const path = `/ui-api/records/${id}`;
    expect((await local.call('GET', `${path}?layoutTypes=Full`)).status).toBe(200);
    expect(
      (await local.call('PATCH', path, { body: { fields: { Active__c: false } } })).status
    ).toBe(403);
    expect((await local.call('DELETE', path)).status).toBe(403);
    expect((await local.call('DELETE', path, { user: 'admin' })).status).toBe(204);
  });

  test('a mapping needs both its names', async () => {
    const { body } = await local.call('POST', '/ui-api/records', {
      user: 'admin',
      body: { apiName: 'Attribute_Mapping__c', fields: {} }
    });
    expect(body).toMatchObject({
      output: {
        fieldErrors: {
          Attribute__c: [{ errorCode: 'REQUIRED_FIELD_MISSING' }],
          Task_Field__c: [{ errorCode: 'REQUIRED_FIELD_MISSING' }]
        }
      }
    });
  });

  test('an unknown object', async () => {
    const answer = await local.call('POST', '/ui-api/records', { body: { apiName: 'Nope__c' } });
    expect(answer).toEqual({
      status: 400,
      headers: expect.anything(),
      body: parseError('Object Nope__c does not exist.')
    });
  });
});
