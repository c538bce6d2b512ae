import type { Models } from 'purecloud-platform-client-v2';
import type { Conversation, Text } from '../conversation';
import { userById } from '../roster';
import { exact } from './exact';
import { messageUri } from './messageShape';
import { iso } from './time';

const kindOf = (contentType: string): string => {
  const [kind = ''] = contentType.split('/');
  return ['image', 'video', 'audio'].includes(kind)
    ? kind.charAt(0).toUpperCase() + kind.slice(1)
    : 'File';
};

/**
 * Body of `GET conversations/messages/{c}/messages/{m}`. `textBody` is what servers sent before
 * `normalizedMessage`; the types no longer know it.
 */
export function messageShape(
  conversation: Conversation,
  text: Text,
  withTextBody: boolean
): Models.MessageData & { textBody?: string } {
  const type = conversation.type;
  const inbound = text.direction === 'inbound';
  const author = userById(
    conversation.participants.find((each) => each.id === text.participantId)?.userId
  );
  const content: Models.ConversationMessageContent[] = text.attachments.map((each) => ({
    contentType: 'Attachment',
    attachment: {
      id: each.id,
      mediaType: kindOf(each.contentType),
      url: each.url,
      mime: each.contentType,
      filename: each.name,
      contentSizeBytes: each.bytes
    }
  }));
  if (text.sticker) {
    content.push({
      contentType: 'Attachment',
      attachment: { id: text.sticker.id, mediaType: 'Image', url: text.sticker.url }
    });
  }
  return {
    ...exact<Models.MessageData>()({
      id: text.id,
      providerMessageId: `provider-${text.id}`,
      timestamp: iso(text.time),
      fromAddress: text.from.normalized,
      toAddress: text.to.normalized,
      direction: text.direction,
      messengerType: type,
      status: inbound ? 'received' : 'sent',
      normalizedMessage: exact<Models.ConversationNormalizedMessage>()({
        id: text.id,
        channel: {
          platform: type,
          type: 'Private',
          to: { id: text.to.normalized },
          from: {
            id: text.from.normalized,
            ...(text.from.name && { nickname: text.from.name })
          },
          time: iso(text.time)
        },
        // A picture alone has no text at all.
        type: content.length > 0 ? 'Structured' : 'Text',
        ...(text.body && { text: text.body }),
        ...(content.length > 0 && { content }),
        originatingEntity: 'Human',
        direction: inbound ? 'Inbound' : 'Outbound'
      }),
      ...(author && {
        createdBy: {
          id: author.id,
          name: author.name,
          email: author.email,
          state: 'active',
          version: 1
        }
      }),
      conversationId: conversation.id,
      selfUri: messageUri(conversation, text.id)
    }),
    ...(withTextBody && text.body && { textBody: text.body })
  };
}

const mail = ({ name, normalized }: Text['from']): Models.EmailAddress => ({
  email: normalized,
  ...(name && { name })
});

/** What a listing of emails and a single one have in common. */
const envelope = (conversation: Conversation, text: Text) => ({
  id: text.id,
  to: [mail(text.to)],
  cc: [],
  bcc: [],
  from: mail(text.from),
  ...(text.subject !== undefined && { subject: text.subject }),
  attachments: text.attachments.map((each) => ({
    attachmentId: each.id,
    name: each.name,
    contentUri: each.url,
    contentType: each.contentType,
    contentLength: each.bytes
  })),
  time: iso(text.time),
  historyIncluded: false,
  state: 'Sent',
  emailSizeBytes: text.body.length,
  selfUri: `/api/v2/conversations/emails/${conversation.id}/messages/${text.id}`
});

export const emailMessageShape = (conversation: Conversation, text: Text): Models.EmailMessage =>
  exact<Models.EmailMessage>()({
    ...envelope(conversation, text),
    textBody: text.body,
    htmlBody: `<p>${text.body.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`
  });

export const emailPreviewShape = (
  conversation: Conversation,
  text: Text
): Models.EmailMessagePreview =>
  exact<Models.EmailMessagePreview>()({
    ...envelope(conversation, text),
    textBodyPreview: text.body.slice(0, 100)
  });
