import type { SaveFailure } from 'c/taskSync';
import { readFailure, saveFailure } from '../saveFailure';

/** Bodies as real orgs send them; the ids and names are made up. */
const fieldError = (field: string, errorCode: string, message: string, extra = {}) => ({
  ok: false,
  status: 400,
  statusText: 'Bad Request',
  body: {
    enhancedErrorType: 'RecordError',
    message: 'An error occurred while trying to update the record. Please try again.',
    statusCode: 400,
    output: { errors: [], fieldErrors: { [field]: [{ errorCode, field, message, ...extra }] } }
  }
});
const pageError = (errorCode: string, message: string, status = 400) => ({
  ok: false,
  status,
  statusText: 'Bad Request',
  body: {
    enhancedErrorType: 'RecordError',
    message: 'An error occurred while trying to update the record. Please try again.',
    statusCode: status,
    output: { errors: [{ errorCode, field: null, message }], fieldErrors: {} }
  }
});
const DUPLICATE =
  'duplicate value found: Interaction_Key__c duplicates value on record with id: 00TSB00000K1abc';

const cases: [name: string, error: unknown, expected: Partial<SaveFailure>][] = [
  [
    'a text too long',
    fieldError('Subject', 'STRING_TOO_LONG', 'Subject: data value too large'),
    {
      type: 'field',
      message: 'Subject: data value too large',
      fields: [
        { field: 'Subject', code: 'STRING_TOO_LONG', message: 'Subject: data value too large' }
      ]
    }
  ],
  [
    'a hidden or unknown field',
    {
      ok: false,
      status: 400,
      statusText: 'Bad Request',
      body: {
        statusCode: 400,
        errorCode: 'POST_BODY_PARSE_ERROR',
        message: 'Field Policy__c does not exist.'
      }
    },
    {
      type: 'field',
      fields: [
        {
          field: 'Policy__c',
          code: 'POST_BODY_PARSE_ERROR',
          message: 'Field Policy__c does not exist.'
        }
      ]
    }
  ],
  [
    'fields that may not be written, several in one message',
    pageError(
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      'Unable to create/update fields: Locked__c, Policy__c. Please check the security settings.'
    ),
    {
      type: 'field',
      fields: ['Locked__c', 'Policy__c'].map((field) => ({
        field,
        code: 'INVALID_FIELD_FOR_INSERT_UPDATE',
        message:
          'Unable to create/update fields: Locked__c, Policy__c. Please check the security settings.'
      }))
    }
  ],
  [
    'a number that is none, with no field named',
    {
      ok: false,
      status: 400,
      statusText: 'Bad Request',
      body: {
        statusCode: 400,
        errorCode: 'POST_BODY_PARSE_ERROR',
        message: 'Unparseable number: "soon"'
      }
    },
    { type: 'permanent', message: 'Unparseable number: "soon"' }
  ],
  [
    'a duplicate in errors',
    pageError('DUPLICATE_VALUE', DUPLICATE),
    { type: 'duplicate', recordId: '00TSB00000K1abc' }
  ],
  [
    'a duplicate in fieldErrors',
    fieldError('Interaction_Key__c', 'DUPLICATE_VALUE', DUPLICATE),
    { type: 'duplicate', recordId: '00TSB00000K1abc' }
  ],
  [
    'a page-level validation rule',
    pageError('FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Choose a reason first.'),
    { type: 'permanent', message: 'Choose a reason first.' }
  ],
  [
    'a stale write, which is a 400 with the code in errors alone',
    pageError(
      'CollisionDetectedException',
      'This record was modified by Ana Ruiz during your edit session.'
    ),
    { type: 'collision' }
  ],
  [
    'a locked row',
    pageError('UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access'),
    { type: 'transient' }
  ],
  [
    'a session that ended',
    {
      ok: false,
      status: 401,
      statusText: 'Unauthorized',
      body: [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }]
    },
    { type: 'signed_out' }
  ],
  [
    'no access',
    {
      ok: false,
      status: 403,
      statusText: 'Forbidden',
      body: [{ errorCode: 'INSUFFICIENT_ACCESS', message: 'No access' }]
    },
    { type: 'permanent', message: 'No access' }
  ],
  [
    'too many requests, with a delay',
    {
      ok: false,
      status: 503,
      statusText: 'Service Unavailable',
      body: [],
      headers: { 'retry-after': '7' }
    },
    { type: 'throttled', retryAfterMs: 7000 }
  ],
  [
    'too many requests, headers as an object with get',
    { ok: false, status: 429, body: [], headers: new Map([['Retry-After', '2']]) },
    { type: 'throttled', retryAfterMs: 2000 }
  ],
  [
    'a server fault',
    { ok: false, status: 500, statusText: 'Server Error', body: null },
    { type: 'unknown_outcome' }
  ],
  [
    'offline',
    { body: { message: 'You are offline.' } },
    { type: 'unknown_outcome', message: 'You are offline.' }
  ],
  [
    'a rejected fetch',
    new TypeError('Failed to fetch'),
    { type: 'unknown_outcome', message: 'Failed to fetch' }
  ],
  ['nothing at all', undefined, { type: 'unknown_outcome', message: '' }]
];

