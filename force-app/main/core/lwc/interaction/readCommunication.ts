import { plainAddress } from './address';
import type { Communication } from './conversation';
import type { Media } from './interactionView';
import { isJson } from './payloadReader';
import type { Json, PayloadReader } from './payloadReader';
import { fieldReaders, readFields, readWrapUp } from './fieldReaders';
import type { FieldReader, FieldReaders } from './fieldReaders';

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
  const communication: Communication = { media };
  readFields(flat ? flatReaders[media] : nestedReaders[media], communication, source, reader);
  // REST says `terminated` where events say `disconnected`, and a state may lag behind its times: one word for all ends.
  if (communication.disconnectedAt !== undefined || communication.state === 'terminated') {
    communication.state = 'disconnected';
  }
  if (communication.state === 'disconnected') communication.held = false;
  return communication;
}

type Fields = Readonly<Record<string, FieldReader<Communication>>>;

const COMMON: Fields = {
  state: (into, value, reader) => (into.state = reader.word(value, 'state')),
  direction(into, value, reader) {
    const direction = reader.word(value, 'direction');
    if (direction === 'inbound' || direction === 'outbound') into.direction = direction;
  },
  held: (into, value, reader) => (into.held = reader.flag(value, 'held')),
  muted: (into, value, reader) => (into.muted = reader.flag(value, 'muted')),
  recording(into, value, reader) {
    into.recording ??= reader.flag(value, 'recording');
  },
  // Tells more than the flag, which only says that there is a recording.
  recordingState(into, value, reader) {
    const state = reader.word(value, 'recordingState');
    if (state !== undefined) into.recording = state === 'active';
  },
  startAlertingTime(into, value, reader) {
    into.alertedAt = reader.time(value, 'startAlertingTime');
  },
  connectedTime(into, value, reader) {
    into.connectedAt = reader.time(value, 'connectedTime');
  },
  disconnectedTime(into, value, reader) {
    into.disconnectedAt = reader.time(value, 'disconnectedTime') ?? into.disconnectedAt;
  },
  startHoldTime: (into, value, reader) => (into.heldSince = reader.time(value, 'startHoldTime')),
  parkTime(into, value, reader) {
    const time = reader.time(value, 'parkTime');
    if (time !== undefined) into.parkTimes = [time];
  },
  resumeTime(into, value, reader) {
    const time = reader.time(value, 'resumeTime');
    if (time !== undefined) into.resumeTimes = [time];
  },
  afterCallWork(into, value, reader) {
    const work = reader.object(value, 'afterCallWork');
    if (!work) return;
    const state = reader.word(work.state, 'afterCallWork.state');
    if (state !== undefined) into.acwPending = state === 'pending';
    into.acwStartedAt = reader.time(work.startTime, 'afterCallWork.startTime');
    into.acwEndedAt = reader.time(work.endTime, 'afterCallWork.endTime');
  }
};

/** Of a flat participant, id and wrap-up are the participant's. */
const NESTED: Fields = {
  ...COMMON,
  id: (into, value, reader) => (into.id = reader.text(value, 'id')),
  wrapup: readWrapUp
};

const FLAT: Fields = {
  ...COMMON,
  endTime(into, value, reader) {
    into.disconnectedAt ??= reader.time(value, 'endTime');
  }
};

/** A dialer's contact, of the two names it may come under. */
const readPreview: FieldReader<Communication> = (into, value, reader) => {
  const preview = reader.object(value, 'dialerPreview');
  if (!preview) return;
  into.contactId ??= reader.text(preview.contactId, 'dialerPreview.contactId');
  into.contactListId ??= reader.text(preview.contactListId, 'dialerPreview.contactListId');
  into.campaignId ??= reader.text(preview.campaignId, 'dialerPreview.campaignId');
};

const OF_MEDIA: Readonly<Record<Media, Fields>> = {
  call: {
    self(into, value, reader) {
      const self = reader.object(value, 'self');
      if (!self) return;
      into.selfAddress = readAddress(reader, self);
      into.selfDisplay = reader.text(self.addressDisplayable, 'self.addressDisplayable');
    },
    other(into, value, reader) {
      const other = reader.object(value, 'other');
      if (other) into.otherAddress = readAddress(reader, other);
    },
    uuiData: (into, value, reader) => (into.uuiData = reader.text(value, 'uuiData'))
  },
  callback: {
    callbackNumbers(into, value, reader) {
      const numbers = reader.array(value, 'callbackNumbers');
      if (numbers) {
        into.callbackNumber = plainAddress(reader.text(numbers[0], 'callbackNumbers[0]'));
      }
    },
    callbackUserName(into, value, reader) {
      into.callbackUserName = reader.text(value, 'callbackUserName');
    },
    voicemail(into, value, reader) {
      const voicemail = reader.object(value, 'voicemail');
      // `voicemail: {}` is how some payloads say that there is none.
      if (voicemail && (voicemail.id || voicemail.uploadStatus)) into.voicemail = true;
    },
    dialerPreview: readPreview,
    outboundPreview: readPreview
  },
  // A chat carries nothing of its own that an attribute needs.
  chat: {},
  email: {
    subject: (into, value, reader) => (into.subject = reader.text(value, 'subject'))
  },
  message: {
    type: (into, value, reader) => (into.messageType = reader.word(value, 'type')),
    messages: (into, value, reader) => (into.messageIds = readMessageIds(reader, value)),
    fromAddress(into, value, reader) {
      const from = reader.object(value, 'fromAddress');
      if (!from) return;
      into.fromAddress = readAddress(reader, from);
      into.fromDisplay = reader.text(from.addressDisplayable, 'fromAddress.addressDisplayable');
      into.fromName =
        reader.text(from.name, 'fromAddress.name') ??
        reader.text(from.nameRaw, 'fromAddress.nameRaw');
    },
    toAddress(into, value, reader) {
      const to = reader.object(value, 'toAddress');
      if (!to) return;
      into.toAddress = readAddress(reader, to);
      into.toDisplay = reader.text(to.addressDisplayable, 'toAddress.addressDisplayable');
    }
  }
};

const forEachMedia = (fields: Fields): Readonly<Record<Media, FieldReaders<Communication>>> => ({
  call: fieldReaders({ ...fields, ...OF_MEDIA.call }),
  callback: fieldReaders({ ...fields, ...OF_MEDIA.callback }),
  chat: fieldReaders({ ...fields, ...OF_MEDIA.chat }),
  email: fieldReaders({ ...fields, ...OF_MEDIA.email }),
  message: fieldReaders({ ...fields, ...OF_MEDIA.message })
});

const nestedReaders = forEachMedia(NESTED);
const flatReaders = forEachMedia(FLAT);

/** `messageId` in shapes E and C and in REST's M, `message: {id}` in the media topic's M. */
function readMessageIds(reader: PayloadReader, list: unknown): readonly string[] | undefined {
  const entries = reader.array(list, 'messages');
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
