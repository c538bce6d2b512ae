import type { Supervision } from './conversation';
import { communicationOf, isLive, isSupervisor, isUser, mediaOf } from './conversation';
import { publish } from './floor';
import type { Floor, Place } from './floor';
import { addressOf, join, sipOfUser } from './legs';
import { done, refused, wrongState } from './problem';
import type { Outcome } from './problem';
import type { User } from './roster';

/** A supervisor listens to a connected user, whispers to them, or speaks with everybody. */
export function supervise(
  floor: Floor,
  place: Place,
  supervisor: User,
  how: Supervision['how']
): Outcome<Place> {
  const { conversation, participant } = place;
  const media = mediaOf(conversation);
  const { state } = communicationOf(participant);
  if (!isUser(participant) || isSupervisor(participant) || state !== 'connected') {
    return wrongState(participant, 'a connected user');
  }
  const isIn = conversation.participants.some(
    (each) => each.userId === supervisor.id && isLive(each)
  );
  if (isIn) {
    return refused({
      type: 'invalid',
      field: 'supervisor',
      value: supervisor.key,
      expected: 'a user who is not in the conversation'
    });
  }
  if (media !== 'call' && !(media === 'message' && how === 'monitor')) {
    return refused({
      type: 'wrong_state',
      entity: 'conversation',
      state: `a ${media}`,
      wanted: how === 'monitor' ? 'a call or a message' : 'a call'
    });
  }
  const watched = communicationOf(participant);
  const isCall = media === 'call';
  const own = isCall ? sipOfUser(supervisor) : '';
  const joined = join(floor, conversation, {
    purpose: 'user',
    ...(watched.media === 'message' && { facts: { media: 'message', type: watched.type } }),
    state: 'connected',
    direction: watched.direction,
    at: floor.clock.now(),
    user: supervisor,
    address: own,
    ani: own,
    dnis: own,
    self: isCall ? addressOf(own, supervisor.name) : watched.self,
    other: watched.other,
    segment: 'interact',
    supervision: { how, participantId: participant.id }
  });
  publish(floor, conversation);
  return done({ conversation, participant: joined });
}
