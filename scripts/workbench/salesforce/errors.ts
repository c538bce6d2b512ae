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

/** The record has been saved by someone else since: 400 in practice, not 409 or 412. */
export function collision(): Refusal {
  return {
    ok: false,
    status: 400,
    body: {
      statusCode: 400,
      errorCode: 'CollisionDetectedException',
      message:
        'CollisionDetectedException: the record was modified by another user during your edit session.'
    }
  };
}

/** A record that may not be saved as it is. Field errors and errors of the whole record stand apart. */
export function recordErrors(errors: RecordError[]): Refusal {
  const fieldErrors: Record<string, object[]> = {};
  const pageErrors: object[] = [];
  for (const error of errors) {
    const entry = {
      constituentField: error.constituentField ?? null,
      duplicateRecordError: null,
      errorCode: error.errorCode,
      field: error.field?.apiName ?? null,
      fieldLabel: error.field?.label ?? null,
      message: error.message
    };
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
