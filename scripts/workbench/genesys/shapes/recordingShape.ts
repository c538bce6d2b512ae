import type { Models } from 'purecloud-platform-client-v2';
import { communicationIn, customerOf, isUser, mediaOf } from '../conversation';
import type { Conversation, Participant, Text } from '../conversation';
import { userById } from '../roster';
import { exact } from './exact';
import { iso } from './time';

/**
 * What a finished conversation in writing leaves behind: the only way to a chat's text. Calls and
 * callbacks have no recording here, for want of sound.
 */
export function recordingShapes(conversation: Conversation): Models.Recording[] {
  const media = mediaOf(conversation);
  const customer = customerOf(conversation);
  const session = customer && communicationIn(customer, media);
  if (media === 'call' || media === 'callback' || conversation.endTime === undefined || !session) {
    return [];
  }
  return [
    exact<Models.Recording>()({
      id: session.id,
      conversationId: conversation.id,
      startTime: iso(conversation.startTime),
      endTime: iso(conversation.endTime),
      media,
      mediaSubtype: 'Trunk',
      annotations: [],
      ...(media === 'chat' && { transcript: chatTranscript(conversation) }),
      ...(media === 'email' && { emailTranscript: conversation.texts.map(emailLine) }),
      ...(media === 'message' && {
        messagingTranscript: conversation.texts.map((text) => messageLine(conversation, text))
      }),
      fileState: 'AVAILABLE',
      mediaUris: {},
      sessionId: session.id,
      recordingFileRole: 'CUSTOMER_EXPERIENCE',
      selfUri: `/api/v2/conversations/${conversation.id}/recordings/${session.id}`
    })
  ];
}

/** Lines, and who came and went: the latter carry no body. */
function chatTranscript(conversation: Conversation): Models.ChatMessage[] {
  const lines = conversation.texts.map((text) => ({
    at: text.time,
    line: chatLine(conversation, text)
  }));
  const moves = conversation.participants
    .filter((each) => isUser(each) || each.purpose === 'customer')
    .flatMap((each) => [
      ...(each.connectedTime === undefined
        ? []
        : [{ at: each.connectedTime, line: move(each, 'member-join') }]),
      ...(each.connectedTime === undefined || each.endTime === undefined
        ? []
        : [{ at: each.endTime, line: move(each, 'member-leave') }])
    ]);
  return [...moves, ...lines]
    .sort((a, b) => a.at - b.at)
    .map(({ at, line }) => ({ ...line, utc: iso(at) }));
}

function chatLine(conversation: Conversation, text: Text): Models.ChatMessage {
  const author = conversation.participants.find((each) => each.id === text.participantId);
  return {
    ...sender(author),
    id: text.id,
    body: text.body,
    type: 'message',
    bodyType: 'standard',
    senderCommunicationId: text.communicationId
  };
}

const move = (
  participant: Participant,
  bodyType: 'member-join' | 'member-leave'
): Models.ChatMessage => ({
  ...sender(participant),
  id: `${participant.id}-${bodyType}`,
  type: 'message',
  bodyType,
  senderCommunicationId: participant.communications[0].id
});

function sender(participant: Participant | undefined): Models.ChatMessage {
  const chat = participant && communicationIn(participant, 'chat');
  const user = userById(participant?.userId);
  return {
    ...(chat && { chat: chat.roomId, to: chat.roomId }),
    ...(participant && { from: participant.name ?? '', participantPurpose: participant.purpose }),
    ...(user && { user: { id: user.id, name: user.name, displayName: user.name } })
  };
}

const mail = ({ name, normalized }: Text['from']): Models.EmailAddress => ({
  email: normalized,
  ...(name && { name })
});

const emailLine = (text: Text): Models.RecordingEmailMessage =>
  exact<Models.RecordingEmailMessage>()({
    id: text.id,
    from: mail(text.from),
    to: [mail(text.to)],
    cc: [],
    bcc: [],
    ...(text.subject !== undefined && { subject: text.subject }),
    textBody: text.body,
    attachments: text.attachments.map((each) => ({
      attachmentId: each.id,
      name: each.name,
      contentType: each.contentType,
      contentLength: each.bytes,
      contentPath: each.url
    })),
    time: iso(text.time)
  });

function messageLine(conversation: Conversation, text: Text): Models.RecordingMessagingMessage {
  const author = conversation.participants.find((each) => each.id === text.participantId);
  return exact<Models.RecordingMessagingMessage>()({
    id: text.id,
    from: text.from.normalized,
    to: text.to.normalized,
    timestamp: iso(text.time),
    participantId: text.participantId,
    ...(author && { purpose: author.purpose }),
    ...(text.body && { messageText: text.body }),
    messageMediaAttachments: text.attachments.map((each) => ({
      id: each.id,
      url: each.url,
      mediaType: each.contentType,
      contentLength: each.bytes,
      name: each.name
    })),
    messageStickerAttachments: text.sticker ? [{ ...text.sticker }] : []
  });
}
