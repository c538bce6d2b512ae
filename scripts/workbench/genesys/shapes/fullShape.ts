import type { Models } from 'purecloud-platform-client-v2';
import type {
  Address,
  CallCommunication,
  Communication,
  Conversation,
  Participant,
  Segment
} from '../conversation';
import { queueById } from '../roster';
import { acwStateOf } from './afterCallWork';
import { exact } from './exact';
import { iso } from './time';

/** Shape C: body of `GET /api/v2/conversations/{id}`, the only one with names and start times. */
export function fullShape(conversation: Conversation): Models.Conversation {
  return {
    id: conversation.id,
    startTime: iso(conversation.startTime),
    ...(conversation.endTime !== undefined && { endTime: iso(conversation.endTime) }),
    participants: conversation.participants.map((each) => participantShape(conversation, each)),
    maxParticipants: 12,
    recordingState: conversation.recording ? 'ACTIVE' : 'NONE',
    divisions: [],
    selfUri: `/api/v2/conversations/${conversation.id}`
  };
}

function participantShape(
  conversation: Conversation,
  participant: Participant
): Models.Participant {
  const { acw, wrapUp, wrapUpRule } = participant;
  const queue = queueById(participant.queueId);
  const isCall = (each: Communication): each is CallCommunication => each.media === 'call';
  return exact<Models.Participant>()({
    id: participant.id,
    startTime: iso(participant.startTime),
    ...(participant.connectedTime !== undefined && {
      connectedTime: iso(participant.connectedTime)
    }),
    ...(participant.endTime !== undefined && { endTime: iso(participant.endTime) }),
    ...(participant.name && { name: participant.name }),
    ...(participant.userId && {
      userId: participant.userId,
      userUri: `/api/v2/users/${participant.userId}`
    }),
    ...(queue && { queueId: queue.id, queueName: queue.name }),
    purpose: participant.purpose,
    participantType: participant.userId ? 'Internal' : 'External',
    ...(participant.consultParticipantId && {
      consultParticipantId: participant.consultParticipantId
    }),
    address: participant.address,
    ani: participant.ani,
    dnis: participant.dnis,
    wrapupRequired: wrapUpRule !== undefined,
    ...(wrapUpRule && { wrapupPrompt: wrapUpRule.prompt }),
    ...(wrapUpRule?.timeoutMs && { wrapupTimeoutMs: wrapUpRule.timeoutMs }),
    ...(wrapUp && { wrapup: wrapUpShape(wrapUp) }),
    ...(acw && { startAcwTime: iso(acw.startTime) }),
    ...(acw?.endTime !== undefined && { endAcwTime: iso(acw.endTime) }),
    mediaRoles: ['full'],
    ...(queue && {
      conversationRoutingData: {
        queue: { id: queue.id, selfUri: `/api/v2/routing/queues/${queue.id}` },
        priority: 0,
        skills: [],
        scoredAgents: []
      }
    }),
    ...(participant.alertingTimeoutMs && { alertingTimeoutMs: participant.alertingTimeoutMs }),
    attributes: { ...participant.attributes },
    calls: participant.communications
      .filter(isCall)
      .map((call) => callShape(conversation, participant, call)),
    callbacks: [],
    chats: [],
    cobrowsesessions: [],
    emails: [],
    messages: [],
    screenshares: [],
    socialExpressions: [],
    videos: []
  });
}

const wrapUpShape = (wrapUp: NonNullable<Participant['wrapUp']>): Models.Wrapup => ({
  code: wrapUp.code,
  name: wrapUp.name,
  ...(wrapUp.notes !== undefined && { notes: wrapUp.notes }),
  tags: wrapUp.tags ?? [],
  ...(wrapUp.durationSeconds !== undefined && { durationSeconds: wrapUp.durationSeconds }),
  endTime: iso(wrapUp.endTime)
});

function callShape(
  conversation: Conversation,
  participant: Participant,
  call: CallCommunication
): Models.Call {
  const { acw, wrapUp, wrapUpRule } = participant;
  return exact<Models.Call>()({
    id: call.id,
    state: call.state === 'disconnected' ? 'terminated' : call.state,
    initialState: call.initialState,
    direction: call.direction,
    recording: conversation.recording,
    recordingState: conversation.recording ? 'active' : 'none',
    muted: call.muted,
    confined: call.confined,
    held: call.held,
    securePause: false,
    segments: call.segments.flatMap(segmentShape),
    ...(call.disconnectType && { disconnectType: call.disconnectType }),
    ...(call.startHoldTime !== undefined && { startHoldTime: iso(call.startHoldTime) }),
    ...(call.startAlertingTime !== undefined && { startAlertingTime: iso(call.startAlertingTime) }),
    ...(call.connectedTime !== undefined && { connectedTime: iso(call.connectedTime) }),
    ...(call.disconnectedTime !== undefined && { disconnectedTime: iso(call.disconnectedTime) }),
    provider: 'Edge',
    ...(call.peerId && { peerId: call.peerId }),
    ...(call.uuiData && { uuiData: call.uuiData }),
    self: addressShape(call.self),
    other: addressShape(call.other),
    ...(wrapUp && { wrapup: wrapUpShape(wrapUp) }),
    ...(acw && {
      afterCallWork: {
        state: acwStateOf(participant),
        startTime: iso(acw.startTime),
        ...(acw.endTime !== undefined && { endTime: iso(acw.endTime) })
      }
    }),
    afterCallWorkRequired: wrapUpRule !== undefined && wrapUpRule.prompt !== 'optional'
  });
}

/** A segment under way has no end, which the SDK's type does not allow for: it waits. */
const segmentShape = (segment: Segment): Models.Segment[] =>
  segment.endTime === undefined
    ? []
    : [
        {
          startTime: iso(segment.startTime),
          endTime: iso(segment.endTime),
          type: segment.type,
          ...(segment.disconnectType && {
            howEnded: 'disconnect',
            disconnectType: segment.disconnectType
          })
        }
      ];

const addressShape = (address: Address): Models.Address => ({
  ...(address.name && { name: address.name, nameRaw: address.name }),
  addressNormalized: address.normalized,
  addressRaw: address.raw,
  addressDisplayable: address.displayable
});
