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
      return [{ id, time, ...chatSender(message, parties), text }];
    })
  );
}

/** The role comes from the participant's purpose, which Genesys Cloud sets; only users of it have a `user`. */
function chatSender(message: Json, parties: Parties): Pick<Said, 'role' | 'name'> {
  const user = jsonOf(message.user);
  const name = textOf(user.displayName, user.name) || userName(user.id, parties);
  const purpose = textOf(message.participantPurpose).toLowerCase();
  if (purpose === 'customer' || purpose === 'external') {
    return { role: 'Customer', name: textOf(parties.customer) || name };
  }
  if (name || purpose === 'agent' || purpose === 'user') {
    return { role: 'Agent', name: name || textOf(message.from) };
  }
  const isBot = purpose === 'bot' || purpose === 'workflow';
  return { role: isBot ? 'Bot' : 'System', name: textOf(message.from) };
}
