import type { FrameFault, RequestFault } from './faults';
import type { Named } from './requests';
import { findUser } from './roster';
import type { World } from './world';

/** Bad luck, to order: tokens that expire, sockets that drop, requests that fail. */
export function createFaultControls({ tokens, channels, faults }: World) {
  return {
    expireTokens: (agent?: Named) => tokens.expire(idOf(agent)),
    dropSockets: (agent?: Named) => channels.drop(idOf(agent)),
    announceClose: (agent?: Named) => channels.announceClose(idOf(agent)),
    failRequests: (fault: RequestFault & { agent?: Named }) => {
      const { agent, ...rest } = fault;
      faults.addRequestFault({ ...rest, ...(agent && { userId: idOf(agent) ?? agent }) });
    },
    spoilFrames: (fault: FrameFault & { agent?: Named }) => {
      const { agent, ...rest } = fault;
      faults.addFrameFault({ ...rest, ...(agent && { userId: idOf(agent) ?? agent }) });
    },
    faults: () => faults.list(),
    clearFaults: () => faults.clear()
  };
}

const idOf = (agent: Named | undefined) =>
  agent === undefined ? undefined : (findUser(agent)?.id ?? agent);