/** What a trigger, a flow or a rule writes in its own words decides nothing. */
const TALK = [
  'first error: ENTITY_IS_DELETED, entity is deleted: []',
  'UNABLE_TO_LOCK_ROW: unable to obtain exclusive access to this record',
  'INVALID_SESSION_ID: call to ERP failed',
  'REQUEST_LIMIT_EXCEEDED in ERP, try tomorrow',
  'CollisionDetectedException in CaseTrigger',
  'duplicates value on record with id: 00TSB00000K1abc',
  'INVALID_CROSS_REFERENCE_KEY: [WhoId]',
  'Field Policy__c does not exist, says the ERP',
  'Unable to create/update fields: Subject in the ERP',
  'NOT_FOUND'
];
const talked = TALK.flatMap((text): [string, unknown, Partial<SaveFailure>][] => [
  [
    `a rule of the whole record says: ${text}`,
    pageError('FIELD_CUSTOM_VALIDATION_EXCEPTION', text),
    { type: 'permanent', message: text }
  ],
  [
    `a rule at a field says: ${text}`,
    fieldError('Status', 'FIELD_CUSTOM_VALIDATION_EXCEPTION', text),
    {
      type: 'field',
      fields: [{ field: 'Status', code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: text }]
    }
  ],
  [
    `a trigger says: ${text}`,
    pageError(
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      `TaskTrigger: execution of AfterUpdate: ${text}`
    ),
    { type: 'permanent' }
  ]
]);

const REFERENCES = [
  ['ENTITY_IS_DELETED', 'entity is deleted'],
  ['INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id'],
  [
    'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
    'insufficient access rights on cross-reference id'
  ]
] as const;
const referred = REFERENCES.flatMap(([code, text]): [string, unknown, Partial<SaveFailure>][] => [
  [
    `${code} at a field`,
    fieldError('WhoId', code, text),
    { type: 'reference', fields: [{ field: 'WhoId', code, message: text, isReference: true }] }
  ],
  [
    `${code} at a custom field, named by the place alone`,
    fieldError('Order__c', code, text, { field: null }),
    { type: 'reference', fields: [{ field: 'Order__c', code, message: text, isReference: true }] }
  ],
  [
    `${code} of who knows what`,
    pageError(code, text),
    { type: 'reference', fields: undefined, message: text }
  ],
  [
    `${code} at the id, which is the record itself`,
    fieldError('Id', code, text),
    { type: 'reference', fields: undefined }
  ],
  [
    `${code} in a list, as REST sends it`,
    { ok: false, status: 400, body: [{ errorCode: code, message: text, fields: ['WhatId'] }] },
    { type: 'reference', fields: [{ field: 'WhatId', code, message: text, isReference: true }] }
  ]
]);

