import { plainAddress } from './address';
import type { Communication } from './conversation';
import type { Media } from './interactionView';
import { isJson } from './payloadReader';
import type { Json, PayloadReader } from './payloadReader';

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
  const state = reader.word(source.state, 'state');
  const disconnectedAt =
    reader.time(source.disconnectedTime, 'disconnectedTime') ??
    (flat ? reader.time(source.endTime, 'endTime') : undefined);
  // REST says `terminated` where events say `disconnected`, and a state may lag behind its times: one word for all ends.
  const isOver = disconnectedAt !== undefined || state === 'disconnected' || state === 'terminated';
  const direction = reader.word(source.direction, 'direction');
  const work = reader.object(source.afterCallWork, 'afterCallWork');
  const workState = work && reader.word(work.state, 'afterCallWork.state');
  // The wrap-up of a flat participant is read with the participant.
  const wrapUp = flat ? undefined : reader.object(source.wrapup, 'wrapup');
  // All fields at once and in one order: engines read and compare such objects several times faster.
  const communication: Communication = {
    media,
    id: flat ? undefined : reader.text(source.id, 'id'),
    state: isOver ? 'disconnected' : state,
    direction: direction === 'inbound' || direction === 'outbound' ? direction : undefined,
    held: isOver ? false : reader.flag(source.held, 'held'),
    muted: reader.flag(source.muted, 'muted'),
    recording: readRecording(reader, source),
    alertedAt: reader.time(source.startAlertingTime, 'startAlertingTime'),
    connectedAt: reader.time(source.connectedTime, 'connectedTime'),
    disconnectedAt,
    heldSince: reader.time(source.startHoldTime, 'startHoldTime'),
    selfAddress: undefined,
    selfDisplay: undefined,
    otherAddress: undefined,
    fromAddress: undefined,
    fromDisplay: undefined,
    fromName: undefined,
    toAddress: undefined,
    toDisplay: undefined,
    uuiData: undefined,
    messageType: undefined,
    messageIds: undefined,
    subject: undefined,
    callbackNumber: undefined,
    callbackUserName: undefined,
    voicemail: undefined,
    contactId: undefined,
    contactListId: undefined,
    campaignId: undefined,
    acwPending: workState === undefined ? undefined : workState === 'pending',
    acwStartedAt: work && reader.time(work.startTime, 'afterCallWork.startTime'),
    acwEndedAt: work && reader.time(work.endTime, 'afterCallWork.endTime'),
    wrapUpCode: wrapUp && reader.text(wrapUp.code, 'wrapup.code'),
    wrapUpName: wrapUp && reader.text(wrapUp.name, 'wrapup.name'),
    wrapUpSeconds: wrapUp && reader.amount(wrapUp.durationSeconds, 'wrapup.durationSeconds')
  };
  mediaReaders[media](reader, source, communication);
  return communication;
}

type MediaReader = (reader: PayloadReader, source: Json, into: Communication) => void;

const mediaReaders: Record<Media, MediaReader> = {
  call(reader, source, into) {
    const self = reader.object(source.self, 'self');
    if (self) {
      into.selfAddress = readAddress(reader, self);
      into.selfDisplay = reader.text(self.addressDisplayable, 'self.addressDisplayable');
    }
    const other = reader.object(source.other, 'other');
    if (other) into.otherAddress = readAddress(reader, other);
    into.uuiData = reader.text(source.uuiData, 'uuiData');
  },
  callback(reader, source, into) {
    const numbers = reader.array(source.callbackNumbers, 'callbackNumbers');
    if (numbers) into.callbackNumber = plainAddress(reader.text(numbers[0], 'callbackNumbers[0]'));
    into.callbackUserName = reader.text(source.callbackUserName, 'callbackUserName');
    const voicemail = reader.object(source.voicemail, 'voicemail');
    // `voicemail: {}` is how some payloads say that there is none.
    if (voicemail && (voicemail.id || voicemail.uploadStatus)) into.voicemail = true;
    const preview =
      reader.object(source.dialerPreview, 'dialerPreview') ??
      reader.object(source.outboundPreview, 'outboundPreview');
    if (preview) {
      into.contactId = reader.text(preview.contactId, 'dialerPreview.contactId');
      into.contactListId = reader.text(preview.contactListId, 'dialerPreview.contactListId');
      into.campaignId = reader.text(preview.campaignId, 'dialerPreview.campaignId');
    }
  },
  chat() {
    // A chat carries nothing of its own that an attribute needs.
  },
  email(reader, source, into) {
    into.subject = reader.text(source.subject, 'subject');
  },
  message(reader, source, into) {
    into.messageType = reader.word(source.type, 'type');
    into.messageIds = readMessageIds(reader, source);
    const from = reader.object(source.fromAddress, 'fromAddress');
    if (from) {
      into.fromAddress = readAddress(reader, from);
      into.fromDisplay = reader.text(from.addressDisplayable, 'fromAddress.addressDisplayable');
      into.fromName =
        reader.text(from.name, 'fromAddress.name') ??
        reader.text(from.nameRaw, 'fromAddress.nameRaw');
    }
    const to = reader.object(source.toAddress, 'toAddress');
    if (to) {
      into.toAddress = readAddress(reader, to);
      into.toDisplay = reader.text(to.addressDisplayable, 'toAddress.addressDisplayable');
    }
  }
};

/** `messageId` in shapes E and C and in REST's M, `message: {id}` in the media topic's M. */
function readMessageIds(reader: PayloadReader, source: Json): readonly string[] | undefined {
  const entries = reader.array(source.messages, 'messages');
  if (!entries || entries.length === 0) return undefined;
  const ids: string[] = [];
  for (const entry of entries) {
    if (!isJson(entry)) continue;
    const id: unknown = entry.messageId ?? (isJson(entry.message) ? entry.message.id : undefined);
    const told = reader.text(id, 'messages.messageId');
    if (told !== undefined) ids.push(told);
  }
  return ids.length > 0 ? ids : undefined;
}

function readAddress(reader: PayloadReader, source: Json): string | undefined {
  return plainAddress(
    reader.text(source.addressNormalized, 'addressNormalized') ??
      reader.text(source.address, 'address') ??
      reader.text(source.addressRaw, 'addressRaw')
  );
}

function readRecording(reader: PayloadReader, source: Json): boolean | undefined {
  const state = reader.word(source.recordingState, 'recordingState');
  const recording = reader.flag(source.recording, 'recording');
  return state === undefined ? recording : state === 'active';
}
