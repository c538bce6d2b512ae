import { attachment } from './content';
import { jsonOf, listOf, textOf } from './json';
import type { Said } from './line';

/**
 * Emails of `GET …/conversations/emails/{id}/messages` (`Models.EmailMessagePreview`): subject, the
 * summary of the body that Genesys makes, and what is attached. Drafts are not part of it.
 */
export function readEmails(entities: readonly unknown[]): Said[] {
  return entities.map(jsonOf).flatMap((email): Said[] => {
    const id = textOf(email.id);
    if (id === '' || textOf(email.draftType) !== '') return [];
    const from = jsonOf(email.from);
    const body = textOf(email.textBodyPreview, email.textBody);
    const words = [textOf(email.subject), body].filter((one) => one !== '').join(' – ');
    const files = listOf(email.attachments)
      .filter(({ inlineImage }) => inlineImage !== true)
      .map(attachment);
    const text = [words, ...files].filter((one) => one !== '').join(' ');
    if (text === '') return [];
    // Neither the direction nor the agent is told, and anybody can call themselves anything: so the address, too.
    const name = [textOf(from.name), textOf(from.email)].filter((one) => one !== '').join(', ');
    return [{ id, time: textOf(email.time), role: 'Sender', name, text }];
  });
}
