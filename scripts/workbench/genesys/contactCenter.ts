import { changeSettings } from './changeSettings';
import { createConversationSteps } from './conversationSteps';
import { createFaultControls } from './faultControls';
import { createNewConversations } from './newConversations';
import { overviewOf } from './overview';
import { createPlaces } from './places';
import { createPlayer } from './play';
import { done } from './problem';
import type { Outcome } from './problem';
import { queues, users } from './roster';
import type { Settings } from './settings';
import { summaryOf } from './summary';
import type { ConversationSummary } from './summary';
import { createWorkplaces } from './workplaces';
import type { World } from './world';

/**
 * Everything that is not the softphone's own doing: customers, the agents' other screens,
 * administrators, and bad luck. The same functions stand behind the HTTP routes.
 */
export type ContactCenter = ReturnType<typeof createContactCenter>;

export function createContactCenter(world: World) {
  const { conversations, settings } = world;
  const places = createPlaces(conversations);
  const beginnings = createNewConversations(world);
  const steps = createConversationSteps(world, places);
  const player = createPlayer(world, { ...beginnings, ...steps });

  return {
    users,
    queues,
    settings,
    ...beginnings,
    ...steps,
    ...createWorkplaces(world),
    ...createFaultControls(world),
    play: player.play,

    overview: () => overviewOf(world),

    /** Oldest first. */
    list(state: 'live' | 'finished' | 'all' = 'all'): ConversationSummary[] {
      return conversations
        .all()
        .filter(({ endTime }) => state === 'all' || (endTime === undefined) === (state === 'live'))
        .map(summaryOf);
    },

    conversation: (id: string) => places.inConversation(id, done),

    change: (patch: Partial<Settings>): Outcome<Settings> => changeSettings(settings, patch),

    reset(): void {
      player.stop();
      world.reset();
    }
  };
}
