import type { Models } from 'purecloud-platform-client-v2';
import type { CallCommunication, Communication, Conversation, Participant } from '../conversation';
import { communicationOf } from '../conversation';
import { emailFacts } from './emailShape';
import { exact } from './exact';
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
    ...(participant.address && { address: participant.address }),
    ...supervisionShape(participant),
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
    mediaRoles: mediaRolesOf(participant),
    attributes: { ...participant.attributes },
    ...communicationsShape(conversation, participant)
  });
}

/** What a communication of any medium says. */
function common(participant: Participant, communication: Communication) {
  const { acw, wrapUp, wrapUpRule } = participant;
  const isCurrent = communication === communicationOf(participant);
  const { startHoldTime, connectedTime, disconnectedTime, disconnectType, peerId } = communication;
  return {
    id: communication.id,
    state: communication.state,
    initialState: communication.initialState,
    held: communication.held,
    ...(disconnectType && { disconnectType }),
    ...(startHoldTime !== undefined && { startHoldTime: iso(startHoldTime) }),
    provider: providers[communication.media],
    ...(peerId && { peerId }),
    ...(connectedTime !== undefined && { connectedTime: iso(connectedTime) }),
    ...(disconnectedTime !== undefined && { disconnectedTime: iso(disconnectedTime) }),
    ...(isCurrent && wrapUp && { wrapup: wrapUpShape(wrapUp) }),
    ...(isCurrent && acw && { afterCallWork: acwShape(participant, acw) }),
    afterCallWorkRequired: wrapUpRule !== undefined && wrapUpRule.prompt !== 'optional'
  };
}

type Lists = Pick<
  Models.ConversationEventTopicParticipant,
  'calls' | 'callbacks' | 'chats' | 'emails' | 'messages'
>;

/** One list a medium; those that a party does not use are left out, but for the calls. */
function communicationsShape(conversation: Conversation, participant: Participant): Lists {
  const lists: Required<Lists> = { calls: [], callbacks: [], chats: [], emails: [], messages: [] };
  for (const each of participant.communications) {
    const { direction } = each;
    switch (each.media) {
      case 'call':
        lists.calls.push(callShape(conversation, participant, each));
        break;
      case 'callback': {
        const preview = previewShape(each);
        lists.callbacks.push(
          exact<Models.ConversationEventTopicCallback>()({
            ...common(participant, each),
            direction,
            ...callbackFacts(each),
            ...(preview && { dialerPreview: preview })
          })
        );
        break;
      }
      case 'chat':
        lists.chats.push(
          exact<Models.ConversationEventTopicChat>()({
            ...common(participant, each),
            roomId: each.roomId
          })
        );
        break;
      case 'email':
        lists.emails.push(
          exact<Models.ConversationEventTopicEmail>()({
            ...common(participant, each),
            direction,
            ...emailFacts(conversation, each),
            ...parkShape(each)
          })
        );
        break;
      case 'message':
        lists.messages.push(
          exact<Models.ConversationEventTopicMessage>()({
            ...common(participant, each),
            direction,
            ...messageSides(participant, each),
            ...parkShape(each),
            type: each.type,
            messages: textsOf(conversation, each).map((text) => ({
              messageId: text.id,
              ...messageDetails(text)
            }))
          })
        );
    }
  }
  const isUsed = ([name, list]: [string, unknown[]]) => name === 'calls' || list.length > 0;
  return Object.fromEntries(Object.entries(lists).filter(isUsed));
}

function callShape(
  conversation: Conversation,
  participant: Participant,
  call: CallCommunication
): Models.ConversationEventTopicCall {
  return exact<Models.ConversationEventTopicCall>()({
    ...common(participant, call),
    recording: conversation.recording,
    recordingState: conversation.recording ? 'active' : 'none',
    muted: call.muted,
    confined: call.confined,
    securePause: false,
    ...(call.disconnectType === 'transfer.noanswer' && {
      errorInfo: { code: 'error.ininedgecontrol.connection.station.noanswer', status: 400 }
    }),
    direction: call.direction,
    self: addressShape(call.self),
    other: addressShape(call.other),
    disconnectReasons: [],
    ...(call.uuiData && { uuiData: call.uuiData })
  });
}
