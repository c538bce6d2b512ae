import type { SaveFailure } from 'c/taskSync';
import { saveFailure } from '../saveFailure';

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
    'a stale write, which is a 400',
    pageError('CollisionDetectedException', 'The record has been modified since.'),
    { type: 'collision' }
  ],
  [
    'a locked row',
    pageError('UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access'),
    { type: 'transient' }
  ],
  [
    'a deleted record',
    {
      ok: false,
      status: 404,
      statusText: 'Not Found',
      body: [{ errorCode: 'NOT_FOUND', message: 'gone' }]
    },
    { type: 'gone' }
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

describe('what a refusal of Salesforce means', () => {
  it.each(cases)('%s', (_name, error, expected) => {
    expect(saveFailure(error)).toMatchObject(expected);
  });
});
