import type { Facts, ParticipantAttributes } from './conversation';
import { mergeCommunications } from './mergeCommunications';
import { FACT_FIELDS, mergeFields } from './mergeFields';

/**
 * Adds to what is known of a participant (`current`) what a snapshot tells (`incoming`). `lastFrom`: what the same source
 * told last; `lastAttributes`: see `Said.attributes`. `isStale`: the snapshot is older and may only fill gaps.
 * Returns `current` itself when nothing changed.
 */
export function mergeFacts(
  current: Facts,
  incoming: Facts,
  lastFrom: Facts | undefined,
  isStale: boolean,
  lastAttributes: ParticipantAttributes | undefined = lastFrom?.attributes
): Facts {
  const merged = mergeFields(FACT_FIELDS, current, incoming, lastFrom, isStale);
  const attributes = mergeAttributes(
    current.attributes,
    incoming.attributes,
    lastAttributes,
    isStale
  );
  const communications = mergeCommunications(
    current.communications,
    incoming.communications,
    lastFrom?.communications,
    isStale
  );
  const isSame = attributes === current.attributes && communications === current.communications;
  return isSame ? merged : { ...merged, attributes, communications };
}

/**
 * Newer values win; keys are dropped only when the source that told them before leaves them out. Attributes change back
 * and forth for real, so a repeated value is news here. An empty object is news from a source that told some before; one
 * that never did says nothing by it.
 */
function mergeAttributes(
  older: ParticipantAttributes | undefined,
  newer: ParticipantAttributes | undefined,
  said: ParticipantAttributes | undefined,
  stale: boolean
): ParticipantAttributes | undefined {
  if (newer === undefined || newer === older) return older;
  if (older === undefined) return newer;
  if (stale) return fillAttributes(older, newer, said);
  const keys = Object.keys(newer);
  const isNews = keys.some((key) => newer[key] !== older[key]);
  if (said === older) {
    // Most often one source tells all there is: its word is taken as it is, without a copy.
    return isNews || keys.length < Object.keys(older).length ? newer : older;
  }
  const dropped = said === undefined ? [] : keysMissing(newer, said);
  if (!isNews && !dropped.some((key) => Object.hasOwn(older, key))) return older;
  const merged = Object.assign(copyOf(older), newer);
  for (const key of dropped) delete merged[key];
  return merged;
}

/** A stale snapshot only adds what is missing, and nothing that its source may have dropped since. */
function fillAttributes(
  older: ParticipantAttributes,
  newer: ParticipantAttributes,
  said: ParticipantAttributes | undefined
): ParticipantAttributes {
  if (said !== undefined) return older;
  const missing = keysMissing(older, newer);
  if (missing.length === 0) return older;
  const merged = copyOf(older);
  for (const key of missing) merged[key] = newer[key];
  return merged;
}

function keysMissing(from: ParticipantAttributes, keysOf: ParticipantAttributes): string[] {
  const missing: string[] = [];
  if (from === keysOf) return missing;
  for (const key of Object.keys(keysOf)) if (!Object.hasOwn(from, key)) missing.push(key);
  return missing;
}

/** Without a prototype, so that an attribute named `__proto__` is only an attribute. */
function copyOf(attributes: ParticipantAttributes): Record<string, unknown> {
  return Object.assign(Object.create(null) as Record<string, unknown>, attributes);
}
