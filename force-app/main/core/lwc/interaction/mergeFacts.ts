import type { Facts, ParticipantAttributes } from './conversation';
import { mergeCommunications } from './mergeCommunications';
import { inGroup, news, rulingOf } from './news';
import { isAsFull, repeatsFacts } from './repeats';

/**
 * Adds to what is known of a participant (`older`) what a snapshot tells (`newer`). `said` is what the same source told
 * last: what it merely repeats is no news, so sources that disagree cannot make a value flip back and forth.
 * `stale`: the snapshot is older and may only fill gaps. `attributesSaid`: see `Said.attributes`.
 * Returns `older` itself when nothing changed.
 */
export function mergeFacts(
  older: Facts,
  newer: Facts,
  said: Facts | undefined,
  stale: boolean,
  attributesSaid: ParticipantAttributes | undefined = said?.attributes
): Facts {
  const attributes = mergeAttributes(older.attributes, newer.attributes, attributesSaid, stale);
  const communications = mergeCommunications(
    older.communications,
    newer.communications,
    said?.communications,
    stale
  );
  const isSame = attributes === older.attributes && communications === older.communications;
  if (isSame && repeatsFacts(older, newer)) return older;
  const isTold = attributes === newer.attributes && communications === newer.communications;
  // Mostly there is one source, and it leaves nothing out that it told before: its word is what is known.
  if (isTold && older === said && !stale && isAsFull(newer, older)) return newer;
  const queue = rulingOf(older.queueId, newer.queueId, said?.queueId, stale);
  const wrapUp = rulingOf(older.wrapUpCode, newer.wrapUpCode, said?.wrapUpCode, stale);
  // Written out, and in the order of reading: engines do this many times faster than a loop over names.
  const merged: Facts = {
    purpose: news(older.purpose, newer.purpose, said?.purpose, stale),
    userId: news(older.userId, newer.userId, said?.userId, stale),
    name: news(older.name, newer.name, said?.name, stale),
    queueId: inGroup(queue, older.queueId, newer.queueId, said?.queueId, stale),
    queueName: inGroup(queue, older.queueName, newer.queueName, said?.queueName, stale),
    address: news(older.address, newer.address, said?.address, stale),
    ani: news(older.ani, newer.ani, said?.ani, stale),
    dnis: news(older.dnis, newer.dnis, said?.dnis, stale),
    startedAt: news(older.startedAt, newer.startedAt, said?.startedAt, stale),
    connectedAt: news(older.connectedAt, newer.connectedAt, said?.connectedAt, stale),
    endedAt: news(older.endedAt, newer.endedAt, said?.endedAt, stale),
    acwStartedAt: news(older.acwStartedAt, newer.acwStartedAt, said?.acwStartedAt, stale),
    acwEndedAt: news(older.acwEndedAt, newer.acwEndedAt, said?.acwEndedAt, stale),
    wrapUpRequired: news(older.wrapUpRequired, newer.wrapUpRequired, said?.wrapUpRequired, stale),
    wrapUpSkipped: news(older.wrapUpSkipped, newer.wrapUpSkipped, said?.wrapUpSkipped, stale),
    wrapUpPrompt: news(older.wrapUpPrompt, newer.wrapUpPrompt, said?.wrapUpPrompt, stale),
    wrapUpTimeoutMs: news(
      older.wrapUpTimeoutMs,
      newer.wrapUpTimeoutMs,
      said?.wrapUpTimeoutMs,
      stale
    ),
    wrapUpCode: inGroup(wrapUp, older.wrapUpCode, newer.wrapUpCode, said?.wrapUpCode, stale),
    wrapUpName: inGroup(wrapUp, older.wrapUpName, newer.wrapUpName, said?.wrapUpName, stale),
    wrapUpSeconds: inGroup(
      wrapUp,
      older.wrapUpSeconds,
      newer.wrapUpSeconds,
      said?.wrapUpSeconds,
      stale
    ),
    supervisor: news(older.supervisor, newer.supervisor, said?.supervisor, stale),
    attributes,
    communications
  };
  if (isSame && saysTheSame(older, merged)) return older;
  return isTold && saysTheSame(newer, merged) ? newer : merged;
}

const saysTheSame = (one: Facts, other: Facts): boolean =>
  repeatsFacts(one, other) && repeatsFacts(other, one);

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
