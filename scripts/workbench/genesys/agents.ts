import type { Clock } from './clock';
import { presenceByName, presences, users } from './roster';
import type { Presence } from './roster';

/** What a user's conversations ask of them: decides between idle and interacting. */
export type Work = 'none' | 'alerting' | 'queue' | 'other';

/** The words of the public API. */
export type RoutingStatus =
  'OFF_QUEUE' | 'IDLE' | 'INTERACTING' | 'NOT_RESPONDING' | 'COMMUNICATING';

export interface AgentState {
  userId: string;
  presence: Presence;
  presenceMessage: string;
  presenceSince: number;
  routingStatus: RoutingStatus;
  routingSince: number;
  station?: { id: string; name: string };
  work: Work;
  notResponding: boolean;
}

export type AgentChange = { type: 'presence' | 'routingStatus' | 'station'; agent: AgentState };

/** Presence, routing status and station of every user, and who may be given a call. */
export interface Agents {
  get(userId: string): AgentState | undefined;
  all(): AgentState[];
  /** On queue, and answering. */
  isAvailable(userId: string): boolean;
  setPresence(userId: string, presence: Presence, message?: string): void;
  /** False when the status can't be had in the present presence. */
  setRoutingStatus(userId: string, status: RoutingStatus): boolean;
  setStation(userId: string, station: { id: string; name: string } | undefined): void;
  setWork(userId: string, work: Work): void;
  missedAlert(userId: string): void;
  reset(): void;
}

export function createAgents(clock: Clock, tell: (change: AgentChange) => void): Agents {
  const states = new Map<string, AgentState>();

  function statusOf(agent: AgentState): RoutingStatus {
    if (agent.presence.systemPresence !== 'On Queue') return 'OFF_QUEUE';
    if (agent.notResponding) return 'NOT_RESPONDING';
    if (agent.work === 'queue') return 'INTERACTING';
    return agent.work === 'other' ? 'COMMUNICATING' : 'IDLE';
  }

  function refresh(agent: AgentState): void {
    const status = statusOf(agent);
    if (status === agent.routingStatus) return;
    agent.routingStatus = status;
    agent.routingSince = clock.now();
    tell({ type: 'routingStatus', agent });
  }

  function change(userId: string, apply: (agent: AgentState) => void): void {
    const agent = states.get(userId);
    if (!agent) return;
    apply(agent);
    refresh(agent);
  }

  function reset(): void {
    states.clear();
    for (const user of users) {
      const presence = presenceByName(user.presence) ?? presences[0]!;
      const agent: AgentState = {
        userId: user.id,
        presence,
        presenceMessage: '',
        presenceSince: clock.now(),
        routingStatus: 'OFF_QUEUE',
        routingSince: clock.now(),
        ...(user.station && { station: user.station }),
        work: 'none',
        notResponding: false
      };
      agent.routingStatus = statusOf(agent);
      states.set(user.id, agent);
    }
  }

  reset();
  return {
    get: (userId) => states.get(userId),
    all: () => [...states.values()],
    isAvailable(userId) {
      const agent = states.get(userId);
      return agent?.presence.systemPresence === 'On Queue' && !agent.notResponding;
    },
    setPresence: (userId, presence, message = '') =>
      change(userId, (agent) => {
        agent.presence = presence;
        agent.presenceMessage = message;
        agent.presenceSince = clock.now();
        agent.notResponding = false;
        tell({ type: 'presence', agent });
      }),
    setRoutingStatus(userId, status) {
      const agent = states.get(userId);
      if (!agent || agent.presence.systemPresence !== 'On Queue') return status === 'OFF_QUEUE';
      if (status !== 'IDLE' && status !== 'NOT_RESPONDING') return false;
      change(userId, () => {
        agent.notResponding = status === 'NOT_RESPONDING';
      });
      return true;
    },
    setStation: (userId, station) =>
      change(userId, (agent) => {
        if (station) agent.station = station;
        else delete agent.station;
        tell({ type: 'station', agent });
      }),
    setWork: (userId, work) =>
      change(userId, (agent) => {
        agent.work = work;
      }),
    missedAlert: (userId) =>
      change(userId, (agent) => {
        agent.notResponding = agent.presence.systemPresence === 'On Queue';
      }),
    reset
  };
}
