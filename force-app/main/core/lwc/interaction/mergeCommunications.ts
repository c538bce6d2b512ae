import { byTime, isOver } from './conversation';
import type { Communication } from './conversation';
import { currentCommunication } from './leg';
import { inGroup, news, rulingOf } from './news';
import { isAsFull, repeatsCommunication } from './repeats';
import { msOf } from './time';

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
    const index = placeOf(told, newer, list);
    const known = list[index];
    if (known === undefined) {
      merged = [...list, told];
      continue;
    }
    if (repeatsCommunication(known, told)) continue;
    const lastSaid = said && said[placeOf(told, newer, said)];
    const next = mergeCommunication(known, told, lastSaid, stale);
    if (next !== known) {
      merged ??= [...older];
      merged[index] = next;
    }
  }
  if (!merged) return older;
  merged.sort(byTime);
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
  const isAlone = older === said && !stale && !isBack && !SETS.some((field) => older[field]);
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
    messageIds: union(older.messageIds, newer.messageIds),
    parkTimes: union(older.parkTimes, newer.parkTimes),
    resumeTimes: union(older.resumeTimes, newer.resumeTimes),
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

/** What only grows: a message once sent stays sent, whoever tells of it and when. */
const SETS = ['messageIds', 'parkTimes', 'resumeTimes'] as const;

function union(
  older: readonly string[] | undefined,
  newer: readonly string[] | undefined
): readonly string[] | undefined {
  if (older === undefined || newer === undefined) return newer ?? older;
  const known = new Set(older);
  const added = newer.filter((id) => !known.has(id));
  return added.length === 0 ? older : [...older, ...added];
}

/**
 * Where `known` holds the communication that `told` describes; -1: it is another one. Ids decide. Shape M has none: its
 * word is of the communication of its medium that began at about the same time.
 */
function placeOf(
  told: Communication,
  toldList: readonly Communication[],
  known: readonly Communication[]
): number {
  if (told.id === undefined) return known.indexOf(nearest(known, told)!);
  const place = known.findIndex(({ id }) => id === told.id);
  if (place >= 0) return place;
  const nameless = known.findIndex(({ id, media }) => id === undefined && media === told.media);
  if (nameless < 0) return -1;
  const others = toldList.filter(({ id }) => !known.some((other) => other.id === id));
  return nearest(others, known[nameless]!) === told ? nameless : -1;
}

/** The one of a medium that began closest to another; the current one where the times are not told. */
function nearest(list: readonly Communication[], to: Communication): Communication | undefined {
  const possible = list.filter((each) => each.media === to.media && mayBeSame(each, to));
  let closest = currentCommunication(possible);
  for (const each of possible) if (gap(each, to) < gap(closest!, to)) closest = each;
  return closest;
}

/** What began after the end of the other is a new call of the same participant. */
function mayBeSame(one: Communication, other: Communication): boolean {
  return !beganAfter(one, other) && !beganAfter(other, one);
}

function beganAfter({ connectedAt }: Communication, { disconnectedAt }: Communication): boolean {
  return connectedAt !== undefined && disconnectedAt !== undefined && connectedAt > disconnectedAt;
}

function gap({ connectedAt: one }: Communication, { connectedAt: other }: Communication): number {
  if (one === undefined || other === undefined) return Infinity;
  return Math.abs(msOf(one) - msOf(other));
}
