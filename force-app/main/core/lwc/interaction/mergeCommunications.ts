import { isOver } from './conversation';
import type { Communication } from './conversation';
import { inGroup, news, rulingOf } from './news';
import { isAsFull, repeatsCommunication } from './repeats';

/** Each communication told finds the one it describes, or is a new one. Returns `older` itself when nothing changed. */
export function mergeCommunications(
  older: readonly Communication[],
  newer: readonly Communication[],
  said: readonly Communication[] | undefined,
  stale: boolean
): readonly Communication[] {
  let merged: Communication[] | undefined;
  for (const told of newer) {
    const list = merged ?? older;
    const index = indexOfSame(list, told, newer);
    const known = list[index];
    if (known === undefined) {
      merged = [...list, told];
      continue;
    }
    if (repeatsCommunication(known, told)) continue;
    const lastSaid = said && said[indexOfSame(said, told, newer)];
    const next = mergeCommunication(known, told, lastSaid, stale);
    if (next !== known) {
      merged ??= [...older];
      merged[index] = next;
    }
  }
  if (!merged) return older;
  return merged.length === newer.length && merged.every((each, index) => each === newer[index])
    ? newer
    : merged;
}

function mergeCommunication(
  older: Communication,
  newer: Communication,
  said: Communication | undefined,
  stale: boolean
): Communication {
  // What has ended stays ended; only the end itself may still be told in other words.
  const isBack = isOver(older) && !isOver(newer);
  const isAlone = older === said && !stale && !isBack && older.messageIds === undefined;
  if (isAlone && isAsFull(newer, older)) return newer;
  const wrapUp = rulingOf(older.wrapUpCode, newer.wrapUpCode, said?.wrapUpCode, stale);
  // Written out, and in the order of reading, as in mergeFacts. State of the moment counts anew in every snapshot.
  const merged: Communication = {
    media: older.media,
    id: news(older.id, newer.id, said?.id, stale),
    state: isBack ? older.state : news(older.state, newer.state, undefined, stale),
    direction: news(older.direction, newer.direction, said?.direction, stale),
    held: isBack ? older.held : news(older.held, newer.held, undefined, stale),
    muted: isBack ? older.muted : news(older.muted, newer.muted, undefined, stale),
    recording: isBack ? older.recording : news(older.recording, newer.recording, undefined, stale),
    alertedAt: news(older.alertedAt, newer.alertedAt, said?.alertedAt, stale),
    connectedAt: news(older.connectedAt, newer.connectedAt, said?.connectedAt, stale),
    disconnectedAt: news(older.disconnectedAt, newer.disconnectedAt, said?.disconnectedAt, stale),
    heldSince: isBack ? older.heldSince : news(older.heldSince, newer.heldSince, undefined, stale),
    selfAddress: news(older.selfAddress, newer.selfAddress, said?.selfAddress, stale),
    selfDisplay: news(older.selfDisplay, newer.selfDisplay, said?.selfDisplay, stale),
    otherAddress: news(older.otherAddress, newer.otherAddress, said?.otherAddress, stale),
    fromAddress: news(older.fromAddress, newer.fromAddress, said?.fromAddress, stale),
    fromDisplay: news(older.fromDisplay, newer.fromDisplay, said?.fromDisplay, stale),
    fromName: news(older.fromName, newer.fromName, said?.fromName, stale),
    toAddress: news(older.toAddress, newer.toAddress, said?.toAddress, stale),
    toDisplay: news(older.toDisplay, newer.toDisplay, said?.toDisplay, stale),
    uuiData: news(older.uuiData, newer.uuiData, said?.uuiData, stale),
    messageType: news(older.messageType, newer.messageType, said?.messageType, stale),
    messageIds: mergeIds(older.messageIds, newer.messageIds),
    subject: news(older.subject, newer.subject, said?.subject, stale),
    callbackNumber: news(older.callbackNumber, newer.callbackNumber, said?.callbackNumber, stale),
    callbackUserName: news(
      older.callbackUserName,
      newer.callbackUserName,
      said?.callbackUserName,
      stale
    ),
    voicemail: news(older.voicemail, newer.voicemail, said?.voicemail, stale),
    contactId: news(older.contactId, newer.contactId, said?.contactId, stale),
    contactListId: news(older.contactListId, newer.contactListId, said?.contactListId, stale),
    campaignId: news(older.campaignId, newer.campaignId, said?.campaignId, stale),
    acwPending: isBack
      ? older.acwPending
      : news(older.acwPending, newer.acwPending, undefined, stale),
    acwStartedAt: news(older.acwStartedAt, newer.acwStartedAt, said?.acwStartedAt, stale),
    acwEndedAt: news(older.acwEndedAt, newer.acwEndedAt, said?.acwEndedAt, stale),
    wrapUpCode: inGroup(wrapUp, older.wrapUpCode, newer.wrapUpCode, said?.wrapUpCode, stale),
    wrapUpName: inGroup(wrapUp, older.wrapUpName, newer.wrapUpName, said?.wrapUpName, stale),
    wrapUpSeconds: inGroup(
      wrapUp,
      older.wrapUpSeconds,
      newer.wrapUpSeconds,
      said?.wrapUpSeconds,
      stale
    )
  };
  if (saysTheSame(older, merged)) return older;
  return saysTheSame(newer, merged) ? newer : merged;
}

const saysTheSame = (one: Communication, other: Communication): boolean =>
  repeatsCommunication(one, other) && repeatsCommunication(other, one);

/** A message once sent stays sent, whoever tells of it and when. */
function mergeIds(
  older: readonly string[] | undefined,
  newer: readonly string[] | undefined
): readonly string[] | undefined {
  if (older === undefined || newer === undefined) return newer ?? older;
  const known = new Set(older);
  const added = newer.filter((id) => !known.has(id));
  return added.length === 0 ? older : [...older, ...added];
}

/**
 * Where `list` holds the communication that `told` describes. Shape M has no ids: it describes the current communication
 * of its medium.
 */
function indexOfSame(
  list: readonly Communication[],
  told: Communication,
  toldList: readonly Communication[]
): number {
  if (told.id === undefined) return indexOfCurrent(list, told.media);
  for (let index = 0; index < list.length; index++) {
    if (list[index]!.id === told.id) return index;
  }
  if (toldList[indexOfCurrent(toldList, told.media)] !== told) return -1;
  return list.findIndex(({ id, media }) => id === undefined && media === told.media);
}

function indexOfCurrent(list: readonly Communication[], media: Communication['media']): number {
  let last = -1;
  for (let index = 0; index < list.length; index++) {
    if (list[index]!.media !== media) continue;
    if (!isOver(list[index]!)) return index;
    last = index;
  }
  return last;
}
