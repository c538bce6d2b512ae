import { done, refused } from './problem';
import type { Outcome } from './problem';
import { stated } from './places';
import type { AgentPatch, Named } from './requests';
import { presenceByName, presences } from './roster';
import type { World } from './world';

/** The agents' own side of Genesys Cloud: presence, station, permissions, token. */
export function createWorkplaces(world: World) {
  const { conversations, tokens } = world;
  const { agents } = conversations;
  return {
    /** As in the agent's or an administrator's own Genesys screen. */
    setAgent(agent: Named, patch: AgentPatch): Outcome<{ userId: string }> {
      const user = stated(agent);
      if (!user.ok) return user;
      const { id, station } = user.value;
      if (patch.presence !== undefined) {
        const presence = presenceByName(patch.presence);
        if (!presence) {
          return refused({
            type: 'invalid',
            field: 'presence',
            value: patch.presence,
            expected: presences.map((each) => each.name).join(', ')
          });
        }
        agents.setPresence(id, presence);
      }
      if (patch.routingStatus && !agents.setRoutingStatus(id, patch.routingStatus)) {
        return refused({
          type: 'invalid',
          field: 'routingStatus',
          value: patch.routingStatus,
          expected: 'IDLE or NOT_RESPONDING, on queue'
        });
      }
      if (patch.station !== undefined) {
        const name = patch.station;
        agents.setStation(id, name === null ? undefined : { id: station?.id ?? id, name });
      }
      const granted = world.permissions.get(id);
      for (const permission of patch.grant ?? []) granted?.add(permission);
      for (const permission of patch.revoke ?? []) granted?.delete(permission);
      return done({ userId: id });
    },

    /** A token without the sign-in page, for tests. */
    issueToken(agent: Named): Outcome<{ access_token: string; userId: string }> {
      const user = stated(agent);
      if (!user.ok) return user;
      return done({ access_token: tokens.issue(user.value.id).value, userId: user.value.id });
    }
  };
}
