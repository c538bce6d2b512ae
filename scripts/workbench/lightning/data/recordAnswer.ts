import type { FieldValueRepresentation, RecordRepresentation } from 'lightning/uiRecordApi';
import { freeze } from './freeze';

/**
 * A cached record with the values of a newer representation of it; fields nobody asked for stay
 * out. 'reload' when the newer one does not tell enough: a field of another record, or one it lacks.
 */
export function withNewValues(
  cached: RecordRepresentation,
  newer: RecordRepresentation
): RecordRepresentation | 'reload' {
  const fields: Record<string, FieldValueRepresentation> = {};
  for (const [name, field] of Object.entries(cached.fields)) {
    const value = newer.fields[name];
    if (!value || isRecord(field.value)) return 'reload';
    fields[name] = value;
  }
  return freeze({ ...cached, ...newer, fields });
}

/** Values of a GraphQL answer's node with this record's id are replaced; which records it lists is not. */
export function patchNodes(answer: unknown, record: RecordRepresentation): unknown {
  if (Array.isArray(answer)) return answer.map((part) => patchNodes(part, record));
  if (typeof answer !== 'object' || answer === null) return answer;
  const isNode = (answer as { Id?: unknown }).Id === record.id;
  return Object.fromEntries(
    Object.entries(answer).map(([name, part]) => {
      const newer = isNode ? record.fields[name] : undefined;
      return [name, newer && hasValue(part) ? patchValue(part, newer) : patchNodes(part, record)];
    })
  );
}

/** Whether a node with this id is anywhere in a GraphQL answer. */
export function hasNode(answer: unknown, recordId: string): boolean {
  if (typeof answer !== 'object' || answer === null) return false;
  if ((answer as { Id?: unknown }).Id === recordId) return true;
  return Object.values(answer).some((part) => hasNode(part, recordId));
}

function patchValue(part: object, newer: FieldValueRepresentation): object {
  return {
    ...part,
    value: newer.value,
    ...('displayValue' in part ? { displayValue: newer.displayValue } : {})
  };
}

function hasValue(part: unknown): part is { value: unknown } {
  return typeof part === 'object' && part !== null && 'value' in part;
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
