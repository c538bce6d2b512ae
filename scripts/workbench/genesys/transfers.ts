import {
  communicationOf,
  customerOf,
  isCustomer,
  isLive,
  isSupervisor,
  isUser,
  mediaOf
} from './conversation';
import type { Participant } from './conversation';
import { clearTimer, publish } from './floor';
import type { Floor, Place } from './floor';
import { reach } from './calls';
import { leave, settle, toUri } from './legs';
import { done, notThisMedium, refused, wrongState } from './problem';
import type { Outcome, Problem } from './problem';
import type { Queue, User } from './roster';
import { alert, enqueue, freeCustomer, offer } from './routing';

/** The giver leaves at once; the taker gets a participant of their own. */

function mayGive(place: Place): Outcome<Place> {
  const { participant } = place;
  const { state } = communicationOf(participant);
  if (!isUser(participant) || isSupervisor(participant) || state !== 'connected') {
    return wrongState(participant, 'a connected user');
  }
  return done(place);
}

/** Colleagues who talk on after the customer has gone have nothing for a queue. */
function mayQueue(place: Place): Outcome<Place> {
  const { participants } = place.conversation;
  const gone =
    participants.some(isCustomer) && !participants.some((p) => isCustomer(p) && isLive(p));
  return gone ? wrongState(place.participant, 'with a customer') : mayGive(place);
}

/** Numbers are called and consultations spoken: neither can be done in writing. */
function mayCall(place: Place): Outcome<Place> {
  return mediaOf(place.conversation) === 'call'
    ? mayGive(place)
    : refused(notThisMedium(place.conversation, 'a call'));
}

export function transferToQueue(
  floor: Floor,
  place: Place,
  queue: Queue,
  pinned?: User
): Outcome<Place> {
  const allowed = mayQueue(place);
  if (!allowed.ok) return allowed;
  const { conversation, participant } = place;
  leave(floor, conversation, participant, 'transfer');
  conversation.routing = {
    ...(pinned && { pinnedUserId: pinned.id }),
    alertMs: conversation.routing?.alertMs ?? floor.settings.alertMs,
    missed: 0
  };
  enqueue(floor, conversation, queue);
  publish(floor, conversation);
  offer(floor, conversation);
  return done(place);
}

export function transferToUser(floor: Floor, place: Place, user: User): Outcome<Place> {
  const allowed = mayGive(place);
  if (!allowed.ok) return allowed;
  const { conversation, participant } = place;
  if (user.id === participant.userId) {
    return refused({ type: 'invalid', field: 'userId', value: user.id, expected: 'another user' });
  }
  leave(floor, conversation, participant, 'transfer');
  return done(alert(floor, conversation, user));
}

export function transferToNumber(floor: Floor, place: Place, address: string): Outcome<Place> {
  const allowed = mayCall(place);
  if (!allowed.ok) return allowed;
  const { conversation, participant } = place;
  leave(floor, conversation, participant, 'transfer');
  const taker = reach(floor, conversation, toUri(address), { purpose: 'external' });
  publish(floor, conversation);
  return done({ conversation, participant: taker });
}

/** Whom the consulting agent hears: the person asked, the customer, or both. */
export type SpeakTo = 'DESTINATION' | 'OBJECT' | 'BOTH';

export function consult(floor: Floor, place: Place, user: User, speakTo: SpeakTo): Outcome<Place> {
  const allowed = mayCall(place);
  if (!allowed.ok) return allowed;
  const { conversation, participant } = place;
  if (user.id === participant.userId || consultedBy(place)) {
    return refused({
      type: 'invalid',
      field: 'userId',
      value: user.id,
      expected: 'another user, and no consultation under way'
    });
  }
  confine(place, speakTo);
  return done(alert(floor, conversation, user, undefined, participant.id));
}

/** The consulting agent keeps the call, whoever of the queue answers is asked. */
export function consultQueue(
  floor: Floor,
  place: Place,
  queue: Queue,
  speakTo: SpeakTo,
  pinned?: User
): Outcome<Place> {
  for (const allowed of [mayCall(place), mayQueue(place)]) if (!allowed.ok) return allowed;
  const { conversation, participant } = place;
  if (consultedBy(place) || pinned?.id === participant.userId) return refused(underWay(queue.id));
  confine(place, speakTo);
  conversation.routing = {
    ...(pinned && { pinnedUserId: pinned.id }),
    alertMs: conversation.routing?.alertMs ?? floor.settings.alertMs,
    missed: 0,
    consultParticipantId: participant.id
  };
  const acd = enqueue(floor, conversation, queue);
  publish(floor, conversation);
  offer(floor, conversation);
  return done({ conversation, participant: consultedBy(place) ?? acd });
}

const underWay = (value: string): Problem => ({
  type: 'invalid',
  field: 'target',
  value,
  expected: 'somebody else, and no consultation under way'
});

/** One more party, while everybody stays: a conference. */
export function addNumber(floor: Floor, place: Place, address: string): Outcome<Place> {
  const allowed = mayCall(place);
  if (!allowed.ok) return allowed;
  const { conversation } = place;
  const participant = reach(floor, conversation, toUri(address), { purpose: 'external' });
  publish(floor, conversation);
  return done({ conversation, participant });
}

export function addUser(floor: Floor, place: Place, user: User): Outcome<Place> {
  const allowed = mayCall(place);
  if (!allowed.ok) return allowed;
  const { conversation } = place;
  if (conversation.participants.some((each) => each.userId === user.id && isLive(each))) {
    return refused({ type: 'invalid', field: 'userId', value: user.id, expected: 'another user' });
  }
  return done(alert(floor, conversation, user));
}

export function steerConsult(floor: Floor, place: Place, speakTo: SpeakTo): Outcome<Place> {
  const asked = consultedBy(place);
  if (!asked) return noConsult();
  confine(place, speakTo);
  publish(floor, place.conversation);
  return done({ conversation: place.conversation, participant: asked });
}

export function cancelConsult(floor: Floor, place: Place): Outcome<Place> {
  const { conversation } = place;
  const asked = consultedBy(place);
  if (!asked) return noConsult();
  for (const each of conversation.participants) {
    if (each.consultParticipantId !== place.participant.id || !isLive(each)) continue;
    clearTimer(floor, each);
    leave(floor, conversation, each, 'client');
  }
  if (conversation.routing) delete conversation.routing.consultParticipantId;
  freeCustomer(conversation);
  settle(floor, conversation);
  publish(floor, conversation);
  return done(place);
}

const consultedBy = ({ conversation, participant }: Place): Participant | undefined =>
  conversation.participants.findLast(
    (each) => each.consultParticipantId === participant.id && isLive(each)
  );

const noConsult = () =>
  refused({
    type: 'wrong_state',
    entity: 'participant',
    state: 'not consulting',
    wanted: 'a consultation under way'
  });

function confine({ conversation }: Place, speakTo: SpeakTo): void {
  const customer = customerOf(conversation);
  if (customer) communicationOf(customer).confined = speakTo === 'DESTINATION';
}
