import type { RecordRepresentation } from 'lightning/uiRecordApi';
import type { WriteResult } from 'c/taskSync';
import type { SavedPart } from 'c/transcript';
import { saveFailure } from './saveFailure';

/** What became of a write, as a value. */
export async function written(saving: Promise<RecordRepresentation>): Promise<WriteResult> {
  try {
    const { id, lastModifiedDate } = await saving;
    return {
      ok: true,
      taskId: id,
      ...(lastModifiedDate ? { lastModified: lastModifiedDate } : {})
    };
  } catch (error) {
    return { ok: false, failure: saveFailure(error) };
  }
}

export async function saved(saving: Promise<RecordRepresentation>): Promise<SavedPart> {
  const result = await written(saving);
  return result.ok ? { ok: true, recordId: result.taskId } : result;
}

/** `Who.Name` and the like are a record's fields within the field. */
export function namesAsked(
  asked: string[],
  { fields }: Partial<RecordRepresentation>
): [string, string | number | boolean | null][] {
  return asked.flatMap((path) => {
    const [field, inner] = path.split('.');
    const related = (inner && fields?.[field ?? '']?.value) as RecordRepresentation | null;
    const found = related && related.fields?.[inner ?? ''];
    return found ? [[path, scalar(found.value)]] : [];
  });
}

export function scalar(value: unknown): string | number | boolean | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : null;
}
