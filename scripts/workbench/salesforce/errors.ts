/** Bodies and statuses as the UI API gives them. */
export interface Refusal {
  ok: false;
  status: number;
  body: unknown;
}

export interface RecordError {
  errorCode: string;
  message: string;
  /** undefined: about the record as a whole. */
  field?: { apiName: string; label: string };
  constituentField?: string;
}

/** Read failures, and all that is refused before a record is looked at: an array. */
export function listError(status: number, errorCode: string, message: string): Refusal {
  return { ok: false, status, body: [{ errorCode, message }] };
}

/** A request body that can't be understood: one object, not an array. */
export function bodyError(message: string): Refusal {
  return {
    ok: false,
    status: 400,
    body: { statusCode: 400, errorCode: 'POST_BODY_PARSE_ERROR', message }
  };
}

export function notFound(): Refusal {
  return listError(404, 'NOT_FOUND', 'The requested resource does not exist');
}

/** A record that is there, of an object the user may use, but not theirs to see. */
export function notShared(): Refusal {
  return listError(
    403,
    'INSUFFICIENT_ACCESS',
    "You don't have access to this record. Ask your administrator for help or to request access."
  );
}

/**
 * The record has been saved by someone else since: 400, not 409 or 412. The code is in the list
 * alone; the body has neither a code nor a message of its own.
 */
export function collision(editor: string): Refusal {
  const errors = [
    errorEntry({
      errorCode: 'CollisionDetectedException',
      message: `This record was modified by ${editor} during your edit session. Make a note of the data you entered, then reload the record and enter your updates again.`
    })
  ];
  return {
    ok: false,
    status: 400,
    body: { enhancedErrorType: 'RecordError', output: { errors, fieldErrors: {} } }
  };
}

/** A record that may not be saved as it is. Field errors and errors of the whole record stand apart. */
export function recordErrors(errors: RecordError[]): Refusal {
  const fieldErrors: Record<string, object[]> = {};
  const pageErrors: object[] = [];
  for (const error of errors) {
    const entry = errorEntry(error);
    if (error.field) (fieldErrors[error.field.apiName] ??= []).push(entry);
    else pageErrors.push(entry);
  }
  return {
    ok: false,
    status: 400,
    body: {
      enhancedErrorType: 'RecordError',
      message: 'An error occurred while trying to update the record. Please try again.',
      statusCode: 400,
      output: { errors: pageErrors, fieldErrors, statusCode: 400 }
    }
  };
}

function errorEntry(error: RecordError): object {
  return {
    constituentField: error.constituentField ?? null,
    duplicateRecordError: null,
    errorCode: error.errorCode,
    field: error.field?.apiName ?? null,
    fieldLabel: error.field?.label ?? null,
    message: error.message
  };
}
