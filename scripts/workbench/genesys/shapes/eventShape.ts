import type { Models } from 'purecloud-platform-client-v2';
import type {
  Address,
  CallCommunication,
  Communication,
  Conversation,
  Participant
} from '../conversation';
import { communicationOf } from '../conversation';
import { acwStateOf } from './afterCallWork';
import { exact } from './exact';
import { iso } from './time';

/**
 * Shape E: body of `v2.users.{id}.conversations`. It knows no start time of anything, no queue
 * name, no ani, no dnis and no wrap-up name.
 */
export function eventShape(conversation: Conversation): Models.ConversationEventTopicConversation {
  return {
    id: conversation.id,
    maxParticipants: 12,
    participants: conversation.participants.map((each) => participantShape(conversation, each)),
    recordingState: conversation.recording ? 'active' : 'none',
    divisions: [],
    securePause: false
  };
}

function participantShape(
  conversation: Conversation,
  participant: Participant
): Models.ConversationEventTopicParticipant {
  const { acw, wrapUp, wrapUpRule } = participant;
  return exact<Models.ConversationEventTopicParticipant>()({
    id: participant.id,
    ...(participant.connectedTime !== undefined && {
      connectedTime: iso(participant.connectedTime)
    }),
    ...(participant.endTime !== undefined && { endTime: iso(participant.endTime) }),
    ...(participant.userId && { userId: participant.userId }),
    ...(participant.name && { name: participant.name }),
    ...(participant.queueId && {
      queueId: participant.queueId,
      conversationRoutingData: { queue: { id: participant.queueId }, priority: 0, skills: [] }
    }),
    purpose: participant.purpose,
    ...(participant.consultParticipantId && {
      consultParticipantId: participant.consultParticipantId
    }),
    address: participant.address,
    wrapupRequired: wrapUpRule !== undefined,
    ...(wrapUpRule && {
      wrapupExpected: wrapUpRule.prompt !== 'optional',
      wrapupPrompt: wrapUpRule.prompt
    }),
    ...(wrapUpRule?.timeoutMs && { wrapupTimeoutMs: wrapUpRule.timeoutMs }),
    ...(wrapUp && { wrapup: wrapUpShape(wrapUp) }),
    ...(acw && { startAcwTime: iso(acw.startTime) }),
    ...(acw?.endTime !== undefined && { endAcwTime: iso(acw.endTime) }),
    ...(participant.alertingTimeoutMs && { alertingTimeoutMs: participant.alertingTimeoutMs }),
    mediaRoles: ['full'],
    attributes: { ...participant.attributes },
    ...communicationsShape(conversation, participant)
  });
}

const wrapUpShape = (wrapUp: NonNullable<Participant['wrapUp']>) => ({
  code: wrapUp.code,
  ...(wrapUp.notes !== undefined && { notes: wrapUp.notes }),
  tags: wrapUp.tags ?? [],
  ...(wrapUp.durationSeconds !== undefined && { durationSeconds: wrapUp.durationSeconds }),
  endTime: iso(wrapUp.endTime)
});

/** One list a medium; a medium that joins the simulator adds its list here. */
function communicationsShape(
  conversation: Conversation,
  participant: Participant
): Pick<Models.ConversationEventTopicParticipant, 'calls'> {
  const isCall = (each: Communication): each is CallCommunication => each.media === 'call';
  return {
    calls: participant.communications
      .filter(isCall)
      .map((call) => callShape(conversation, participant, call))
  };
}

function callShape(
  conversation: Conversation,
  participant: Participant,
  call: CallCommunication
): Models.ConversationEventTopicCall {
  const { acw, wrapUp, wrapUpRule } = participant;
  const isCurrent = call === communicationOf(participant);
  return exact<Models.ConversationEventTopicCall>()({
    id: call.id,
    state: call.state,
    initialState: call.initialState,
    recording: conversation.recording,
    recordingState: conversation.recording ? 'active' : 'none',
    muted: call.muted,
    confined: call.confined,
    held: call.held,
    securePause: false,
    ...(call.disconnectType === 'transfer.noanswer' && {
      errorInfo: { code: 'error.ininedgecontrol.connection.station.noanswer', status: 400 }
    }),
    ...(call.disconnectType && { disconnectType: call.disconnectType }),
    ...(call.startHoldTime !== undefined && { startHoldTime: iso(call.startHoldTime) }),
    direction: call.direction,
    self: addressShape(call.self),
    other: addressShape(call.other),
    provider: 'Edge',
    ...(call.peerId && { peerId: call.peerId }),
    ...(call.connectedTime !== undefined && { connectedTime: iso(call.connectedTime) }),
    ...(call.disconnectedTime !== undefined && { disconnectedTime: iso(call.disconnectedTime) }),
    disconnectReasons: [],
    ...(call.uuiData && { uuiData: call.uuiData }),
    ...(isCurrent && wrapUp && { wrapup: wrapUpShape(wrapUp) }),
    ...(isCurrent &&
      acw && {
        afterCallWork: {
          state: acwStateOf(participant),
          startTime: iso(acw.startTime),
          ...(acw.endTime !== undefined && { endTime: iso(acw.endTime) })
        }
      }),
    afterCallWorkRequired: wrapUpRule !== undefined && wrapUpRule.prompt !== 'optional'
  });
}

const addressShape = (address: Address): Models.ConversationEventTopicAddress => ({
  ...(address.name && { name: address.name, nameRaw: address.name }),
  addressNormalized: address.normalized,
  addressRaw: address.raw,
  addressDisplayable: address.displayable
});
