import type { Kind, Step } from './plan';

/** The truth: one conversation as Genesys Cloud knows it. Times are ms epoch. */
export interface Call {
  id: string;
  kind: Kind;
  outbound: boolean;
  messageType: string;
  startedAt: number;
  /** Counts the changes. */
  version: number;
  parties: Party[];
}

export interface Party {
  id: string;
  /** Number of a user's stay in the plan; 0 for the others. */
  number: number;
  purpose: 'customer' | 'ivr' | 'acd' | 'agent' | 'user';
  userId?: string;
  queue?: number;
  joinedAt: number;
  connectedAt?: number;
  leftAt?: number;
  heldSince?: number;
  held: boolean;
  attributes: Record<string, string>;
  wrapsUp: boolean;
  acwFrom?: number;
  acwTo?: number;
  wrapUpCode?: number;
  monitors?: string;
}

export interface ContactCenter {
  calls(): Call[];
  call(conversation: number): Call | undefined;
  /** Carries a step out; undefined: it made no sense any more (its forerunner was taken out). */
  apply(conversation: number, step: Step): Call | undefined;
}

/** `conversation` 3's id. Looks like a UUID so that nothing can depend on it being short. */
const idOf = (conversation: number, part: number): string =>
  `${String(conversation).padStart(8, '0')}-0000-4000-8000-${String(part).padStart(12, '0')}`;

export function createContactCenter(now: () => number): ContactCenter {
  const calls = new Map<number, Call>();

  const addParty = (call: Call, facts: Partial<Party> & Pick<Party, 'purpose'>): Party => {
    const party: Party = {
      id: `p${call.parties.length}-${call.id}`,
      number: 0,
      joinedAt: now(),
      held: false,
      attributes: {},
      wrapsUp: false,
      ...facts
    };
    call.parties.push(party);
    return party;
  };

  function leave(party: Party): void {
    if (party.leftAt !== undefined) return;
    party.leftAt = now();
    party.held = false;
    if (party.wrapsUp && party.connectedAt !== undefined) party.acwFrom = now();
  }

  const leaveAll = (call: Call, who: (party: Party) => boolean): void =>
    call.parties.filter(who).forEach(leave);

  function begin(conversation: number, step: Extract<Step, { type: 'begin' }>): Call {
    const call: Call = {
      id: idOf(conversation, 0),
      kind: step.kind,
      outbound: step.outbound,
      messageType: step.messageType,
      startedAt: now(),
      version: 1,
      parties: []
    };
    calls.set(conversation, call);
    if (step.kind === 'internal') {
      addParty(call, { purpose: 'user', userId: 'user-9', connectedAt: now(), number: -1 });
    } else {
      addParty(call, { purpose: 'customer', connectedAt: now() });
    }
    if (step.ivr) addParty(call, { purpose: 'ivr', connectedAt: now() });
    return call;
  }

  return {
    calls: () => [...calls.values()],
    call: (conversation) => calls.get(conversation),
    apply(conversation, step) {
      if (step.type === 'begin') return begin(conversation, step);
      const call = calls.get(conversation);
      if (!call) return undefined;
      const party =
        'party' in step ? call.parties.find(({ number }) => number === step.party) : undefined;
      const isOver = call.parties.every(({ leftAt }) => leftAt !== undefined);
      const queue = call.parties.findLast(({ purpose }) => purpose === 'acd')?.queue;

      const apply: { [T in Step['type']]?: (step: Extract<Step, { type: T }>) => boolean } = {
        queue({ queue: next }) {
          if (isOver) return false;
          leaveAll(call, ({ purpose }) => purpose === 'ivr' || purpose === 'acd');
          addParty(call, { purpose: 'acd', queue: next, connectedAt: now() });
          return true;
        },
        alert({ party: number, user }) {
          if (isOver || party) return false;
          const purpose = call.kind === 'internal' ? 'user' : 'agent';
          addParty(call, { number, userId: user, purpose, queue, wrapsUp: queue !== undefined });
          return true;
        },
        answer() {
          if (!party || party.leftAt !== undefined || party.connectedAt !== undefined) return false;
          party.connectedAt = now();
          leaveAll(call, ({ purpose }) => purpose === 'acd' || purpose === 'ivr');
          return true;
        },
        decline() {
          if (!party || party.leftAt !== undefined || party.connectedAt !== undefined) return false;
          leave(party);
          return true;
        },
        hold({ on }) {
          if (!party?.connectedAt || party.leftAt !== undefined || party.held === on) return false;
          party.held = on;
          party.heldSince = on ? now() : undefined;
          return true;
        },
        attribute({ name, value }) {
          const holder = call.parties[0]!;
          if (holder.attributes[name] === value) return false;
          holder.attributes = { ...holder.attributes, [name]: value };
          return true;
        },
        leave() {
          if (!party || party.leftAt !== undefined) return false;
          leave(party);
          return true;
        },
        monitor({ party: number, user, of }) {
          const target = call.parties.find((other) => other.number === of);
          if (!target?.connectedAt || target.leftAt !== undefined || target.userId === user) {
            return false;
          }
          const facts = { number, userId: user, monitors: target.id, connectedAt: now() };
          addParty(call, { ...facts, purpose: 'user' });
          return true;
        },
        join({ party: number, user }) {
          const isTalking = call.parties.some(
            ({ userId, connectedAt, leftAt }) => userId && connectedAt && leftAt === undefined
          );
          if (isOver || party || !isTalking) return false;
          addParty(call, { number, userId: user, purpose: 'agent' });
          return true;
        },
        end() {
          if (isOver) return false;
          leaveAll(call, () => true);
          return true;
        },
        wrapUp({ code }) {
          if (!party?.wrapsUp || party.acwFrom === undefined) return false;
          party.acwTo = now();
          party.wrapUpCode = code;
          return true;
        }
      };
      const run = apply[step.type] as ((step: Step) => boolean) | undefined;
      if (!run?.(step)) return undefined;
      call.version += 1;
      return call;
    }
  };
}

/** The legs that deserve a Task of this user: known without asking the code under test. */
export const legsOf = (call: Call, user: string): Party[] =>
  call.parties.filter(
    ({ userId, connectedAt, monitors }) =>
      userId === user && connectedAt !== undefined && monitors === undefined
  );

export const keyOf = (call: Call, party: Party): string => `${call.id}:${party.id}`;
