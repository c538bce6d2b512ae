import type { Communication, Participant } from '../conversation';
import { iso } from './time';
import { mediaRolesOf, parkShape, providers, wrapUpShape } from './parts';

/**
 * Shape M: one flat media participant a stay, of those who speak through the medium. The same
 * facts leave in two dialects: the topic `v2.users.{id}.conversations.{media}`, and REST
 * `conversations/{media}/{id}`. Here is what both dialects of all media say.
 */
export function flatShape(participant: Participant, communication: Communication) {
  const { acw, wrapUp, wrapUpRule } = participant;
  const started = communication.segments[0]?.startTime ?? participant.startTime;
  return {
    id: participant.id,
    ...(participant.name && { name: participant.name }),
    ...(participant.address && { address: participant.address }),
    startTime: iso(started),
    ...(communication.connectedTime !== undefined && {
      connectedTime: iso(communication.connectedTime)
    }),
    ...(communication.disconnectedTime !== undefined && {
      endTime: iso(communication.disconnectedTime)
    }),
    ...(communication.startHoldTime !== undefined && {
      startHoldTime: iso(communication.startHoldTime)
    }),
    ...parkShape(communication),
    purpose: participant.purpose,
    direction: communication.direction,
    ...(communication.disconnectType && { disconnectType: communication.disconnectType }),
    held: communication.held,
    wrapupRequired: wrapUpRule !== undefined,
    ...(wrapUpRule && { wrapupPrompt: wrapUpRule.prompt }),
    ...(wrapUpRule?.timeoutMs && { wrapupTimeoutMs: wrapUpRule.timeoutMs }),
    ...(wrapUp && { wrapup: wrapUpShape(wrapUp) }),
    ...(acw && { startAcwTime: iso(acw.startTime) }),
    ...(acw?.endTime !== undefined && { endAcwTime: iso(acw.endTime) }),
    mediaRoles: mediaRolesOf(participant),
    attributes: { ...participant.attributes },
    ...(participant.alertingTimeoutMs && { alertingTimeoutMs: participant.alertingTimeoutMs }),
    provider: providers[communication.media],
    ...(communication.peerId && { peer: communication.peerId })
  };
}

/** The topics' dialect: references without an id are empty objects. */
export function flatEvent(participant: Participant, communication: Communication) {
  const { userId, queueId } = participant;
  return {
    ...flatShape(participant, communication),
    state: communication.state,
    initialState: communication.initialState,
    ...(userId && { user: { id: userId } }),
    queue: queueId ? { id: queueId } : {},
    script: {},
    externalContact: {},
    ...(queueId && {
      conversationRoutingData: { queue: { id: queueId }, priority: 0, skills: [] }
    })
  };
}

/** REST's dialect: references have a `selfUri`. */
export function flatRest(participant: Participant, communication: Communication) {
  const ref = (kind: string, id: string) => ({ id, selfUri: `/api/v2/${kind}/${id}` });
  const queue = participant.queueId && ref('routing/queues', participant.queueId);
  return {
    ...flatShape(participant, communication),
    state: communication.state,
    ...(communication.startAlertingTime !== undefined && {
      startAlertingTime: iso(communication.startAlertingTime)
    }),
    ...(participant.userId && { user: ref('users', participant.userId) }),
    ...(queue && {
      queue,
      conversationRoutingData: { queue, priority: 0, skills: [], scoredAgents: [] }
    })
  };
}
