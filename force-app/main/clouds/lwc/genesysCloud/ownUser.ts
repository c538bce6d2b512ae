import type { GenesysEvent, GenesysUser } from './events';
import type { Requests } from './requests';
import { done, failed } from './result';
import type { Result } from './result';
import { presenceOf, routingStatusOf, stationOf } from './userEvents';

export interface OwnUser {
  user: GenesysUser;
  /** Presence, routing status and station, as events would tell them. */
  states: readonly GenesysEvent[];
}

/** Whose token it is, and how that user stands. */
export async function askOwnUser(requests: Requests): Promise<Result<OwnUser>> {
  const expand = ['presence', 'routingStatus', 'station'];
  const me = await requests.ask('UsersApi', 'getUsersMe', { expand });
  if (!me.ok) return me;
  const { id, name = '', email, username, presence, routingStatus, station } = me.value;
  if (!id) {
    return failed({ type: 'unexpected', operation: 'getUsersMe', message: 'a user without id' });
  }
  const states = [wrapPresence(presence), routingStatusOf(routingStatus), stationOf(station)];
  return done({
    user: { id, name, ...(email && { email }), ...(username && { username }) },
    states: states.filter((event) => event !== undefined)
  });
}

function wrapPresence(body: unknown): GenesysEvent | undefined {
  const presence = presenceOf(body);
  return presence && { type: 'presence', presence };
}
