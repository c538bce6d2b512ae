import type { SoftphoneSettings } from 'c/salesforceOrg';
import type { SoftphoneView } from 'c/softphoneView';

type Connection = SoftphoneView['connection'];

/** All that the adapter is made for. */
export function connectionOf(settings: SoftphoneSettings): string {
  const { clientId, gateway, region, redirectUrl, rememberSignIn } = settings;
  return JSON.stringify([clientId, gateway, region, redirectUrl, rememberSignIn]);
}

/** Each attempt tells its own time: what counts is when the connection was last alive. */
export function connectionSince(before: Connection, { state, since }: Connection): Connection {
  const lasts = state !== 'live' && before.state !== 'live';
  return { state, since: lasts ? before.since : since };
}
