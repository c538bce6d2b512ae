import { jsonOf, listOf, textOf } from './json';
import type { Json } from './json';
import type { Said } from './line';
import { userName } from './sender';
import type { Parties } from './sender';

/** Comings, goings and typing are events of the room; only what was said makes a line. */
const SAYING = new Set(['', 'standard', 'notice']);

/** Chat transcripts of `GET …/conversations/{id}/recordings` (`Models.Recording.transcript`). */
export function readRecordings(recordings: readonly unknown[], parties: Parties): Said[] {
  return recordings.flatMap((recording) =>
    listOf(jsonOf(recording).transcript).flatMap((message): Said[] => {
      const text = textOf(message.body, message.message);
      if (text === '' || !SAYING.has(textOf(message.bodyType, message.type).toLowerCase())) {
        return [];
      }
      const time = textOf(message.utc);
      // Some messages carry no id; one person does not say the same twice in a millisecond.
      const id = textOf(message.id) || JSON.stringify([time, textOf(message.from), text]);
      return [{ id, time, sender: chatSender(message, parties), text }];
    })
  );
}

function chatSender(message: Json, parties: Parties): string {
  const user = jsonOf(message.user);
  const name = textOf(user.displayName, user.name) || userName(user.id, parties);
  if (name) return name;
  const purpose = textOf(message.participantPurpose).toLowerCase();
  if (purpose === 'customer' || purpose === 'external') {
    return textOf(parties.customer) || 'Customer';
  }
  return textOf(message.from) || (purpose === 'agent' ? 'Agent' : 'System');
}
