import { jsonOf, listOf, textOf } from './json';
import type { Json } from './json';

/**
 * What a message holds beside its text, in words. Rows of `Models.ConversationMessageContent` by
 * the property that carries them; what an attachment's address would open is not repeated: such
 * addresses are long, and expire.
 */
const contents: readonly (readonly [property: string, words: (content: Json) => string])[] = [
  ['text', (text) => textOf(text.body)],
  ['attachment', attachment],
  ['location', (place) => named('Location', textOf(place.text, place.address) || point(place))],
  ['story', (story) => named('Story', textOf(story.type))],
  ['quickReply', (reply) => named('Quick reply', textOf(reply.text, reply.payload))],
  ['quickReplyV2', (reply) => named('Quick replies', join(reply.title, ...texts(reply.actions)))],
  ['buttonResponse', (button) => named('Button', textOf(button.text, button.payload))],
  ['card', card],
  ['carousel', (carousel) => listOf(carousel.cards).map(card).join(' ')],
  ['template', (template) => named('Template', textOf(jsonOf(template.body).text))],
  [
    'listPicker',
    (list) =>
      named('List', join(replyTitle(list), ...listOf(list.sections).map((one) => one.title)))
  ],
  ['datePicker', (picker) => named('Date picker', join(picker.title, picker.subtitle))],
  ['form', (form) => named('Form', textOf(jsonOf(form.introduction).title) || replyTitle(form))],
  ['interactiveApplication', (app) => named('Application', textOf(app.name) || replyTitle(app))],
  ['paymentRequest', payment],
  ['paymentResponse', (response) => named('Payment', textOf(response.paymentStatus))],
  [
    'notificationResponse',
    (response) =>
      named('Notification', textOf(response.notificationText, response.notificationStatus))
  ],
  ['push', () => '[Push notification]']
];

/** One `content[]` entry in words; an unknown kind is named, not hidden. */
export function contentWords(content: Json): string {
  const reactions = listOf(content.reactions).map((one) =>
    named('Reaction', textOf(one.reactionType))
  );
  const known = contents.flatMap(([property, words]) =>
    content[property] === undefined || content[property] === null
      ? []
      : [words(jsonOf(content[property]))]
  );
  const all = [...known, ...reactions].filter((one) => one !== '');
  if (all.length > 0) return all.join(' ');
  const kind = textOf(content.contentType);
  return kind === '' || kind === 'Text' ? '' : `[${kind}]`;
}

/** One `events[]` entry in words. That somebody is typing is not worth a line. */
export function eventWords(event: Json): string {
  const kind = textOf(event.eventType);
  if (kind === '' || kind === 'Typing') return '';
  const detail = jsonOf(event.presence ?? event.coBrowse ?? event.video);
  return named(kind, textOf(detail.type));
}

/** An attachment of any shape: message content, older `media`, email. */
export function attachment(file: Json): string {
  const kind = textOf(file.mediaType, file.contentType, file.mime).split('/')[0] ?? '';
  const word = KINDS[kind.toLowerCase()] ?? 'Attachment';
  return named(word, textOf(file.filename, file.name, file.text));
}

const KINDS: Readonly<Record<string, string>> = {
  image: 'Image',
  video: 'Video',
  audio: 'Audio'
};

function card(content: Json): string {
  return named('Card', join(content.title, content.description, ...texts(content.actions)));
}

function payment(request: Json): string {
  const { orderTotal, currencyCode } = request;
  const total = typeof orderTotal === 'number' ? String(orderTotal) : '';
  return named('Payment request', [total, textOf(currencyCode)].filter(Boolean).join(' '));
}

function point({ latitude, longitude }: Json): string {
  return typeof latitude === 'number' && typeof longitude === 'number'
    ? `${latitude}, ${longitude}`
    : '';
}

const texts = (list: unknown): string[] => listOf(list).map(({ text }) => textOf(text));

const replyTitle = (content: Json): string =>
  textOf(jsonOf(content.replyMessage).title, jsonOf(content.receivedMessage).title);

const join = (...values: unknown[]): string =>
  values.flatMap((value) => textOf(value) || []).join(' | ');

export const named = (kind: string, detail: string): string =>
  detail === '' ? `[${kind}]` : `[${kind}: ${detail}]`;
