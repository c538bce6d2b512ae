import type { Conversation } from './conversation';
import { communicationOf, isLive, isSupervisor, isUser, lastStayOf } from './conversation';
import type { Conversations } from './conversations';
import type { Place } from './floor';
import { done, refused } from './problem';
import type { Outcome } from './problem';
import type { Named } from './requests';
import { findUser } from './roster';
import type { User } from './roster';
import { summaryOf } from './summary';
import type { ConversationSummary } from './summary';

/** A user by id or name, else the problem that there is none. */
export const stated = (agent: Named): Outcome<User> => {
  const user = findUser(agent);
  return user ? done(user) : refused({ type: 'not_found', entity: 'user' });
};

export const summarize = (outcome: Outcome<Conversation | Place>): Outcome<ConversationSummary> => {
  if (!outcome.ok) return outcome;
  const { value } = outcome;
  return done(summaryOf('conversation' in value ? value.conversation : value));
};

/** Finds the conversation, or the participant in it, that a request is about. */
export function createPlaces(conversations: Conversations) {
  const inConversation = (
    id: string,
    run: (conversation: Conversation) => Outcome<Conversation | Place>
  ): Outcome<ConversationSummary> => {
    const conversation = conversations.get(id);
    return conversation
      ? summarize(run(conversation))
      : refused({ type: 'not_found', entity: 'conversation' });
  };

  /** Runs with the user's latest stay in the conversation. */
  const asAgent = (
    id: string,
    agent: Named | undefined,
    run: (place: Place) => Outcome<Conversation | Place>
  ) =>
    inConversation(id, (conversation) => {
      const live = conversation.participants.filter(
        (each) => isUser(each) && isLive(each) && !isSupervisor(each)
      );
      const active = live.find((each) => communicationOf(each).state === 'connected') ?? live[0];
      const user = agent === undefined ? undefined : findUser(agent);
      if (agent !== undefined && !user) return refused({ type: 'not_found', entity: 'user' });
      const participant = user
        ? lastStayOf(conversation, user.id)
        : (active ?? conversation.participants.findLast(isUser));
      return participant
        ? run({ conversation, participant })
        : refused({ type: 'not_found', entity: 'participant' });
    });

  return { inConversation, asAgent };
}

export type Places = ReturnType<typeof createPlaces>;
