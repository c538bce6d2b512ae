/** One error of an answer: its own code, its words, and the fields it is about. */
export interface OrgError {
  code: string;
  message: string;
  fields: readonly string[];
}

export interface OrgAnswer {
  status: number | undefined;
  errors: readonly OrgError[];
  /** What the answer says beside its errors. */
  message: string;
}

/** Under these codes, and only under these, the words name the fields. */
const fieldsInWords: ReadonlyMap<string, RegExp> = new Map([
  ['INVALID_FIELD_FOR_INSERT_UPDATE', /Unable to create\/update fields:\s*([\w, ]+)/],
  ['POST_BODY_PARSE_ERROR', /^Field (\w+) does not exist/]
]);

/**
 * The errors of a FetchResponse `{ok: false, status, statusText, body}`. `body` is an object for
 * writes, an array for reads, and may be missing when the browser is offline.
 */
export function orgErrors(error: unknown): OrgAnswer {
  const body = valueAt(error, 'body');
  return {
    status: numberAt(error, 'status') ?? numberAt(body, 'statusCode'),
    errors: errorsOf(body),
    message:
      textAt(body, 'message') || textAt(error, 'message') || textAt(error, 'statusText') || ''
  };
}

function errorsOf(body: unknown): OrgError[] {
  if (Array.isArray(body)) return body.filter(isObject).map((one) => orgError(one));
  if (!isObject(body)) return [];
  const output = isObject(body.output) ? body.output : {};
  const byField = Object.entries(isObject(output.fieldErrors) ? output.fieldErrors : {});
  const errors = [
    ...byField.flatMap(([field, list]) => objects(list).map((one) => orgError(one, field))),
    ...objects(output.errors).map((one) => orgError(one))
  ];
  const own = orgError(body);
  return own.code ? [...errors, own] : errors;
}

function orgError(error: Record<string, unknown>, ofField?: string): OrgError {
  const code = textAt(error, 'errorCode');
  const message = textAt(error, 'message');
  const listed = Array.isArray(error.fields) ? error.fields : [];
  const named = [ofField ?? error.field, ...listed].filter(isName);
  const spelled = fieldsInWords.get(code)?.exec(message)?.[1]?.split(',') ?? [];
  const fields = named.length > 0 ? named : spelled.map((name) => name.trim()).filter(isName);
  return { code, message, fields: [...new Set(fields)] };
}

function objects(list: unknown): Record<string, unknown>[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function valueAt(value: unknown, key: string): unknown {
  return isObject(value) ? value[key] : undefined;
}

function textAt(value: unknown, key: string): string {
  const found = valueAt(value, key);
  return typeof found === 'string' ? found : '';
}

function numberAt(value: unknown, key: string): number | undefined {
  const found = valueAt(value, key);
  return typeof found === 'number' && found > 0 ? found : undefined;
}
