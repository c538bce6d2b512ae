import { communicationOf, isLive, isUser, mustWrapUp } from './conversation';
import type { Media, Participant } from './conversation';
import type { Floor } from './floor';

/** What shares one place: whoever talks can't be called back. */
type Family = 'voice' | 'chat' | 'email' | 'message';

const familyOf = (media: Media): Family =>
  media === 'call' || media === 'callback' ? 'voice' : media;

/** Interactions of a family that one agent has at a time; beside them those of the others. */
const PLACES: Readonly<Record<Family, number>> = { voice: 1, chat: 2, email: 2, message: 3 };

/** Whether routing may give the user one more; what they wait for or wrap up counts too. */
export function hasRoom(floor: Floor, userId: string, media: Media): boolean {
  const family = familyOf(media);
  let taken = 0;
  for (const { participants } of floor.conversations.values()) {
    for (const each of participants) {
      if (each.userId !== userId || !occupies(each)) continue;
      if (familyOf(communicationOf(each).media) === family) taken += 1;
    }
  }
  return taken < PLACES[family];
}

/** Being alerted, talking, or wrapping up because one has to. */
export const occupies = (participant: Participant): boolean =>
  isUser(participant) && (isLive(participant) || mustWrapUp(participant));
