/**
 * Made-up views, one for each state the panel knows. Shaped as the session builds them; times are
 * relative to NOON so that pictures and tests stay the same.
 */
import type { Interaction } from 'c/interaction';
import type { InteractionRow, SoftphoneView } from 'c/softphoneView';
import type { Issue } from 'c/taskDraft';
import type { LegStatus } from 'c/taskSync';

export const NOON = Date.UTC(2026, 2, 11, 12, 0, 0);

export function ago(seconds: number, now = NOON): string {
  return new Date(now - seconds * 1000).toISOString();
}

const CALL: Interaction = {
  key: 'c1:p1',
  conversationId: 'c1',
  participantId: 'p1',
  communicationId: 'm1',
  type: 'call',
  media: 'call',
  direction: 'inbound',
  state: 'connected',
  isLeg: true,
  isSupervisor: false,
  muted: false,
  held: false,
  recording: false,
  internal: false,
  purpose: 'agent',
  remoteName: 'Blanche Stokes',
  remoteAddress: '+13175550188',
  queueId: 'b0000000-0000-4000-8000-000000000001',
  queueName: 'Helpdesk',
  startTime: ago(790),
  alertedTime: ago(767),
  connectedTime: ago(761),
  wrapUp: { required: true },
  peers: []
};

export function interaction(changes: Partial<Interaction> = {}): Interaction {
  return { ...CALL, ...changes };
}

const FIELDS = {
  Subject: 'Call 3/11/2026, 11:47:19 AM',
  Type: 'Call',
  CallType: 'Inbound',
  CallObject: '5b0e9c1a-0c0e-4f1d-9c55-6b0f3a0d1e11',
  Description: 'Upgrade to the yearly plan; wants a written offer.',
  WhoId: '003000000000001AAA',
  Queue__c: 'Helpdesk',
  Wait__c: 23,
  Caller_Phone__c: '+13175550188',
  Connected_At__c: '2026-03-11T11:47:19.000Z',
  Internal__c: false,
  Reason__c: 'Upgrade',
  Interaction_Key__c: 'c1:p1',
  CallDisposition: null
};

const SOURCES = {
  Subject: 'default',
  Type: 'default',
  CallType: 'default',
  CallObject: 'default',
  Description: 'agent',
  WhoId: 'agent',
  Queue__c: 'Call.QueueName',
  Wait__c: 'Interaction.TotalAcdTime',
  Caller_Phone__c: 'Call.Ani',
  Connected_At__c: 'Salesforce.ConnectedTime',
  Internal__c: 'Call.Internal',
  Reason__c: 'Participant.reason',
  Interaction_Key__c: 'default',
  CallDisposition: 'default'
};

export const TASK_FIELDS = {
  Subject: { label: 'Subject', dataType: 'Picklist' },
  Type: { label: 'Type', dataType: 'Picklist' },
  CallType: { label: 'Call Type', dataType: 'Picklist' },
  CallObject: { label: 'Call Object Identifier', dataType: 'String' },
  CallDisposition: { label: 'Call Result', dataType: 'String' },
  Description: { label: 'Comments', dataType: 'TextArea' },
  WhoId: { label: 'Name', dataType: 'Reference' },
  WhatId: { label: 'Related To', dataType: 'Reference' },
  Queue__c: { label: 'Queue', dataType: 'String' },
  Wait__c: { label: 'Wait', dataType: 'Double' },
  Caller_Phone__c: { label: 'Caller Phone', dataType: 'Phone' },
  Connected_At__c: { label: 'Connected At', dataType: 'DateTime' },
  Internal__c: { label: 'Internal', dataType: 'Boolean' },
  Reason__c: { label: 'Reason', dataType: 'Picklist' },
  Interaction_Key__c: { label: 'Interaction Key', dataType: 'String' },
  Locked__c: { label: 'Locked', dataType: 'String' }
};

export const ISSUES: Issue[] = [
  { type: 'field_hidden', field: 'Policy__c', attribute: 'Participant.policy', action: 'left_out' },
  { type: 'not_writable', field: 'Locked__c', attribute: 'Message.Type', action: 'left_out' },
  {
    type: 'too_long',
    field: 'Queue__c',
    attribute: 'Call.QueueName',
    value: 'Helpdesk for customers of the northern region',
    limit: 80,
    length: 96,
    action: 'cut'
  }
];

export function status(changes: Partial<LegStatus> = {}): LegStatus {
  return {
    key: 'c1:p1',
    phase: 'saved',
    savedAt: NOON - 3000,
    fieldCount: 14,
    fields: FIELDS,
    sources: SOURCES,
    taskId: '00T000000000001AAA',
    issues: [],
    ...changes
  };
}

export function row(changes: Partial<InteractionRow> = {}): InteractionRow {
  const made = {
    key: changes.interaction?.key ?? 'c1:p1',
    interaction: CALL,
    attributes: {
      'Call.Ani': '+13175550188',
      'Call.QueueName': 'Helpdesk',
      'Call.CalledNumber': '+13175550100',
      'Interaction.TotalAcdTime': 23,
      'Interaction.TotalIvrTime': 41,
      'Participant.reason': 'Upgrade',
      'Participant.policy': 'NB-20417'
    },
    draft: { fields: FIELDS, sources: SOURCES, createOnly: [], updateOnly: [], issues: [] },
    notes: '',
    ...changes
  };
  return made;
}

