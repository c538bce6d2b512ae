import { done, refused } from './problem';
import type { Outcome } from './problem';
import { stated, summarize } from './places';
import type { CallRequest, Named, OutboundRequest } from './requests';
import { findQueue, findUser, MAIN_NUMBER } from './roster';
import { startInteraction } from './starts';
import { summaryOf } from './summary';
import type { ConversationSummary } from './summary';
import type { World } from './world';
import type { StartRequest } from './startRequest';
import { textsIn } from './textsIn';

/** What begins a conversation: customers, and agents who dial. */
export function createNewConversations(world: World) {
  const { conversations, settings } = world;
  return {
    /** Any type; the `types` of the overview say which there are, and what each can be told. */
    start: (request: StartRequest): Outcome<ConversationSummary> =>
      summarize(startInteraction(world, request)),

    placeCall(request: CallRequest = {}): Outcome<ConversationSummary> {
      const queue = request.queue === null ? null : findQueue(request.queue ?? 'Helpdesk');
      const pinned = request.agent === undefined ? undefined : findUser(request.agent);
      if (queue === undefined) return refused({ type: 'not_found', entity: 'queue' });
      if ((request.agent !== undefined || !queue) && !pinned) {
        return refused({ type: 'not_found', entity: 'user' });
      }
      const { ivrSeconds = 4, queueSeconds = 3, alertSeconds } = request;
      const bad = [ivrSeconds, queueSeconds, alertSeconds ?? 1].find((each) => !(each >= 0));
      if (bad !== undefined) return refused(notSeconds(bad));
      const attributes = textsIn(request.attributes);
      if (!attributes.ok) return attributes;
      const call = conversations.placeCall({
        ani: request.ani ?? '+13175550101',
        ...(request.name && { name: request.name }),
        dnis: request.dnis ?? MAIN_NUMBER,
        ...(queue && { queue }),
        ...(pinned && { pinned }),
        ivrMs: ivrSeconds * 1000,
        queueMs: queue ? queueSeconds * 1000 : 0,
        realTime: request.realTime ?? false,
        alertMs: alertSeconds === undefined ? settings.alertMs : alertSeconds * 1000,
        attributes: attributes.value,
        ...(request.uui && { uuiData: request.uui })
      });
      return done(summaryOf(call));
    },

    dial(request: OutboundRequest): Outcome<ConversationSummary> {
      const user = stated(request.agent);
      if (!user.ok) return user;
      const queue = request.queue === undefined ? undefined : findQueue(request.queue);
      if (request.queue !== undefined && !queue) {
        return refused({ type: 'not_found', entity: 'queue' });
      }
      const attributes = textsIn(request.attributes);
      if (!attributes.ok) return attributes;
      return summarize(
        conversations.dial(user.value, {
          phoneNumber: request.phoneNumber,
          attributes: attributes.value,
          ...(request.name && { name: request.name }),
          ...(queue && { queue }),
          ...(request.uui && { uuiData: request.uui })
        })
      );
    },

    callUser(request: { agent: Named; to: Named }): Outcome<ConversationSummary> {
      const [user, target] = [stated(request.agent), stated(request.to)];
      if (!user.ok) return user;
      if (!target.ok) return target;
      return summarize(conversations.callUser(user.value, target.value));
    }
  };
}

export type NewConversations = ReturnType<typeof createNewConversations>;

const notSeconds = (value: number) =>
  ({
    type: 'invalid',
    field: 'seconds',
    value: String(value),
    expected: 'a number, 0 or more'
  }) as const;
