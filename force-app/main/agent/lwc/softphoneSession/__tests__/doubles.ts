import type { GenesysCloud, GenesysEvent } from 'c/genesysCloud';
import type { Timers } from 'c/ports';
import type { OrgView } from 'c/salesforceOrg';
import type { TaskGateway } from 'c/taskSync';
import type { Fields } from 'c/taskSync';

export const ANA = 'a0000000-0000-4000-8000-000000000001';
export const QUEUE = 'b0000000-0000-4000-8000-000000000001';

/** Time that moves when the test says so. */
export function virtualTime(start = Date.parse('2026-03-02T15:00:00.000Z')) {
  let now = start;
  let next = 1;
  const due = new Map<number, { at: number; run: () => void }>();
  const timers: Timers = {
    set(run, ms) {
      due.set(next, { at: now + ms, run });
      return next++;
    },
    clear: (timer) => void due.delete(timer as number)
  };
  return {
    clock: () => now,
    timers,
    async pass(ms: number): Promise<void> {
      const until = now + ms;
      for (;;) {
        const first = [...due]
          .filter(([, { at }]) => at <= until)
          .sort((a, b) => a[1].at - b[1].at)[0];
        if (!first) break;
        due.delete(first[0]);
        now = Math.max(now, first[1].at);
        first[1].run();
        await settle();
      }
      now = until;
      await settle();
    }
  };
}

/** Lets every promise that is ready run. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

/** An org that keeps Tasks and remembers every write. */
export function memoryOrg() {
  const tasks = new Map<string, Fields>();
  const writes: { kind: 'create' | 'update'; fields: Fields }[] = [];
  const gateway: TaskGateway = {
    async create(fields) {
      const taskId = `00T00000000000${tasks.size + 1}AAA`;
      tasks.set(taskId, { ...fields });
      writes.push({ kind: 'create', fields });
      return { ok: true, taskId };
    },
    async update(taskId, fields) {
      tasks.set(taskId, { ...tasks.get(taskId), ...fields });
      writes.push({ kind: 'update', fields });
      return { ok: true, taskId };
    },
    async find(key) {
      const found = [...tasks].find(([, fields]) => fields.Interaction_Key__c === key);
      return { ok: true, ...(found ? { taskId: found[0] } : {}) };
    },
    read: async (taskId) => ({
      ok: true,
      fields: { 'Who.Name': 'Blanche Stokes', ...tasks.get(taskId) }
    }),
    lookUpRecord: async () => ({ ok: true, state: 'there' })
  };
  return { gateway, tasks, writes };
}

/** Genesys Cloud that does nothing by itself: the test emits events and sets answers. */
export function silentGenesys() {
  const listeners = new Set<(event: GenesysEvent) => void>();
  const calls: [name: string, ...args: unknown[]][] = [];
  const answers: Partial<Record<string, unknown>> = {
    resume: false,
    presences: { ok: true, value: [] },
    handled: { ok: true, value: { conversations: [], until: 0 } },
    readConversation: {
      ok: false,
      problem: { type: 'not_found', operation: 'getConversation', message: 'gone' }
    },
    queueName: undefined,
    wrapUpName: undefined,
    wrapUpCodes: { ok: true, value: [] }
  };
  const cloud = new Proxy({} as GenesysCloud, {
    get(_target, name: string) {
      if (name === 'on') {
        return (listener: (event: GenesysEvent) => void) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        };
      }
      return (...args: unknown[]) => {
        calls.push([name, ...args]);
        const answer = answers[name];
        if (typeof answer === 'function') return answer(...args);
        return Promise.resolve(name in answers ? answer : { ok: true, value: undefined });
      };
    }
  });
  return {
    cloud,
    calls,
    answers,
    emit(event: GenesysEvent): void {
      for (const listener of listeners) listener(event);
    }
  };
}

const field = (apiName: string, dataType: string, length?: number) => ({
  apiName,
  label: apiName,
  dataType,
  ...(length ? { length } : {}),
  createable: true,
  updateable: true,
  required: false
});