export function view(changes: Partial<SoftphoneView> = {}): SoftphoneView {
  return {
    phase: 'ready',
    user: { id: 'a0000000-0000-4000-8000-000000000001', name: 'Ana Ruiz' },
    presence: { id: 'queue', name: 'On Queue' },
    presences: [
      { id: 'available', name: 'Available', system: 'Available', isOffered: true },
      { id: 'queue', name: 'On Queue', system: 'On Queue', isOffered: true },
      { id: 'busy', name: 'Busy', system: 'Busy', isOffered: true },
      { id: 'meeting', name: 'In a Meeting', system: 'Meeting', isOffered: true },
      { id: 'meal', name: 'Lunch', system: 'Meal', isOffered: true },
      { id: 'away', name: 'Away', system: 'Away', isOffered: true },
      { id: 'idle', name: 'Untätig', system: 'Idle', isOffered: false }
    ],
    routingStatus: 'IDLE',
    station: { name: 'Ana Ruiz WebRTC' },
    connection: { state: 'live', since: NOON - 3_600_000 },
    writer: 'this_tab',
    rows: [],
    needsYou: 0,
    saving: 0,
    waiting: 0,
    clockOffsetMs: 0,
    watchLog: [],
    ...changes
  };
}

export const alerting = row({
  key: 'c2:p2',
  interaction: interaction({
    key: 'c2:p2',
    state: 'alerting',
    isLeg: false,
    remoteName: '+13175550101',
    remoteAddress: '+13175550101',
    alertedTime: ago(7),
    connectedTime: undefined
  })
});

export const email = row({
  key: 'c3:p3',
  interaction: interaction({
    key: 'c3:p3',
    type: 'email',
    media: 'email',
    remoteName: undefined,
    remoteAddress: 'orders@example.com',
    subject: 'Order 4411',
    connectedTime: ago(190)
  }),
  status: status({ key: 'c3:p3' })
});

export const live = row({
  whoId: '003000000000001AAA',
  whoName: 'Blanche Stokes',
  notes: 'Upgrade to the yearly plan; wants a written offer.',
  interaction: interaction({ recording: true }),
  status: status()
});

export const held = row({
  ...live,
  interaction: interaction({ held: true, muted: true }),
  whatId: '500000000000001AAA',
  whatName: 'Case 00001044: invoice shows the wrong address',
  status: status({ phase: 'saving' })
});

export const afterCall = row({
  ...live,
  interaction: interaction({
    state: 'disconnected',
    disconnectedTime: ago(12),
    wrapUp: { required: true, timeoutMs: 60_000, startAcwTime: ago(12) }
  }),
  status: status({ issues: ISSUES })
});

function finishedRow(n: number, name: string, changes: Partial<LegStatus> = {}): InteractionRow {
  const key = `f${n}:p`;
  return row({
    key,
    interaction: interaction({
      key,
      remoteName: name,
      state: 'disconnected',
      connectedTime: ago(n * 1500),
      disconnectedTime: ago(n * 1500 - 300 - n * 37),
      wrapUp: { required: true, code: 'w2', name: 'Question', endAcwTime: ago(n * 1500 - 400) }
    }),
    status: status({ key, ...changes })
  });
}

export const refused = finishedRow(2, 'Ottmar Lindqvist', {
  phase: 'needs_you',
  failure: {
    type: 'permanent',
    message: 'A call longer than five minutes needs a reason.'
  }
});

export const finished = [
  finishedRow(1, 'Marguerite Vandenberghe-Castellanos'),
  refused,
  finishedRow(3, '+13175550142', { issues: ISSUES }),
  finishedRow(5, 'Pia Salonen')
];

const SIGN_IN_URL = 'https://login.example.com/oauth/authorize';

/** One view for each state, by name. */
export const views: Record<string, SoftphoneView | undefined> = {
  nothing: undefined,
  loading: view({ phase: 'loading', user: undefined }),
  notConfigured: view({
    phase: 'not_configured',
    user: undefined,
    problem: { type: 'no_client_id' }
  }),
  signedOut: view({ phase: 'signed_out', user: undefined, signInUrl: SIGN_IN_URL }),
  signInRefused: view({
    phase: 'signed_out',
    user: undefined,
    problem: { type: 'sign_in_refused' },
    waiting: 2
  }),
  signingIn: view({ phase: 'signing_in', user: undefined, signInUrl: SIGN_IN_URL }),
  starting: view({ phase: 'starting' }),
  notAllowed: view({ phase: 'failed', user: undefined, problem: { type: 'no_permission' } }),
  unreachable: view({
    phase: 'failed',
    user: undefined,
    problem: { type: 'genesys_unreachable', detail: 'api.mypurecloud.com' }
  }),
  noInteractions: view(),
  offQueue: view({ presence: { id: 'available', name: 'Available' }, station: 'none' }),
  ringing: view({ rows: [alerting] }),
  live: view({ rows: [live] }),
  held: view({ rows: [held], saving: 1 }),
  several: view({ rows: [alerting, live, email] }),
  afterCall: view({ rows: [afterCall] }),
  finished: view({ rows: finished, needsYou: 1 }),
  needsYou: view({
    rows: [row({ ...live, status: { ...refused.status!, key: live.key } })],
    needsYou: 1
  }),
  offline: view({
    rows: [
      row({
        ...live,
        status: status({
          phase: 'waiting',
          retryAt: NOON + 25_000,
          failure: { type: 'transient', message: 'offline' }
        })
      })
    ],
    connection: { state: 'lost', since: NOON - 42_000 },
    waiting: 2
  }),
  otherTab: view({ rows: [live], writer: 'other_tab' }),
  memoryOnly: view({ rows: [live], writer: 'memory_only', station: 'none' }),
  callFailed: view({
    rows: [
      row({
        ...live,
        actionProblem: {
          action: 'hold',
          type: 'refused',
          message: 'The phone is not connected.'
        }
      })
    ]
  })
};
