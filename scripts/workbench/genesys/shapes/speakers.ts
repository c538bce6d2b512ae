import { communicationIn } from '../conversation';
import type { CommunicationIn, Conversation, Media, Participant } from '../conversation';

/** The participants that speak through a medium, with the communication they do it by. */
export const speakersOf = <Medium extends Media>(
  { participants }: Conversation,
  media: Medium
): Array<[Participant, CommunicationIn<Medium>]> =>
  participants.flatMap((participant) => {
    const communication = communicationIn(participant, media);
    return communication ? [[participant, communication] as const] : [];
  }) as Array<[Participant, CommunicationIn<Medium>]>;
