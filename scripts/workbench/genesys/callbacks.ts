import type { Conversation } from './conversation';
import { communicationIn, customerOf, isLive, isUser } from './conversation';
import { clearTimer, publish, setTimer } from './floor';
import type { Floor, Place } from './floor';
import { addressOf, connect, endCommunication, sipOfUser, speak, toUri } from './legs';
import { done, refused, wrongState } from './problem';
import type { Outcome } from './problem';
import { MAIN_NUMBER, userById } from './roster';

/** The agent of a callback calls the customer; the callback goes on beside the call. */
export function callBack(floor: Floor, place: Place, phoneNumber?: string): Outcome<Place> {
  const { conversation, participant } = place;
  const callback = communicationIn(participant, 'callback');
  const user = userById(participant.userId);
  const customer = customerOf(conversation);
  const earlier = communicationIn(participant, 'call');
  if (!callback || callback.state !== 'connected' || !user || !customer || !isLive(customer)) {
    return wrongState(participant, 'an agent connected to a callback');
  }
  if (earlier && earlier.state !== 'disconnected') return wrongState(participant, 'not in a call');
  if (!floor.agents.get(user.id)?.station) return refused({ type: 'no_station' });
  const number = toUri(phoneNumber ?? callback.numbers[0] ?? '');
  const at = floor.clock.now();
  const calling = { state: 'contacting', direction: 'outbound', at, segment: 'dial' } as const;
  speak(floor, conversation, participant, {
    ...calling,
    self: addressOf(sipOfUser(user), user.name),
    other: addressOf(number, customer.name)
  });
  speak(floor, conversation, customer, {
    ...calling,
    self: addressOf(number, customer.name),
    other: addressOf(toUri(MAIN_NUMBER))
  });
  customer.ani = toUri(MAIN_NUMBER);
  customer.dnis = number;
  publish(floor, conversation);
  if (floor.settings.outboundAnswerMs !== null) {
    setTimer(floor, customer, floor.settings.outboundAnswerMs, () => {
      pickUpCallback(floor, conversation);
      publish(floor, conversation);
    });
  }
  return done(place);
}

function pickUpCallback(floor: Floor, conversation: Conversation): void {
  for (const each of conversation.participants) {
    const call = communicationIn(each, 'call');
    if (call?.state === 'contacting') connect(floor, each, call);
  }
}

/** The call is over, for both; the callback is not. */
export function endCallOfCallback(floor: Floor, { conversation, participant }: Place): void {
  const at = floor.clock.now();
  for (const each of conversation.participants) {
    const call = communicationIn(each, 'call');
    if (!call || !isLive(each) || (!isUser(each) && each !== customerOf(conversation))) continue;
    // A wrap-up timer belongs to participants that have left: a live one only waits for an answer.
    clearTimer(floor, each);
    endCommunication(call, each === participant ? 'client' : 'peer', at);
  }
  publish(floor, conversation);
}
