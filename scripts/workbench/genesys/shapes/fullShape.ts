import type { Models } from 'purecloud-platform-client-v2';
import type {
  CallCommunication,
  Communication,
  Conversation,
  Participant,
  Segment,
  WrapUp
} from '../conversation';
import { isParked } from '../conversation';
import { queueById } from '../roster';
import { emailFacts } from './emailShape';
import { exact } from './exact';
import { messageUri } from './messageShape';
import {
  acwShape,
  addressShape,
  callbackFacts,
  mediaRolesOf,
  messageDetails,
  messageSides,
  parkShape,
  previewShape,
  providers,
  supervisionShape,
  textsOf,
  wrapUpShape
} from './parts';
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
    ...(participant.address && { address: participant.address }),
    ...(participant.ani && { ani: participant.ani }),
    ...(participant.dnis && { dnis: participant.dnis }),
    ...supervisionShape(participant),
    wrapupRequired: wrapUpRule !== undefined,
    ...(wrapUpRule && { wrapupPrompt: wrapUpRule.prompt }),
    ...(wrapUpRule?.timeoutMs && { wrapupTimeoutMs: wrapUpRule.timeoutMs }),
    ...(wrapUp && { wrapup: namedWrapUp(wrapUp) }),
    ...(acw && { startAcwTime: iso(acw.startTime) }),
    ...(acw?.endTime !== undefined && { endAcwTime: iso(acw.endTime) }),
    mediaRoles: mediaRolesOf(participant),
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
    ...communicationsShape(conversation, participant),
    cobrowsesessions: [],
    screenshares: [],
    socialExpressions: [],
    videos: []
  });
}

const namedWrapUp = (wrapUp: WrapUp): Models.Wrapup => ({
  ...wrapUpShape(wrapUp),
  name: wrapUp.name
});

/** What a communication of any medium says. */
function common(participant: Participant, communication: Communication) {
  const { acw, wrapUp, wrapUpRule } = participant;
  const { startHoldTime, startAlertingTime, connectedTime, disconnectedTime } = communication;
  const { disconnectType, peerId } = communication;
  return {
    id: communication.id,
    state: communication.state,
    initialState: communication.initialState,
    direction: communication.direction,
    held: communication.held,
    segments: communication.segments.flatMap(segmentShape),
    ...(disconnectType && { disconnectType }),
    ...(startHoldTime !== undefined && { startHoldTime: iso(startHoldTime) }),
    ...(startAlertingTime !== undefined && { startAlertingTime: iso(startAlertingTime) }),
    ...(connectedTime !== undefined && { connectedTime: iso(connectedTime) }),
    ...(disconnectedTime !== undefined && { disconnectedTime: iso(disconnectedTime) }),
    provider: providers[communication.media],
    ...(peerId && { peerId }),
    ...(wrapUp && { wrapup: namedWrapUp(wrapUp) }),
    ...(acw && { afterCallWork: acwShape(participant, acw) }),
    afterCallWorkRequired: wrapUpRule !== undefined && wrapUpRule.prompt !== 'optional'
  };
}

type Lists = Required<
  Pick<Models.Participant, 'calls' | 'callbacks' | 'chats' | 'emails' | 'messages'>
>;

function communicationsShape(conversation: Conversation, participant: Participant): Lists {
  const lists: Lists = { calls: [], callbacks: [], chats: [], emails: [], messages: [] };
  for (const each of participant.communications) {
    const shared = common(participant, each);
    switch (each.media) {
      case 'call':
        lists.calls.push(callShape(conversation, participant, each));
        break;
      case 'callback': {
        const preview = previewShape(each);
        lists.callbacks.push(
          exact<Models.Callback>()({
            ...shared,
            ...callbackFacts(each),
            ...(preview && { dialerPreview: preview })
          })
        );
        break;
      }
      case 'chat':
        lists.chats.push(exact<Models.ConversationChat>()({ ...shared, roomId: each.roomId }));
        break;
      case 'email':
        // REST tells of emails when they were parked, not when they were resumed.
        lists.emails.push(
          exact<Models.Email>()({
            ...shared,
            ...emailFacts(conversation, each),
            ...(isParked(each) && { parkTime: iso(each.parkTime ?? 0) })
          })
        );
        break;
      case 'message':
        lists.messages.push(
          exact<Models.Message>()({
            ...shared,
            ...messageSides(participant, each),
            ...parkShape(each),
            type: each.type,
            messages: textsOf(conversation, each).map((text) => ({
              messageId: text.id,
              messageURI: messageUri(conversation, text.id),
              ...messageDetails(text)
            }))
          })
        );
    }
  }
  return lists;
}

function callShape(
  conversation: Conversation,
  participant: Participant,
  call: CallCommunication
): Models.Call {
  return exact<Models.Call>()({
    ...common(participant, call),
    state: call.state === 'disconnected' ? 'terminated' : call.state,
    recording: conversation.recording,
    recordingState: conversation.recording ? 'active' : 'none',
    muted: call.muted,
    confined: call.confined,
    securePause: false,
    ...(call.uuiData && { uuiData: call.uuiData }),
    self: addressShape(call.self),
    other: addressShape(call.other)
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
