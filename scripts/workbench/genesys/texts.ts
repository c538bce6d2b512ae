import type { Conversation, Participant, Text, TextAttachment } from './conversation';
import { communicationOf, isCustomer, isMachine } from './conversation';
import { publish } from './floor';
import type { Floor, Place } from './floor';
import { done, refused, wrongState } from './problem';
import type { Outcome } from './problem';

/** One chat line, message or email, before it has an id. */
export interface Writing {
  body: string;
  /** Emails only. Default: an answer to the subject there is. */
  subject?: string;
  attachments?: Array<Pick<TextAttachment, 'name'> & Partial<TextAttachment>>;
  /** Messages only: an address of a picture. */
  sticker?: string;
}

/** Whoever is connected by chat, message or email writes; calls and callbacks have no texts. */
export function write(floor: Floor, place: Place, writing: Writing): Outcome<Text> {
  const { conversation, participant } = place;
  const { media, state } = communicationOf(participant);
  if (media === 'call' || media === 'callback' || isMachine(participant)) {
    return wrongState(participant, 'a person who chats, mails or sends messages');
  }
  if (state !== 'connected') return wrongState(participant, 'connected');
  const { body, attachments = [], sticker } = writing;
  if (body === '' && attachments.length === 0 && !sticker) {
    return refused({ type: 'invalid', field: 'text', value: '', expected: 'something to send' });
  }
  const text = keep(floor, conversation, participant, writing, floor.clock.now());
  publish(floor, conversation);
  return done(text);
}

export function keep(
  floor: Floor,
  conversation: Conversation,
  participant: Participant,
  writing: Writing,
  time: number
): Text {
  const communication = communicationOf(participant);
  const first = conversation.texts.length === 0;
  const subject =
    communication.media === 'email'
      ? (writing.subject ?? (first ? communication.subject : `Re: ${communication.subject}`))
      : undefined;
  const text: Text = {
    id: floor.ids.uuid(),
    time,
    participantId: participant.id,
    communicationId: communication.id,
    direction: isCustomer(participant) ? 'inbound' : 'outbound',
    from: communication.self,
    to: communication.other,
    body: writing.body,
    ...(subject !== undefined && { subject }),
    attachments: (writing.attachments ?? []).map((each) => attachmentFrom(floor, each)),
    ...(writing.sticker && { sticker: { id: floor.ids.uuid(), url: writing.sticker } })
  };
  conversation.texts.push(text);
  return text;
}

const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  txt: 'text/plain',
  mp3: 'audio/mpeg'
};

function attachmentFrom(
  floor: Floor,
  attachment: NonNullable<Writing['attachments']>[number]
): TextAttachment {
  const { name } = attachment;
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  return {
    id: attachment.id ?? floor.ids.uuid(),
    name,
    contentType: attachment.contentType ?? TYPES[ending] ?? 'application/octet-stream',
    bytes: attachment.bytes ?? 2_048,
    url: attachment.url ?? `https://attachments.example.com/${encodeURIComponent(name)}`
  };
}
