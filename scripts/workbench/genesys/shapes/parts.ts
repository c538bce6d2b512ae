import { isCustomer } from '../conversation';
import type {
  Address,
  Communication,
  CommunicationIn,
  Conversation,
  Media,
  Participant,
  Text,
  WrapUp
} from '../conversation';
import { acwStateOf } from './afterCallWork';
import { iso } from './time';

/** Pieces on which all shapes agree. */

export const providers: Readonly<Record<Media, string>> = {
  call: 'Edge',
  callback: 'PureCloud Callback',
  chat: 'PureCloud Webchat v2',
  email: 'PureCloud Email',
  message: 'PureCloud Messaging'
};

export const addressShape = (address: Address) => ({
  ...(address.name && { name: address.name, nameRaw: address.name }),
  addressNormalized: address.normalized,
  addressRaw: address.raw,
  addressDisplayable: address.displayable
});

export const wrapUpShape = (wrapUp: WrapUp) => ({
  code: wrapUp.code,
  ...(wrapUp.notes !== undefined && { notes: wrapUp.notes }),
  tags: wrapUp.tags ?? [],
  ...(wrapUp.durationSeconds !== undefined && { durationSeconds: wrapUp.durationSeconds }),
  endTime: iso(wrapUp.endTime)
});

export const acwShape = (participant: Participant, acw: NonNullable<Participant['acw']>) => ({
  state: acwStateOf(participant),
  startTime: iso(acw.startTime),
  ...(acw.endTime !== undefined && { endTime: iso(acw.endTime) })
});

/** A supervisor's participant names whom they watch. */
export const supervisionShape = ({ supervision }: Participant) => ({
  ...(supervision?.how === 'monitor' && { monitoredParticipantId: supervision.participantId }),
  ...(supervision?.how === 'coach' && { coachedParticipantId: supervision.participantId }),
  ...(supervision?.how === 'bargeIn' && { bargedParticipantId: supervision.participantId })
});

export const mediaRolesOf = ({ supervision }: Participant): string[] =>
  supervision?.how === 'monitor' ? ['listen'] : ['full'];

export function callbackFacts(callback: CommunicationIn<'callback'>) {
  const { userName, scheduledTime, voicemailId } = callback;
  return {
    callbackNumbers: [...callback.numbers],
    ...(userName && { callbackUserName: userName }),
    ...(scheduledTime !== undefined && { callbackScheduledTime: iso(scheduledTime) }),
    voicemail: voicemailId ? { id: voicemailId, uploadStatus: 'complete' } : {},
    skipEnabled: callback.preview !== undefined,
    timeoutSeconds: 0
  };
}

export function previewShape({ preview }: CommunicationIn<'callback'>) {
  if (!preview) return undefined;
  const { phoneColumn, ...ids } = preview;
  return { ...ids, phoneNumberColumns: [{ columnName: phoneColumn, type: 'cell' }] };
}

/** Who wrote and who is written to: the first message decides for the whole conversation. */
export function messageSides(participant: Participant, message: CommunicationIn<'message'>) {
  const [theirs, ours] = isCustomer(participant)
    ? [message.self, message.other]
    : [message.other, message.self];
  const [from, to] = message.direction === 'inbound' ? [theirs, ours] : [ours, theirs];
  return { fromAddress: addressShape(from), toAddress: addressShape(to) };
}

export const textsOf = (conversation: Conversation, communication: { id: string }): Text[] =>
  conversation.texts.filter((each) => each.communicationId === communication.id);

/** An entry of `messages[].messages[]`, but for what each dialect calls its id. */
export const messageDetails = (text: Text) => ({
  messageTime: iso(text.time),
  messageStatus: text.direction === 'inbound' ? 'received' : 'sent',
  messageSegmentCount: 1,
  media: text.attachments.map(({ id, url, contentType, bytes, name }) => ({
    id,
    url,
    mediaType: contentType,
    contentLengthBytes: bytes,
    name
  })),
  stickers: text.sticker ? [{ id: text.sticker.id, url: text.sticker.url }] : []
});

/** Emails and messages only: when they were last parked and resumed. */
export function parkShape({ parkTime, resumeTime }: Communication) {
  return {
    ...(parkTime !== undefined && { parkTime: iso(parkTime) }),
    ...(resumeTime !== undefined && { resumeTime: iso(resumeTime) })
  };
}
