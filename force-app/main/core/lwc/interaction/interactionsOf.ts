import { tellerOf, tellsOfWork, wrapUpOf } from './afterCall';
import type { Conversation, Participant } from './conversation';
import type { Interaction, Peer, WrapUp } from './interactionView';
import {
  currentCommunication,
  interactionStateOf,
  isInternal,
  isUser,
  legOf,
  stateOf
} from './leg';
import type { Leg } from './leg';
import { parkedSince } from './parking';
import {
  directionOf,
  displayAddressOf,
  messageTypeOf,
  queueIdOf,
  queueNameOf,
  remoteNameOf,
  startOf,
  toldBy
} from './parties';
import type { AttributeContext } from './attributeContext';

/** The panel shows what the conversation itself tells; names from look-ups come through attributes. */
const NO_CONTEXT: AttributeContext = { region: '' };

/** A user's alerts and legs in one conversation, in order of joining. */
export function interactionsOf(conversation: Conversation, userId: string): Interaction[] {
  const interactions: Interaction[] = [];
  // Made once for all legs: with hundreds of them, one list each of new ones is what takes the time.
  let peers: readonly Peer[] | undefined;
  for (const participant of conversation.participants) {
    if (participant.now.userId !== userId || !isUser(participant.now)) continue;
    const leg = legOf(conversation, participant, NO_CONTEXT);
    if (!leg) continue;
    peers ??= conversation.participants.map(peerOf);
    interactions.push(interactionOf(leg, peers));
  }
  return interactions;
}

function interactionOf(leg: Leg, everybody: readonly Peer[]): Interaction {
  const { conversation, facts, communication } = leg;
  const state = interactionStateOf(leg);
  const isSupervisor = facts.supervisor === true;
  return {
    key: `${conversation.id}:${leg.id}`,
    conversationId: conversation.id,
    participantId: leg.id,
    communicationId: communication?.id,
    type: leg.type,
    media: leg.media,
    messageType: messageTypeOf(leg),
    direction: directionOf(leg),
    state,
    isLeg: leg.connectedAt !== undefined && !isSupervisor,
    isSupervisor,
    muted: communication?.muted === true,
    held: state === 'held',
    parkedSince: parkedSince(communication),
    recording: communication?.recording === true && state !== 'disconnected',
    internal: leg.type === 'call' && isInternal(leg),
    purpose: facts.purpose ?? 'user',
    remoteName: remoteNameOf(leg),
    remoteAddress: displayAddressOf(leg),
    queueId: queueIdOf(leg),
    queueName: queueNameOf(leg),
    subject: leg.type === 'email' ? toldBy(leg, 'subject') : undefined,
    startTime: startOf(leg),
    alertedTime: facts.startedAt ?? communication?.alertedAt,
    connectedTime: leg.connectedAt,
    disconnectedTime: leg.disconnectedAt,
    wrapUp: wrapUpView(leg),
    peers: everybody.filter(({ participantId }) => participantId !== leg.id)
  };
}

function wrapUpView(leg: Leg): WrapUp {
  const { facts } = leg;
  const communication = tellerOf(leg, tellsOfWork);
  const { code, name } = wrapUpOf(leg);
  return {
    required: facts.wrapUpRequired === true,
    skipped: facts.wrapUpSkipped,
    prompt: facts.wrapUpPrompt,
    timeoutMs: facts.wrapUpTimeoutMs,
    startAcwTime: facts.acwStartedAt ?? communication?.acwStartedAt,
    endAcwTime: facts.acwEndedAt ?? communication?.acwEndedAt,
    code,
    name
  };
}

function peerOf({ id, now }: Participant): Peer {
  return {
    participantId: id,
    userId: now.userId,
    purpose: now.purpose ?? '',
    state: stateOf(now, currentCommunication(now.communications)) ?? 'none',
    name: now.name
  };
}
