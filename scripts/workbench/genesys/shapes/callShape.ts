import type { Models } from 'purecloud-platform-client-v2';
import type { CallCommunication, Conversation, Participant } from '../conversation';
import { exact } from './exact';
import { flatEvent, flatRest } from './flatShape';
import { supervisionShape } from './parts';
import { speakersOf } from './speakers';

/** What both dialects of shape M say of a call, beside what they say of every medium. */
const common = (conversation: Conversation, participant: Participant, call: CallCommunication) => ({
  muted: call.muted,
  confined: call.confined,
  recording: conversation.recording,
  recordingState: conversation.recording ? 'active' : 'none',
  securePause: false,
  ani: participant.ani,
  dnis: participant.dnis,
  ...(participant.consultParticipantId && {
    consultParticipantId: participant.consultParticipantId
  }),
  ...supervisionShape(participant)
});

/** Body of `v2.users.{id}.conversations.calls`. */
export function callEventShape(
  conversation: Conversation
): Models.ConversationCallEventTopicCallConversation {
  return {
    id: conversation.id,
    participants: speakersOf(conversation, 'call').map(([participant, call]) =>
      exact<Models.ConversationCallEventTopicCallMediaParticipant>()({
        ...flatEvent(participant, call),
        ...common(conversation, participant, call)
      })
    ),
    otherMediaUris: [],
    recordingState: conversation.recording ? 'active' : 'none',
    divisions: [],
    maxParticipants: 12
  };
}

/** Body of `GET /api/v2/conversations/calls/{id}`, where a call that ended is `terminated`. */
export function callRestShape(conversation: Conversation): Models.CallConversation {
  return {
    id: conversation.id,
    participants: speakersOf(conversation, 'call').map(([participant, call]) =>
      exact<Models.CallMediaParticipant>()({
        ...flatRest(participant, call),
        ...common(conversation, participant, call),
        state: call.state === 'disconnected' ? 'terminated' : call.state,
        ...(call.uuiData && { uuiData: call.uuiData })
      })
    ),
    otherMediaUris: [],
    recordingState: conversation.recording ? 'active' : 'none',
    selfUri: `/api/v2/conversations/calls/${conversation.id}`
  };
}
