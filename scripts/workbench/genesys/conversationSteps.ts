import { communicationIn, customerOf, isLive, isUser, lastStayOf } from './conversation';
import type { Place } from './floor';
import { stated } from './places';
import type { Places } from './places';
import { done, refused } from './problem';
import type { Outcome } from './problem';
import type {
  AddRequest,
  AgentRequest,
  AttributesRequest,
  CustomerAction,
  CustomerRequest,
  SendRequest,
  SuperviseRequest,
  TransferRequest
} from './requests';
import { findQueue, findUser } from './roster';
import type { World } from './world';
import { textsIn } from './textsIn';

/** What somebody does in a conversation that goes on: the customer, an agent, a supervisor, a flow. */
export function createConversationSteps(
  { conversations }: World,
  { inConversation, asAgent }: Places
) {
  const send = (place: Place, { text = '', ...rest }: SendRequest): Outcome<Place> => {
    const { subject, attachments, sticker } = rest;
    const sent = conversations.write(place, {
      body: text,
      ...(subject !== undefined && { subject }),
      ...(attachments && { attachments }),
      ...(sticker && { sticker })
    });
    return sent.ok ? done(place) : sent;
  };

  return {
    customer: (id: string, request: CustomerAction | CustomerRequest) =>
      inConversation(id, (conversation) => {
        const { action, ...sent } = typeof request === 'string' ? { action: request } : request;
        const participant =
          conversation.participants.findLast(
            (each) =>
              isLive(each) && !isUser(each) && communicationIn(each, 'call')?.state === 'contacting'
          ) ?? customerOf(conversation);
        if (!participant) return refused({ type: 'not_found', entity: 'participant' });
        const place = { conversation, participant };
        switch (action) {
          case 'answer':
            return conversations.pickUp(place);
          case 'hangUp':
            return conversations.hangUp(place);
          case 'hold':
          case 'resume':
            return conversations.hold(place, action === 'hold');
          case 'secureIvr':
          case 'endSecureIvr':
            return conversations.secureIvr(conversation, action === 'secureIvr');
          case 'send':
            return send(place, sent);
          default:
            return refused(notAnAction(action));
        }
      }),

    agent: (id: string, request: AgentRequest) =>
      asAgent(id, request.agent, (place) => {
        const { action } = request;
        switch (action) {
          case 'answer':
            return conversations.answer(place);
          case 'decline':
          case 'hangUp':
            return conversations.hangUp(place);
          case 'hold':
          case 'resume':
            return conversations.hold(place, action === 'hold');
          case 'park':
          case 'unpark':
            return conversations.park(place, action === 'park');
          case 'mute':
          case 'unmute':
            return conversations.mute(place, action === 'mute');
          case 'wrapUp':
            return conversations.setWrapUp(place, {
              code: request.code ?? '',
              ...(request.notes !== undefined && { notes: request.notes })
            });
          case 'skipWrapUp':
            return conversations.skipWrapUp(place);
          case 'send':
            return send(place, request);
          case 'callBack':
            return conversations.callBack(place, request.to);
          case 'consult': {
            if (request.toQueue !== undefined) {
              const queue = findQueue(request.toQueue);
              const pinned = request.for === undefined ? undefined : stated(request.for);
              if (!queue) return refused({ type: 'not_found', entity: 'queue' });
              if (pinned && !pinned.ok) return pinned;
              const speakTo = request.speakTo ?? 'DESTINATION';
              return conversations.consultQueue(place, queue, speakTo, pinned?.value);
            }
            const user = stated(request.to ?? '');
            return user.ok
              ? conversations.consult(place, user.value, request.speakTo ?? 'DESTINATION')
              : user;
          }
          case 'speakTo':
            return conversations.steerConsult(place, request.speakTo ?? 'BOTH');
          case 'cancelConsult':
            return conversations.cancelConsult(place);
          case 'record':
          case 'stopRecording':
            return conversations.record(place.conversation, action === 'record');
          default:
            return refused(notAnAction(action));
        }
      }),

    transfer: (id: string, request: TransferRequest) =>
      asAgent(id, request.agent, (place) => {
        if (request.toQueue !== undefined) {
          const queue = findQueue(request.toQueue);
          if (!queue) return refused({ type: 'not_found', entity: 'queue' });
          const pinned = request.for === undefined ? undefined : stated(request.for);
          if (pinned && !pinned.ok) return pinned;
          return conversations.transferToQueue(place, queue, pinned?.value);
        }
        if (request.toAgent !== undefined) {
          const user = stated(request.toAgent);
          return user.ok ? conversations.transferToUser(place, user.value) : user;
        }
        return request.toNumber
          ? conversations.transferToNumber(place, request.toNumber)
          : refused({
              type: 'invalid',
              field: 'target',
              value: '',
              expected: 'toQueue, toAgent or toNumber'
            });
      }),

    /** One more party in a call, while everybody stays. */
    add: (id: string, request: AddRequest) =>
      asAgent(id, request.agent, (place) => {
        if (request.toNumber) return conversations.addNumber(place, request.toNumber);
        const user = stated(request.toAgent ?? '');
        return user.ok ? conversations.addUser(place, user.value) : user;
      }),

    supervise: (id: string, request: SuperviseRequest) =>
      asAgent(id, request.agent, (place) => {
        const supervisor = stated(request.supervisor ?? 'admin');
        if (!['monitor', 'coach', 'bargeIn'].includes(request.how)) {
          return refused({
            type: 'invalid',
            field: 'how',
            value: String(request.how),
            expected: 'monitor, coach or bargeIn'
          });
        }
        return supervisor.ok
          ? conversations.supervise(place, supervisor.value, request.how)
          : supervisor;
      }),

    setAttributes: (id: string, request: AttributesRequest) =>
      inConversation(id, (conversation) => {
        const words = request.participant ?? 'customer';
        const user = findUser(words);
        const participant =
          (user && lastStayOf(conversation, user.id)) ??
          (words === 'customer' ? customerOf(conversation) : undefined) ??
          conversation.participants.findLast((each) => each.id === words || each.purpose === words);
        if (!participant) return refused({ type: 'not_found', entity: 'participant' });
        const attributes = textsIn(request.attributes);
        if (!attributes.ok) return attributes;
        return conversations.setAttributes(
          { conversation, participant },
          attributes.value,
          request.notify
        );
      })
  };
}

export type ConversationSteps = ReturnType<typeof createConversationSteps>;

const notAnAction = (action: never) =>
  ({
    type: 'invalid',
    field: 'action',
    value: String(action),
    expected: 'an action of docs/workbench.md'
  }) as const;
