import type { GenesysCloud } from './cloud';
import type { Requests } from './requests';
import { done } from './result';

/** What the user says of himself: presence, and whether routing may send him something. */
export function createOwnStatus(
  requests: Requests,
  ownId: () => string | undefined
): Pick<GenesysCloud, 'setPresence' | 'setRoutingStatus'> {
  return {
    async setPresence(presenceId) {
      const change = { presenceDefinition: { id: presenceId } };
      const answer = await requests.ask(
        'PresenceApi',
        'patchUserPresencesPurecloud',
        ownId() ?? '',
        change
      );
      return answer.ok ? done(undefined) : answer;
    },
    async setRoutingStatus(status) {
      const answer = await requests.ask('UsersApi', 'putUserRoutingstatus', ownId() ?? '', {
        status
      });
      return answer.ok ? done(undefined) : answer;
    }
  };
}