export const ORG: OrgView = {
  isRead: true,
  problems: [],
  settings: {
    region: 'mypurecloud.com',
    clientId: 'local-softphone',
    redirectUrl: 'https://acme--c.vf.force.com/apex/GenesysSignIn',
    watchHours: 24,
    rememberSignIn: false
  },
  mappings: [
    {
      attribute: 'Participant.policyNumber',
      field: 'Policy__c',
      active: true,
      whenTooLong: 'cut',
      whenEmpty: 'leave'
    }
  ],
  shape: {
    fields: Object.fromEntries(
      [
        field('Subject', 'String', 255),
        field('CallType', 'String', 40),
        field('CallObject', 'String', 255),
        field('CallDisposition', 'String', 255),
        field('CallDurationInSeconds', 'Int'),
        field('Description', 'TextArea', 32000),
        field('Type', 'String', 40),
        field('WhoId', 'Reference'),
        field('WhatId', 'Reference'),
        field('Policy__c', 'String', 40),
        field('Interaction_Key__c', 'String', 255)
      ].map((one) => [one.apiName, one])
    )
  }
};

/** The same, with the queue's name in a field. */
export const ORG_WITH_QUEUE: OrgView = {
  ...ORG,
  mappings: [
    ...ORG.mappings,
    { ...ORG.mappings[0]!, attribute: 'Call.QueueName', field: 'Queue__c' }
  ],
  shape: { fields: { ...ORG.shape!.fields, Queue__c: field('Queue__c', 'String', 80) } }
};

/** The same, with a Status for what goes on and one for what is over. */
export const ORG_WITH_STATUS: OrgView = {
  ...ORG,
  settings: { ...ORG.settings!, openStatus: 'In Progress', closedStatus: 'Completed' },
  shape: { fields: { ...ORG.shape!.fields, Status: field('Status', 'String', 40) } }
};

export interface CallState {
  id?: string;
  /** ISO; absent: still alerting. */
  connectedTime?: string;
  disconnectedTime?: string;
  state?: string;
  held?: boolean;
  attributes?: Record<string, string>;
  wrapupCode?: string;
  wrapupPrompt?: string;
  /** ISO: after-call work began, and ended. */
  startAcwTime?: string;
  endAcwTime?: string;
}

/** A call of Ana's in the shape of `v2.users.{id}.conversations`, written by hand after the SDK's types. */
export function callEvent(call: CallState, at: number): GenesysEvent {
  const { connectedTime, disconnectedTime, wrapupPrompt, startAcwTime, endAcwTime } = call;
  const times = {
    ...(connectedTime ? { connectedTime } : {}),
    ...(disconnectedTime ? { disconnectedTime, endTime: disconnectedTime } : {})
  };
  const state =
    call.state ?? (disconnectedTime ? 'disconnected' : connectedTime ? 'connected' : 'alerting');
  return {
    type: 'conversation',
    from: 'topic',
    at,
    payload: {
      id: call.id ?? 'c0000000-0000-4000-8000-000000000001',
      participants: [
        {
          id: 'p-customer',
          purpose: 'customer',
          name: 'Blanche Stokes',
          connectedTime: '2026-03-02T14:59:30.000Z',
          attributes: call.attributes ?? {},
          calls: [
            {
              id: 'k-customer',
              state: 'connected',
              direction: 'inbound',
              connectedTime: '2026-03-02T14:59:30.000Z',
              self: { addressNormalized: 'tel:+13175550106' },
              other: { addressNormalized: 'tel:+13175550107' }
            }
          ]
        },
        {
          id: 'p-agent',
          purpose: 'agent',
          userId: ANA,
          queueId: QUEUE,
          wrapupRequired: true,
          ...(wrapupPrompt ? { wrapupPrompt } : {}),
          ...(startAcwTime ? { startAcwTime } : {}),
          ...(endAcwTime ? { endAcwTime } : {}),
          ...times,
          ...(call.wrapupCode ? { wrapup: { code: call.wrapupCode } } : {}),
          calls: [
            {
              id: 'k-agent',
              state,
              direction: 'inbound',
              held: call.held ?? false,
              muted: false,
              ...(connectedTime ? { connectedTime } : {}),
              ...(disconnectedTime ? { disconnectedTime } : {})
            }
          ]
        }
      ]
    }
  };
}
