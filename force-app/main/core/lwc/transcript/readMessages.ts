import { attachment, contentWords, eventWords } from './content';
import { jsonOf, listOf, textOf } from './json';
import type { Json } from './json';
import type { Said } from './line';
import { senderOf } from './sender';
import type { Parties } from './sender';

/**
 * Messages of `POST …/conversations/messages/{id}/messages/bulk` (`Models.MessageData`), also as
 * older servers send them (`textBody`, `media`, `stickers`). Receipts and signs of typing say
 * nothing and are left out.
 */
export function readMessages(entities: readonly unknown[], parties: Parties): Said[] {
  return entities.map(jsonOf).flatMap((message): Said[] => {
    const id = textOf(message.id);
    const text = wordsOf(message);
    if (id === '' || text === '') return [];
    const channel = jsonOf(jsonOf(message.normalizedMessage).channel);
    const time = textOf(message.timestamp, channel.time);
    return [{ id, time, ...senderOf(message, parties), text }];
  });
}

/** Ids of messages that the answer holds, with or without anything to read in them. */
export function idsIn(entities: readonly unknown[]): string[] {
  return entities.map((entity) => textOf(jsonOf(entity).id)).filter((id) => id !== '');
}

function wordsOf(message: Json): string {
  const normalized = jsonOf(message.normalizedMessage);
  if (textOf(normalized.type).toLowerCase() === 'receipt') return '';
  const text = textOf(normalized.text, message.textBody);
  const rest = [
    ...listOf(normalized.content).map(contentWords),
    ...listOf(normalized.events).map(eventWords)
  ];
  // Servers that still send the older fields send them beside the newer ones.
  if (normalized.content === undefined) {
    rest.push(...listOf(message.media).map(attachment));
    rest.push(...listOf(message.stickers).map(() => '[Sticker]'));
  }
  const words = [text, ...rest.filter((one) => one !== text && !saysOnly(one, text))];
  return words.filter((one) => one !== '').join(' ');
}

/** A chosen button is told twice: as content, and as the text it stands for. */
function saysOnly(words: string, text: string): boolean {
  return text !== '' && words === `[Button: ${text}]`;
}
