import { campaign, contactList } from './contactLists';
import { presences, queues, users } from './roster';
import { scenarios } from './scenarios';
import { startTypes } from './startTypes';
import { summaryOf } from './summary';
import type { World } from './world';

/** All that the contact center's page shows, as it is now. */
export function overviewOf(world: World) {
  const { conversations, channels, faults, settings } = world;
  const { agents } = conversations;
  return {
    version: world.version(),
    now: new Date(world.clock.now()).toISOString(),
    agents: users.map((user) => {
      const agent = agents.get(user.id);
      return {
        id: user.id,
        key: user.key,
        name: user.name,
        email: user.email,
        presence: agent?.presence.name,
        routingStatus: agent?.routingStatus,
        station: agent?.station?.name ?? null,
        permissions: [...(world.permissions.get(user.id) ?? [])],
        channels: channels
          .all()
          .filter((channel) => channel.userId === user.id)
          .map(({ id, topics, connected, expires }) => ({
            id,
            connected,
            topics: topics.length,
            expires: new Date(expires).toISOString()
          }))
      };
    }),
    queues: queues.map(({ id, name, wrapUp, codes }) => ({ id, name, wrapUp, codes })),
    presences: presences.map((presence) => presence.name),
    settings: { ...settings },
    faults: faults.list(),
    types: startTypes,
    scenarios: scenarios.map(({ name, label, description, start }) => ({
      name,
      label,
      description,
      type: start.type
    })),
    campaign: { ...campaign, contactList },
    conversations: conversations
      .all()
      .filter((each) => each.endTime === undefined)
      .map(summaryOf)
  };
}
