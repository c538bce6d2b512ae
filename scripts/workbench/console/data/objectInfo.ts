import type { ObjectInfoRepresentation } from 'lightning/uiObjectInfoApi';
import { callOrg } from '../../lightning/data/org';

const known = new Map<string, Promise<ObjectInfoRepresentation>>();

/** Labels and types of an object's fields, as far as this user sees them. Rejects with a FetchResponse. */
export function objectInfo(object: string): Promise<ObjectInfoRepresentation> {
  const asked =
    known.get(object) ??
    (callOrg(`/ui-api/object-info/${object}`) as Promise<ObjectInfoRepresentation>);
  known.set(object, asked);
  asked.catch(() => known.delete(object));
  return asked;
}