const more: [string, unknown, Partial<SaveFailure>][] = [
  [
    'a write of something that is not there: it may be anything',
    { ok: false, status: 404, body: [{ errorCode: 'NOT_FOUND', message: 'no such thing' }] },
    { type: 'reference', fields: undefined }
  ],
  [
    'a duplicate of a record that I can’t see',
    pageError(
      'DUPLICATE_VALUE',
      'duplicate value found: <unknown> duplicates value on record with id: <unknown>'
    ),
    { type: 'duplicate', recordId: undefined }
  ],
  [
    'a duplicate without any words',
    fieldError('Interaction_Key__c', 'DUPLICATE_VALUE', ''),
    {
      type: 'duplicate',
      recordId: undefined,
      fields: [{ field: 'Interaction_Key__c', code: 'DUPLICATE_VALUE', message: '' }]
    }
  ],
  [
    'a duplicate whose id has 16 characters: that is none',
    pageError('DUPLICATE_VALUE', 'duplicates value on record with id: 00TSB00000K1abcX'),
    { type: 'duplicate', recordId: undefined }
  ],
  [
    'a duplicate with an id of 18 characters',
    pageError('DUPLICATE_VALUE', 'duplicates value on record with id: 00TSB00000K1abcAAA'),
    { type: 'duplicate', recordId: '00TSB00000K1abcAAA' }
  ],
  [
    'a duplicate of another unique field, as named by its place',
    fieldError('Ticket__c', 'DUPLICATE_VALUE', DUPLICATE),
    {
      type: 'duplicate',
      fields: [{ field: 'Ticket__c', code: 'DUPLICATE_VALUE', message: DUPLICATE }]
    }
  ],
  [
    'a number in the wrong code does not name a field',
    pageError('INVALID_FIELD', 'Field Policy__c does not exist.'),
    { type: 'permanent' }
  ],
  [
    'a field that is too long beside a person who is deleted: both are told apart',
    {
      ok: false,
      status: 400,
      body: {
        output: {
          errors: [],
          fieldErrors: {
            Subject: [{ errorCode: 'STRING_TOO_LONG', field: 'Subject', message: 'too long' }],
            WhoId: [{ errorCode: 'ENTITY_IS_DELETED', field: 'WhoId', message: 'deleted' }]
          }
        }
      }
    },
    {
      type: 'reference',
      message: 'deleted',
      fields: [
        { field: 'Subject', code: 'STRING_TOO_LONG', message: 'too long' },
        { field: 'WhoId', code: 'ENTITY_IS_DELETED', message: 'deleted', isReference: true }
      ]
    }
  ],
  [
    'a server fault with a locked row in its code',
    pageError('UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access', 500),
    { type: 'transient' }
  ],
  [
    'a limit, by its code',
    pageError('REQUEST_LIMIT_EXCEEDED', 'ConcurrentRequests Limit exceeded.', 403),
    { type: 'throttled' }
  ],
  ['a time-out on the way', { ok: false, status: 408, body: null }, { type: 'unknown_outcome' }],
  [
    'an answer without a status, judged all the same',
    { body: { output: { errors: [{ errorCode: 'INSUFFICIENT_ACCESS', message: 'no' }] } } },
    { type: 'permanent', message: 'no' }
  ],
  [
    'a code that is a word of the language itself',
    pageError('constructor', 'Field Policy__c does not exist'),
    { type: 'permanent' }
  ],
  [
    'a body made of the wrong things',
    {
      ok: false,
      status: 400,
      body: { output: { errors: 'no', fieldErrors: { WhoId: [null, 7] } } }
    },
    { type: 'permanent' }
  ]
];

describe('whose error it is', () => {
  it.each([...talked, ...referred, ...more])('%s', (_name, error, expected) => {
    const failure = saveFailure(error);
    expect({
      ...Object.fromEntries(Object.keys(expected).map((key) => [key, undefined])),
      ...failure
    }).toMatchObject(expected);
  });
});

const reads: [string, unknown, SaveFailure['type']][] = [
  [
    'not found',
    {
      ok: false,
      status: 404,
      statusText: 'Not Found',
      body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }]
    },
    'gone'
  ],
  ['deleted', { status: 404, body: [{ errorCode: 'ENTITY_IS_DELETED', message: 'm' }] }, 'gone'],
  ['a page of a proxy that is not found', { status: 404, body: 'Not found' }, 'permanent'],
  [
    'no access to it',
    { status: 403, body: [{ errorCode: 'INSUFFICIENT_ACCESS', message: 'NOT_FOUND' }] },
    'permanent'
  ],
  [
    'a reference that is none',
    { status: 400, body: [{ errorCode: 'INVALID_CROSS_REFERENCE_KEY', message: 'm' }] },
    'permanent'
  ],
  ['signed out', { status: 401, body: [{ errorCode: 'INVALID_SESSION_ID' }] }, 'signed_out'],
  ['no answer', new TypeError('Failed to fetch'), 'unknown_outcome']
];

it.each(reads)('what a read that failed means: %s', (_name, error, type) => {
  expect(readFailure(error).type).toBe(type);
});

describe('what a refusal of Salesforce means', () => {
  it.each(cases)('%s', (_name, error, expected) => {
    expect(saveFailure(error)).toMatchObject(expected);
  });
});
