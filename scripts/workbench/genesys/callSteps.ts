import { endCallOfCallback } from './callbacks';
import type { Communication, Conversation, Media, Participant } from './conversation';
import {
  communicationIn,
  communicationOf,
  isCustomer,
  isLive,
  isParked,
  isMachine
} from './conversation';
import { publish, turnSegment, type Floor, type Place } from './floor';
import { leave, settle } from './legs';
import { done, wrongState, type Outcome } from './problem';
import { freeCustomer, giveUpAlert } from './routing';

/**
 * Ends the party's stay; for an alert it is the decline. Within a callback, `calls` and the
 * customer end the call only: the agent still has to complete the callback.
 */
export function hangUp(floor: Floor, place: Place, media?: Media): Outcome<Place> {
  const { conversation, participant } = place;
  const communication = communicationOf(participant);
  if (!isLive(participant)) return wrongState(participant, 'live');
  if (isMachine(participant)) return wrongState(participant, 'a person');
  if (communication.state === 'alerting') {
    giveUpAlert(floor, place, 'client');
    return done(place);
  }
  if (communication.media === 'callback') {
    const called = communicationIn(participant, 'call');
    const isCalling = called !== undefined && called.state !== 'disconnected';
    if (media === 'call' && !isCalling) return wrongState(participant, 'in a call');
    if (isCalling && (media === 'call' || isCustomer(participant))) {
      endCallOfCallback(floor, place);
      return done(place);
    }
  }
  leave(floor, conversation, participant, isCustomer(participant) ? 'endpoint' : 'client');
  if (conversation.participants.some((each) => each.consultParticipantId === participant.id)) {
    freeCustomer(conversation);
  }
  settle(floor, conversation);
  publish(floor, conversation);
  return done(place);
}

export function hold(floor: Floor, place: Place, on: boolean, media?: Media): Outcome<Place> {
  const { conversation, participant } = place;
  const communication = connectedIn(participant, media);
  if (!communication) return wrongState(participant, 'connected');
  if (communication.held === on) return done(place);
  const now = floor.clock.now();
  communication.held = on;
  if (on) communication.startHoldTime = now;
  else delete communication.startHoldTime;
  turnSegment(communication, now, on ? 'hold' : 'interact');
  publish(floor, conversation);
  return done(place);
}

/** Emails and messages can be put aside and taken up again. */
export function park(floor: Floor, place: Place, on: boolean, media?: Media): Outcome<Place> {
  const { conversation, participant } = place;
  const communication = connectedIn(participant, media);
  if (communication?.media !== 'email' && communication?.media !== 'message') {
    return wrongState(participant, 'connected in an email or message');
  }
  if (isParked(communication) === on) return done(place);
  communication[on ? 'parkTime' : 'resumeTime'] = floor.clock.now();
  publish(floor, conversation);
  return done(place);
}

export function mute(floor: Floor, place: Place, on: boolean): Outcome<Place> {
  const { conversation, participant } = place;
  const call = connectedIn(participant, 'call');
  if (!call) return wrongState(participant, 'connected in a call');
  if (call.muted === on) return done(place);
  call.muted = on;
  publish(floor, conversation);
  return done(place);
}

function connectedIn(participant: Participant, media?: Media): Communication | undefined {
  const communication = media ? communicationIn(participant, media) : communicationOf(participant);
  return communication?.state === 'connected' ? communication : undefined;
}

export function record(
  floor: Floor,
  conversation: Conversation,
  on: boolean
): Outcome<Conversation> {
  conversation.recording = on;
  publish(floor, conversation);
  return done(conversation);
}

/** The platform ends the call for everybody. */
export function endAll(floor: Floor, conversation: Conversation): Outcome<Conversation> {
  for (const each of conversation.participants) leave(floor, conversation, each, 'system');
  settle(floor, conversation);
  publish(floor, conversation);
  return done(conversation);
}
