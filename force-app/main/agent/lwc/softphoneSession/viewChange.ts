import { foreignHost } from 'c/genesysAddress';
import type { GenesysEvent } from 'c/genesysCloud';
import type { SoftphoneView } from 'c/softphoneView';

/** Events that only change what is shown. */
type ShownEvent = Extract<
  GenesysEvent,
  { type: 'presence' | 'routingStatus' | 'station' | 'clock' | 'signInAddress' }
>;

export function viewChange(event: ShownEvent): Partial<SoftphoneView> {
  switch (event.type) {
    case 'presence': {
      const { id, system, since } = event.presence;
      return { presence: { id, name: system, since } };
    }
    case 'routingStatus':
      return { routingStatus: event.status };
    case 'station':
      return { station: event.station ? { name: event.station.name } : 'none' };
    case 'clock':
      return { clockOffsetMs: event.offsetMs };
    default:
      return {
        signInUrl: event.url,
        signInHost: event.url === undefined ? undefined : foreignHost(event.url)
      };
  }
}
