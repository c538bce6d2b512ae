import type { Models } from 'purecloud-platform-client-v2';
import type { CallCommunication, Conversation, Participant } from '../conversation';
import { communicationOf } from '../conversation';
import { exact } from './exact';
import { iso } from './time';

/**
 * Shape M: one flat media participant a stay. The same facts leave in two dialects: the topic
 * `v2.users.{id}.conversations.calls`, and REST `conversations/calls/{id}`.
 */

/** Fields on which topic and REST agree. */
function common(conversation: Conversation, participant: Participant, call: CallCommunication) {
  const { acw, wrapUp, wrapUpRule } = participant;
  return {
    id: participant.id,
    ...(participant.name && { name: participant.name }),
    address: participant.address,
    startTime: iso(participant.startTime),
    ...(participant.connectedTime !== undefined && {
      connectedTime: iso(participant.connectedTime)
    }),
    ...(participant.endTime !== undefined && { endTime: iso(participant.endTime) }),
    ...(call.startHoldTime !== undefined && { startHoldTime: iso(call.startHoldTime) }),
    purpose: participant.purpose,
    direction: call.direction,
    ...(call.disconnectType && { disconnectType: call.disconnectType }),
    held: call.held,
    wrapupRequired: wrapUpRule !== undefined,
    ...(wrapUpRule && { wrapupPrompt: wrapUpRule.prompt }),
    ...(wrapUpRule?.timeoutMs && { wrapupTimeoutMs: wrapUpRule.timeoutMs }),
    ...(wrapUp && {
      wrapup: {
        code: wrapUp.code,
        ...(wrapUp.notes !== undefined && { notes: wrapUp.notes }),
        tags: wrapUp.tags ?? [],
        ...(wrapUp.durationSeconds !== undefined && { durationSeconds: wrapUp.durationSeconds }),
        endTime: iso(wrapUp.endTime)
      }
    }),
    ...(acw && { startAcwTime: iso(acw.startTime) }),
    ...(acw?.endTime !== undefined && { endAcwTime: iso(acw.endTime) }),
    mediaRoles: ['full'],
    attributes: { ...participant.attributes },
    ...(participant.alertingTimeoutMs && { alertingTimeoutMs: participant.alertingTimeoutMs }),
    provider: 'Edge',
    ...(call.peerId && { peer: call.peerId }),
    muted: call.muted,
    confined: call.confined,
    recording: conversation.recording,
    recordingState: conversation.recording ? 'active' : 'none',
    securePause: false,
    ani: participant.ani,
    dnis: participant.dnis,
    ...(participant.consultParticipantId && {
      consultParticipantId: participant.consultParticipantId
    })
  };
}

/** Body of `v2.users.{id}.conversations.calls`. References without an id are empty objects. */
export function callEventShape(
  conversation: Conversation
): Models.ConversationCallEventTopicCallConversation {
  return {
    id: conversation.id,
    participants: conversation.participants.map((participant) => {
      const call = communicationOf(participant);
      return exact<Models.ConversationCallEventTopicCallMediaParticipant>()({
        ...common(conversation, participant, call),
        state: call.state,
        initialState: call.initialState,
        ...(participant.userId && { user: { id: participant.userId } }),
        queue: participant.queueId ? { id: participant.queueId } : {},
        script: {},
        externalContact: {},
        ...(participant.queueId && {
          conversationRoutingData: { queue: { id: participant.queueId }, priority: 0, skills: [] }
        })
      });
    }),
    otherMediaUris: [],
    recordingState: conversation.recording ? 'active' : 'none',
    divisions: [],
    maxParticipants: 12
  };
}

/** Body of `GET /api/v2/conversations/calls/{id}`, where a call that ended is `terminated`. */
export function callRestShape(conversation: Conversation): Models.CallConversation {
  const selfUri = `/api/v2/conversations/calls/${conversation.id}`;
  return {
    id: conversation.id,
    participants: conversation.participants.map((participant) => {
      const call = communicationOf(participant);
      const ref = (kind: string, id: string) => ({ id, selfUri: `/api/v2/${kind}/${id}` });
      const queue = participant.queueId && ref('routing/queues', participant.queueId);
      return exact<Models.CallMediaParticipant>()({
        ...common(conversation, participant, call),
        state: call.state === 'disconnected' ? 'terminated' : call.state,
        ...(call.startAlertingTime !== undefined && {
          startAlertingTime: iso(call.startAlertingTime)
        }),
        ...(participant.userId && { user: ref('users', participant.userId) }),
        ...(queue && {
          queue,
          conversationRoutingData: { queue, priority: 0, skills: [], scoredAgents: [] }
        }),
        ...(call.uuiData && { uuiData: call.uuiData })
      });
    }),
    otherMediaUris: [],
    recordingState: conversation.recording ? 'active' : 'none',
    selfUri
  };
}
