import type { ChannelAddress } from './line';
import type { Requests } from './requests';
import { done, failed } from './result';
import type { Result } from './result';

/** A new channel. It pushes out the oldest when the user has twenty. */
export async function createAddress(requests: Requests): Promise<Result<ChannelAddress>> {
  const created = await requests.ask('NotificationsApi', 'postNotificationsChannels');
  if (!created.ok) return created;
  const { id, connectUri } = created.value ?? {};
  if (!id || !connectUri) {
    return failed({
      type: 'unexpected',
      operation: 'channel',
      message: 'a channel without address'
    });
  }
  return done({ id, connectUri });
}
