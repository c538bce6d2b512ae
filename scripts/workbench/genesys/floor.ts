import type { Agents, Work } from './agents';
import type { Clock } from './clock';
import type { Communication, Conversation, Participant, Segment } from './conversation';
import { communicationOf, isLive, isUser, isWrappingUp, mustWrapUp } from './conversation';
import type { Ids } from './ids';
import { done, refused } from './problem';
import type { Outcome } from './problem';
import type { Settings } from './settings';

/** What happened, for whoever tells the outside. */
export type Change =
  | { type: 'conversation'; conversation: Conversation; userIds: string[] }
  | {
      type: 'attributes';
      conversation: Conversation;
      participant: Participant;
      attributes: Record<string, string>;
      at: number;
    }
  | { type: 'wrapup' | 'acw'; conversation: Conversation; participant: Participant; at: number };

/** The ground that calls, routing, transfers and wrap-ups stand on. */
export interface Floor {
  clock: Clock;
  ids: Ids;
  agents: Agents;
  settings: Settings;
  conversations: Map<string, Conversation>;
  /** Pending alerts, answers and wrap-up timeouts, by participant id. */
  timers: Map<string, () => void>;
  tell(change: Change): void;
}

/** A conversation and the participant an action is about. */
export interface Place {
  conversation: Conversation;
  participant: Participant;
}

export function findPlace(
  floor: Floor,
  conversationId: string,
  participantId: string
): Outcome<Place> {
  const conversation = floor.conversations.get(conversationId);
  if (!conversation) return refused({ type: 'not_found', entity: 'conversation' });
  const participant = conversation.participants.find((each) => each.id === participantId);
  if (!participant) return refused({ type: 'not_found', entity: 'participant' });
  return done({ conversation, participant });
}

/** One timer a participant; a second one replaces the first. */
export function setTimer(floor: Floor, participant: Participant, ms: number, run: () => void) {
  clearTimer(floor, participant);
  const cancel = floor.clock.later(ms, () => {
    floor.timers.delete(participant.id);
    run();
  });
  floor.timers.set(participant.id, cancel);
}

export function clearTimer(floor: Floor, participant: Participant): void {
  floor.timers.get(participant.id)?.();
  floor.timers.delete(participant.id);
}

/** Ends the stretch of a communication that is under way, and starts the next. */
export function turnSegment(
  communication: Communication,
  now: number,
  next?: Segment['type']
): void {
  const open = communication.segments.find((segment) => segment.endTime === undefined);
  if (open) {
    open.endTime = now;
    if (communication.disconnectType) open.disconnectType = communication.disconnectType;
  }
  if (next) communication.segments.push({ type: next, startTime: now });
}

/**
 * Users whose own topics carry this conversation: all who were alerted while it lives; afterwards
 * those still wrapping up, and for a moment the others.
 */
export function followersOf(floor: Floor, conversation: Conversation): string[] {
  const now = floor.clock.now();
  const follows = (participant: Participant) =>
    conversation.endTime === undefined ||
    isWrappingUp(participant) ||
    now - Math.max(conversation.endTime, participant.acw?.endTime ?? 0) <= floor.settings.followMs;
  const following = conversation.participants.filter((each) => isUser(each) && follows(each));
  return [...new Set(following.map((each) => each.userId!))];
}

/** Tells the users of a conversation how it stands now, and brings their routing status in step. */
export function publish(floor: Floor, conversation: Conversation): void {
  floor.tell({ type: 'conversation', conversation, userIds: followersOf(floor, conversation) });
  for (const participant of conversation.participants) {
    if (participant.userId) {
      floor.agents.setWork(participant.userId, workOf(floor, participant.userId));
    }
  }
}

export function workOf(floor: Floor, userId: string): Work {
  const stays = [...floor.conversations.values()]
    .flatMap((conversation) => conversation.participants)
    .filter((each) => each.userId === userId);
  const inHand = stays.filter(isLive);
  const talking = inHand.filter((each) => communicationOf(each).state !== 'alerting');
  if (stays.some(mustWrapUp) || talking.some((each) => each.queueId)) return 'queue';
  if (talking.length > 0) return 'other';
  return inHand.length > 0 ? 'alerting' : 'none';
}

/** Finished conversations beyond the limit go, the oldest first. */
export function prune(floor: Floor): void {
  const finished = [...floor.conversations.values()].filter((each) => each.endTime !== undefined);
  const surplus = Math.max(0, finished.length - floor.settings.keepFinished);
  for (const conversation of finished.slice(0, surplus)) {
    for (const participant of conversation.participants) clearTimer(floor, participant);
    floor.conversations.delete(conversation.id);
  }
}
