import { plainAddress } from './address';
import { isOver } from './conversation';
import type { Communication } from './conversation';
import type { Media } from './interactionView';
import type { Json, PayloadReader } from './payloadReader';

/** Lists of shapes E and C, with the medium of their entries. Callbacks lead: a callback owns the call it placed. */
export const communicationLists: readonly (readonly [list: string, media: Media])[] = [
  ['callbacks', 'callback'],
  ['calls', 'call'],
  ['chats', 'chat'],
  ['emails', 'email'],
  ['messages', 'message']
];

/**
 * One communication. `source` is an entry of `calls[]`, `callbacks[]` … (shapes E, C) or a flat media participant
 * (shape M), whose end is called `endTime` and whose dialer preview is called `outboundPreview`.
 */
export function readCommunication(
  reader: PayloadReader,
  source: Json,
  media: Media,
  flat: boolean
): Communication {
  const communication: Communication = {
    media,
    id: flat ? undefined : reader.text(source, 'id'),
    state: reader.word(source, 'state'),
    direction: readDirection(reader, source),
    held: reader.flag(source, 'held'),
    muted: reader.flag(source, 'muted'),
    recording: readRecording(reader, source),
    alertedAt: reader.time(source, 'startAlertingTime'),
    connectedAt: reader.time(source, 'connectedTime'),
    disconnectedAt:
      reader.time(source, 'disconnectedTime') ??
      (flat ? reader.time(source, 'endTime') : undefined),
    heldSince: reader.time(source, 'startHoldTime')
  };
  if (isOver(communication)) {
    // One word for all ends, whatever the payload's `state` and `held` still say.
    communication.state = 'disconnected';
    communication.held = false;
  }
  readers[media](reader, source, communication);
  readAfterCallWork(reader, source, communication);
  if (!flat) readWrapUp(reader, source, communication);
  return communication;
}

/** `wrapup` of a participant or a communication. */
export function readWrapUp(
  reader: PayloadReader,
  source: Json,
  into: { wrapUpCode?: string; wrapUpName?: string; wrapUpSeconds?: number }
): void {
  const wrapUp = reader.object(source, 'wrapup');
  if (!wrapUp) return;
  into.wrapUpCode = reader.text(wrapUp, 'code');
  into.wrapUpName = reader.text(wrapUp, 'name');
  into.wrapUpSeconds = reader.amount(wrapUp, 'durationSeconds');
}

type MediaReader = (reader: PayloadReader, source: Json, into: Communication) => void;

const readers: Record<Media, MediaReader> = {
  call(reader, source, into) {
    const self = reader.object(source, 'self');
    if (self) {
      into.selfAddress = readAddress(reader, self);
      into.selfDisplay = reader.text(self, 'addressDisplayable');
    }
    const other = reader.object(source, 'other');
    if (other) into.otherAddress = readAddress(reader, other);
    into.uuiData = reader.text(source, 'uuiData');
  },
  callback(reader, source, into) {
    const numbers = reader.array(source, 'callbackNumbers');
    if (numbers && typeof numbers[0] === 'string') into.callbackNumber = plainAddress(numbers[0]);
    into.callbackUserName = reader.text(source, 'callbackUserName');
    const voicemail = reader.object(source, 'voicemail');
    // `voicemail: {}` is how some payloads say that there is none.
    if (voicemail && (voicemail['id'] || voicemail['uploadStatus'])) into.voicemail = true;
    const preview =
      reader.object(source, 'dialerPreview') ?? reader.object(source, 'outboundPreview');
    if (preview) {
      into.contactId = reader.text(preview, 'contactId');
      into.contactListId = reader.text(preview, 'contactListId');
      into.campaignId = reader.text(preview, 'campaignId');
    }
  },
  chat() {
    // A chat carries nothing of its own that an attribute needs.
  },
  email(reader, source, into) {
    into.subject = reader.text(source, 'subject');
  },
  message(reader, source, into) {
    into.messageType = reader.word(source, 'type');
    const from = reader.object(source, 'fromAddress');
    if (from) {
      into.fromAddress = readAddress(reader, from);
      into.fromDisplay = reader.text(from, 'addressDisplayable');
      into.fromName = reader.text(from, 'name') ?? reader.text(from, 'nameRaw');
    }
    const to = reader.object(source, 'toAddress');
    if (to) {
      into.toAddress = readAddress(reader, to);
      into.toDisplay = reader.text(to, 'addressDisplayable');
    }
  }
};

function readAddress(reader: PayloadReader, source: Json): string | undefined {
  return plainAddress(
    reader.text(source, 'addressNormalized') ??
      reader.text(source, 'address') ??
      reader.text(source, 'addressRaw')
  );
}

function readDirection(reader: PayloadReader, source: Json): 'inbound' | 'outbound' | undefined {
  const direction = reader.word(source, 'direction');
  return direction === 'inbound' || direction === 'outbound' ? direction : undefined;
}

function readRecording(reader: PayloadReader, source: Json): boolean | undefined {
  const recording = reader.flag(source, 'recording');
  const state = reader.word(source, 'recordingState');
  return state === undefined ? recording : state === 'active';
}

function readAfterCallWork(reader: PayloadReader, source: Json, into: Communication): void {
  const work = reader.object(source, 'afterCallWork');
  if (!work) return;
  const state = reader.word(work, 'state');
  if (state !== undefined) into.acwPending = state === 'pending';
  into.acwStartedAt = reader.time(work, 'startTime');
  into.acwEndedAt = reader.time(work, 'endTime');
}
