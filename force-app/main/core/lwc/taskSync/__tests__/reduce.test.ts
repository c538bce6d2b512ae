import type { Fields } from '../fields';
import type { Doubt } from '../doubt';
import { fingerprints } from '../fingerprint';
import type { SaveFailure } from '../gateway';
import type { Leg, Suspicion } from '../leg';
import { reduce } from '../reduce';
import { recordState } from '../refusals';
import { context, draftOf, key, keyField, leg, saved } from './legs';
import type { Effect, LegEvent } from '../effects';

const hour = 3_600_000;
const person = '003000000000001AAA';
const winner = '003000000000002AAA';
const matter = '500000000000001AAA';
const rule = 'FIELD_CUSTOM_VALIDATION_EXCEPTION';
/** Five writes, the last one a second ago. */
const busy = [50_000, 40_000, 30_000, 20_000, 1_000].map((ago) => context.now - ago);
const triesAt = (...ats: number[]) =>
  ats.map((at) => ({ state: `s${at}`, at: context.now + at - 7 }));
const stateOf = (fields: Fields): string => recordState(leg({ draft: draftOf(fields) }));
/** A Task whose Status was refused; the rest is saved. */
const closing = (facts: Partial<Leg> = {}): Leg =>
  saved(
    {},
    {
      draft: draftOf({ Status: 'Completed' }),
      refused: { Status: { value: 'Completed', code: rule, message: 'm' } },
      ...facts
    }
  );

const day = 24 * 3_600_000;

const draft = (fields: Fields): LegEvent => ({
  type: 'draft',
  draft: draftOf(fields),
  facts: {}
});
const fail = (failure: Partial<SaveFailure> & Pick<SaveFailure, 'type'>): LegEvent => ({
  type: 'wrote',
  n: 1,
  result: { ok: false, failure: { message: 'm', ...failure } }
});
const wrote: LegEvent = { type: 'wrote', n: 1, result: { ok: true, taskId: '00T1' } };
const found = (taskId?: string): LegEvent => ({
  type: 'found',
  n: 1,
  result: { ok: true, taskId }
});
const read = (fields: Fields, lastModified?: string): LegEvent => ({
  type: 'read',
  n: 1,
  result: { ok: true, fields, lastModified }
});
const cannot = (type: 'found' | 'read' | 'looked_up', failure: SaveFailure['type']): LegEvent => ({
  type,
  n: 1,
  result: { ok: false, failure: { type: failure, message: 'm' } }
});

const remember: Effect = { type: 'remember' };
/** A request that writes is followed by a note in the journal. */
const create = (n: number, fields: Fields): Effect[] => [
  { type: 'create', n, fields: { ...fields, [keyField]: key } },
  remember
];
const update = (n: number, fields: Fields, ifUnmodifiedSince?: string): Effect[] => [
  { type: 'update', n, taskId: '00T1', fields, ...(ifUnmodifiedSince && { ifUnmodifiedSince }) },
  remember
];
/** What needs somebody is tried again unasked. */
const tryLater: Effect = { type: 'wait', ms: 15 * 60_000 };
const find = (n: number): Effect => ({ type: 'find', n, key });

/** A create of {Subject: 'A', Call: 1} in flight. */
const creating = leg({
  draft: draftOf({ Subject: 'A', Call: 1 }),
  flights: 1,
  flight: { n: 1, type: 'create', at: context.now, fields: { Subject: 'A', Call: 1 } }
});
/** An update of Subject from A to B in flight. */
const updating = saved(
  { Subject: 'A', Call: 1 },
  {
    draft: draftOf({ Subject: 'B', Call: 1 }),
    flights: 1,
    flight: { n: 1, type: 'update', at: context.now, fields: { Subject: 'B' } }
  }
);
const finding = leg({
  stage: 'unsure',
  draft: draftOf({ Subject: 'B', Call: 1 }),
  flights: 1,
  flight: { n: 1, type: 'find', at: context.now, fields: {} }
});
const adopting = leg({
  stage: 'adopting',
  taskId: '00T1',
  draft: draftOf({ Subject: 'B', Call: 1, Description: null }),
  flights: 1,
  flight: {
    n: 1,
    type: 'read',
    at: context.now,
    fields: { Subject: 'B', Call: 1, Description: null }
  }
});
const merging = saved(
  { Subject: 'A', Call: 1 },
  {
    stage: 'merging',
    draft: draftOf({ Subject: 'B', Call: 2 }),
    late: true,
    lastModified: 't0',
    flights: 1,
    flight: { n: 1, type: 'read', at: context.now, fields: { Subject: 'B', Call: 2 } }
  }
);
const backingOff = saved(
  { Subject: 'A' },
  {
    draft: draftOf({ Subject: 'B' }),
    gate: 'backing_off',
    attempt: 1,
    retryAt: 2_000_000,
    lastModified: 't0',
    failure: { type: 'transient', message: 'm' }
  }
);
const needsYou = leg({
  draft: draftOf({ Subject: 'A' }),
  gate: 'needs_you',
  rejected: { Subject: 'A' },
  failure: { type: 'permanent', message: 'm' }
});

/** An update of Subject without an answer, and nothing heard since. */
const doubt = (value: string, more: Partial<Doubt> = {}): Partial<Leg> => ({
  doubts: { Subject: { values: [value], open: true, until: context.now + 60_000, ...more } }
});
/** Then `ours` was accepted or read. */
const stray = (value: string, ours: string, until: number): Partial<Leg> =>
  doubt(value, { values: [value, ours], open: false, until });

/** Long ago an update got no answer, and a later one did. */
const straying = saved(
  { Subject: 'B', Call: 1 },
  { stage: 'merging', flights: 1, ...stray('old', 'B', 0) }
);

/** Something of an update of Subject and WhoId is deleted, and the Task is read. */
const suspecting = saved(
  { Subject: 'A' },
  {
    draft: draftOf({ Subject: 'B', WhoId: person, WhatId: matter }),
    flights: 1,
    flight: { n: 1, type: 'confirm', at: context.now, fields: {} },
    suspicion: {
      failure: { type: 'reference', message: 'deleted' },
      task: true,
      open: { WhoId: person, WhatId: matter },
      missing: {},
      unclear: {},
      isNamed: false
    }
  }
);
const looking = (field: string, record: string, suspicion: Partial<Suspicion> = {}): Leg => ({
  ...suspecting,
  flight: { n: 1, type: 'record', at: context.now, fields: { [field]: record } },
  suspicion: { ...(suspecting.suspicion as Suspicion), task: false, ...suspicion }
});
const lookedUp = (state: 'there' | 'missing' | 'merged', into = ''): LegEvent => ({
  type: 'looked_up',
  n: 1,
  result: state === 'merged' ? { ok: true, state, into } : { ok: true, state }
});

type Case = [what: string, before: Leg, event: LegEvent, effects: Effect[], after?: Partial<Leg>];

const cases: Case[] = [
  // Writing
  [
    'the first draft creates at once, with the key and without empty values',
    leg(),
    draft({ Subject: 'A', Description: null, Type: '' }),
    [...create(1, { Subject: 'A' })]
  ],
  [
    'the key field in a draft is ours to set, never the draft’s',
    leg(),
    draft({ [keyField]: 'other', Subject: 'A' }),
    [...create(1, { Subject: 'A' })]
  ],
  [
    'what may be set on create only is never part of an update',
    saved({ Subject: 'A', TaskSubtype: 'Call' }),
    {
      type: 'draft',
      draft: draftOf({ Subject: 'B', TaskSubtype: 'Task' }, { createOnly: ['TaskSubtype'] }),
      facts: {}
    },
    [...update(1, { Subject: 'B' })]
  ],
  [
    'what may be set on update only is left out of the create',
    leg(),
    {
      type: 'draft',
      draft: draftOf({ Subject: 'A', X__c: 1 }, { updateOnly: ['X__c'] }),
      facts: {}
    },
    [...create(1, { Subject: 'A' })]
  ],
  [
    'and follows it',
    { ...creating, draft: draftOf({ Subject: 'A', Call: 1, X__c: 1 }, { updateOnly: ['X__c'] }) },
    wrote,
    [remember, ...update(2, { X__c: 1 })]
  ],
  ['a draft during a flight waits', creating, draft({ Subject: 'B', Call: 1 }), []],
  [
    'after the flight the newest difference goes',
    { ...creating, draft: draftOf({ Subject: 'C', Call: 1 }) },
    wrote,
    [remember, ...update(2, { Subject: 'C' })],
    { taskId: '00T1', savedAt: context.now }
  ],
  ['after the flight nothing goes when nothing differs', creating, wrote, [remember]],
  [
    'an update carries differences only',
    saved({ Subject: 'A', Call: 1 }),
    draft({ Subject: 'A', Call: 2 }),
    [...update(1, { Call: 2 })]
  ],
  ['the same draft again writes nothing', saved({ Subject: 'A' }), draft({ Subject: 'A' }), []],
  ['empty text equals null', saved({ Subject: null }), draft({ Subject: '' }), []],
  [
    'a field that leaves the draft is left alone',
    saved({ Subject: 'A', Call: 1 }),
    draft({ Subject: 'A' }),
    []
  ],
  [
    'a field that the agent edited in Salesforce is not written while our value stays',
    saved({ Subject: 'A', Call: 1 }),
    draft({ Subject: 'A', Call: 2 }),
    [...update(1, { Call: 2 })]
  ],
  [
    'a value known by fingerprint only is not written again',
    saved({}, { written: { Call: { print: 'other', of: fingerprints('0'.repeat(32)) } } }),
    draft({ Call: 2 }),
    [...update(1, { Call: 2 })]
  ],
  [
    'a late answer of an abandoned request is ignored',
    { ...creating, flights: 2, flight: { n: 2, type: 'find', at: context.now, fields: {} } },
    wrote,
    []
  ],
  [
    'the end of the leg starts its watch',
    saved({ Subject: 'A' }),
    { type: 'draft', draft: draftOf({ Subject: 'A' }), facts: { endedAt: 5 } },
    [remember],
    { endedAt: 5, watchUntil: 5 + context.watchMs }
  ],

  // Exactly once
  [
    'create of unknown outcome: look for the key',
    creating,
    fail({ type: 'unknown_outcome' }),
    [remember, find(2)],
    { stage: 'unsure' }
  ],
  [
    'create of unknown outcome again: not in a hurry',
    { ...creating, attempt: 1 },
    fail({ type: 'unknown_outcome' }),
    [remember, { type: 'wait', ms: 1_000 }],
    { stage: 'unsure', gate: 'backing_off' }
  ],
  ['not found: create', finding, found(), [...create(2, { Subject: 'B', Call: 1 })]],
  [
    'found: read what is in it, it may be older than this page',
    finding,
    found('00T1'),
    [remember, { type: 'read', n: 2, taskId: '00T1', fields: [keyField, 'Subject', 'Call'] }]
  ],
  [
    'looking is not allowed: create, the unique key protects',
    finding,
    cannot('found', 'permanent'),
    [...create(2, { Subject: 'B', Call: 1 })]
  ],
  [
    'looking failed: look again later',
    finding,
    cannot('found', 'unknown_outcome'),
    [{ type: 'wait', ms: 500 }, remember],
    { stage: 'unsure' }
  ],
  [
    'duplicate key: read the record it names',
    creating,
    fail({ type: 'duplicate', recordId: '00T1' }),
    [{ type: 'read', n: 2, taskId: '00T1', fields: [keyField, 'Subject', 'Call'] }]
  ],
  [
    'duplicate key without a record: look for it',
    creating,
    fail({ type: 'duplicate' }),
    [find(2)],
    { stage: 'unsure', keyTaken: 0 }
  ],
  [
    'the key is taken and finds nothing: look again after a pause',
    { ...finding, keyTaken: 0 },
    found(),
    [{ type: 'wait', ms: 15_000 }, remember],
    { stage: 'unsure', gate: 'backing_off', retryAt: context.now + 15_000 }
  ],
  [
    'the pause is over',
    { ...finding, flight: undefined, gate: 'backing_off', keyTaken: 1 },
    { type: 'timer' },
    [find(2)]
  ],
  [
    'the key is taken and finds nothing twice: somebody has to share that Task',
    { ...finding, keyTaken: 1, failure: { type: 'duplicate', message: 'taken' } },
    found(),
    [remember, tryLater],
    {
      gate: 'needs_you',
      stage: 'new',
      rejected: { Subject: 'B', Call: 1 },
      failure: { type: 'duplicate', detail: 'exists_not_visible', message: 'taken' }
    }
  ],
  [
    'the key is taken and looking is not allowed: likewise',
    { ...finding, keyTaken: 1 },
    cannot('found', 'permanent'),
    [remember, tryLater],
    { gate: 'needs_you' }
  ],
  [
    'the key is taken and finds it at the second look',
    { ...finding, keyTaken: 1 },
    found('00T1'),
    [remember, { type: 'read', n: 2, taskId: '00T1', fields: [keyField, 'Subject', 'Call'] }]
  ],
  [
    'duplicate of another unique field: leave that field out',
    creating,
    fail({
      type: 'duplicate',
      recordId: '00T9',
      fields: [{ field: 'Call', code: 'DUPLICATE_VALUE', message: 'm' }]
    }),
    [remember, ...create(2, { Subject: 'A' })]
  ],
  [
    'adopted: write the difference, empty our comments never',
    adopting,
    read({ [keyField]: key, Subject: 'A', Call: 1, Description: 'typed in Salesforce' }),
    [remember, ...update(2, { Subject: 'B' })]
  ],
  [
    'the duplicate is somebody else’s record: never touch it',
    adopting,
    read({ [keyField]: 'c-9:p-9', Subject: 'A', Call: 1, Description: null }),
    [remember, tryLater],
    { gate: 'needs_you', taskId: undefined, stage: 'new' }
  ],
  [
    'the duplicate can’t be read: it may be anybody’s, look for it again after a pause',
    adopting,
    cannot('read', 'permanent'),
    [{ type: 'wait', ms: 15_000 }, remember],
    { stage: 'unsure', gate: 'backing_off', taskId: undefined, keyTaken: 1 }
  ],
  [
    'the duplicate still can’t be read: somebody has to share it',
    { ...adopting, keyTaken: 1 },
    cannot('read', 'permanent'),
    [remember, tryLater],
    {
      gate: 'needs_you',
      taskId: undefined,
      failure: { type: 'duplicate', detail: 'exists_not_visible', message: 'm' }
    }
  ],
  [
    'a Task of ours that can’t be read is written whole',
    merging,
    cannot('read', 'permanent'),
    [remember, ...update(2, { Subject: 'B', Call: 2 }, 't0')]
  ],
  [
    'the duplicate is gone: create later',
    adopting,
    cannot('read', 'gone'),
    [{ type: 'wait', ms: 500 }, remember],
    { stage: 'new', taskId: undefined }
  ],

  // Degrade by field
  [
    'refused field: save the rest at once',
    creating,
    fail({ type: 'field', fields: [{ field: 'Call', code: 'STRING_TOO_LONG', message: 'm' }] }),
    [remember, ...create(2, { Subject: 'A' })]
  ],
  [
    'refused field of an update, nothing else to write',
    updating,
    fail({ type: 'field', fields: [{ field: 'Subject', code: 'X', message: 'm' }] }),
    [remember, tryLater],
    { gate: 'open', failure: undefined }
  ],
  [
    'a value that is refused for itself stays out',
    saved(
      { Call: 1 },
      { refused: { Subject: { value: 'B', code: 'STRING_TOO_LONG', message: 'm' } } }
    ),
    draft({ Subject: 'B', Call: 2 }),
    [...update(1, { Call: 2 })]
  ],
  [
    'a new value for a refused field is tried',
    saved({}, { refused: { Subject: { value: 'B', code: 'X', message: 'm' } } }),
    draft({ Subject: 'C' }),
    [...update(1, { Subject: 'C' })]
  ],
  [
    'retry tries refused fields again',
    saved(
      {},
      {
        draft: draftOf({ Subject: 'B' }),
        refused: { Subject: { value: 'B', code: 'X', message: 'm' } }
      }
    ),
    { type: 'retry' },
    [...update(1, { Subject: 'B' })]
  ],
  [
    'so does a new shape',
    saved(
      {},
      {
        draft: draftOf({ Subject: 'B' }),
        refused: { Subject: { value: 'B', code: 'X', message: 'm' } }
      }
    ),
    { type: 'reshape' },
    [...update(1, { Subject: 'B' })]
  ],
  [
    'but a new shape does not shorten a wait',
    saved(
      {},
      {
        draft: draftOf({ Subject: 'B' }),
        gate: 'backing_off',
        refused: { Subject: { value: 'B', code: 'X', message: 'm' } }
      }
    ),
    { type: 'reshape' },
    [],
    { refused: {} }
  ],
  [
    'a refusal that names nothing we sent is about the whole Task',
    creating,
    fail({
      type: 'field',
      fields: [{ field: 'Site__c', code: 'REQUIRED_FIELD_MISSING', message: 'm' }]
    }),
    [remember, tryLater],
    { gate: 'needs_you' }
  ],
  [
    'the key field refused: no Task without it',
    creating,
    fail({ type: 'field', fields: [{ field: keyField, code: 'X', message: 'm' }] }),
    [remember, tryLater],
    { gate: 'needs_you' }
  ],

  // A record that can't be used
  [
    'the field is named: ask what became of its record, the Task is not in doubt',
    {
      ...updating,
      flight: { n: 1, type: 'update', at: context.now, fields: { Subject: 'B', WhoId: person } }
    },
    fail({
      type: 'reference',
      fields: [{ field: 'WhoId', code: 'ENTITY_IS_DELETED', message: 'm', isReference: true }]
    }),
    [{ type: 'look_up', n: 2, recordId: person }]
  ],
  [
    'a create that names no field: ask about each record it carries',
    {
      ...creating,
      draft: draftOf({ Subject: 'A', WhatId: matter }),
      flight: { n: 1, type: 'create', at: context.now, fields: { Subject: 'A', WhatId: matter } }
    },
    fail({ type: 'reference' }),
    [{ type: 'look_up', n: 2, recordId: matter }]
  ],
  [
    'a create that carries no record at all: somebody has to look',
    creating,
    fail({ type: 'reference' }),
    [remember, tryLater],
    { gate: 'needs_you' }
  ],
  [
    'the Task is there: it is one of the records',
    suspecting,
    read({}),
    [{ type: 'look_up', n: 2, recordId: person }]
  ],
  [
    'the Task can’t be read: it may be there all the same',
    suspecting,
    cannot('read', 'permanent'),
    [{ type: 'look_up', n: 2, recordId: person }],
    { stage: 'known' }
  ],
  [
    'one record is missing, the next is looked at too',
    looking('WhoId', person),
    lookedUp('missing'),
    [{ type: 'look_up', n: 2, recordId: matter }]
  ],
  [
    'the missing one stays out, the rest is saved',
    looking('WhatId', matter, { open: { WhatId: matter }, missing: { WhoId: person } }),
    lookedUp('there'),
    [remember, ...update(2, { Subject: 'B', WhatId: matter })],
    { refused: { WhoId: { value: person, code: '', message: 'deleted', isReference: true } } }
  ],
  [
    'nothing is known against any of them: all stay out, the rest is saved',
    looking('WhatId', matter, { open: { WhatId: matter }, unclear: { WhoId: person } }),
    lookedUp('there'),
    [remember, ...update(2, { Subject: 'B' })]
  ],
  [
    'a named one stays out even if it is there',
    looking('WhoId', person, { open: { WhoId: person }, isNamed: true }),
    lookedUp('there'),
    [remember, ...update(2, { Subject: 'B', WhatId: matter })]
  ],
  [
    'a merged one: its winner is taken',
    looking('WhoId', person, { open: { WhoId: person }, isNamed: true }),
    lookedUp('merged', winner),
    [...update(2, { Subject: 'B', WhoId: winner, WhatId: matter })],
    { merges: { [person]: winner } }
  ],
  [
    'merges in a circle: left out',
    {
      ...looking('WhoId', winner, { open: { WhoId: winner }, isNamed: true }),
      draft: draftOf({ Subject: 'B', WhoId: winner }),
      merges: { [person]: winner }
    },
    lookedUp('merged', person),
    [remember, ...update(2, { Subject: 'B' })]
  ],
  [
    'nobody knows what became of it, and it was named: left out',
    looking('WhoId', person, { open: { WhoId: person }, isNamed: true }),
    cannot('looked_up', 'permanent'),
    [remember, ...update(2, { Subject: 'B', WhatId: matter })]
  ],
  [
    'the question gets no answer: it is asked again later',
    looking('WhoId', person),
    cannot('looked_up', 'transient'),
    [{ type: 'wait', ms: 500 }, remember],
    { gate: 'backing_off', suspicion: looking('WhoId', person).suspicion }
  ],
  [
    'a draft that still names the loser writes nothing once the winner is set',
    saved({ WhoId: winner }, { merges: { [person]: winner }, given: draftOf({ WhoId: person }) }),
    draft({ WhoId: person }),
    []
  ],
  [
    'another choice of the agent is tried',
    saved({}, { refused: { WhoId: { value: person, code: '', message: 'm', isReference: true } } }),
    draft({ WhoId: matter }),
    [...update(1, { WhoId: matter })]
  ],

  // A refusal depends on the whole record
  [
    'Completed needs a result: tried once more when the result comes',
    closing(),
    draft({ Status: 'Completed', CallDisposition: 'Sold' }),
    [...update(1, { Status: 'Completed', CallDisposition: 'Sold' })]
  ],
  [
    'the result needs Related To: tried once more when the agent chooses',
    saved(
      { Subject: 'A' },
      {
        draft: draftOf({ Subject: 'A', CallDisposition: 'Sold' }),
        refused: { CallDisposition: { value: 'Sold', code: rule, message: 'm' } }
      }
    ),
    draft({ Subject: 'A', CallDisposition: 'Sold', WhatId: matter }),
    [...update(1, { CallDisposition: 'Sold', WhatId: matter })]
  ],
  [
    'an edit that is seen while reading: tried once more',
    closing({
      stage: 'merging',
      draft: draftOf({ Status: 'Completed', Subject: 'B' }),
      flights: 1,
      flight: { n: 1, type: 'read', at: context.now, fields: { Subject: 'B' } }
    }),
    read({ Subject: 'edited' }, 't1'),
    [remember, ...update(2, { Status: 'Completed' })]
  ],
  [
    'not again while the record stands as it did',
    closing({
      tries: { Status: [{ state: stateOf({ Status: 'Completed', Subject: 'B' }), at: 1 }] }
    }),
    draft({ Status: 'Completed', Subject: 'B' }),
    [...update(1, { Subject: 'B' })]
  ],
  [
    'not more often than six times an hour',
    closing({ tries: { Status: triesAt(1, 2, 3, 4, 5, 6) } }),
    draft({ Status: 'Completed', Subject: 'B' }),
    [...update(1, { Subject: 'B' })]
  ],
  [
    'after that hour again',
    closing({ tries: { Status: triesAt(-hour, -hour, 3, 4, 5, 6) } }),
    draft({ Status: 'Completed', Subject: 'B' }),
    [...update(1, { Status: 'Completed', Subject: 'B' })]
  ],
  [
    'refused again: the rest is saved without it, and how the record stood is kept',
    closing({
      draft: draftOf({ Status: 'Completed', Subject: 'B' }),
      refused: { Status: { value: 'Completed', code: rule, message: 'm', isOpen: true } },
      flights: 1,
      flight: {
        n: 1,
        type: 'update',
        at: context.now,
        fields: { Status: 'Completed', Subject: 'B' },
        state: 's'
      }
    }),
    fail({ type: 'field', fields: [{ field: 'Status', code: rule, message: 'm' }] }),
    [remember, ...update(2, { Subject: 'B' })],
    { tries: { Status: [{ state: 's', at: context.now }] } }
  ],
  [
    'refused as a whole with it: the rest is saved without it, too',
    closing({
      draft: draftOf({ Status: 'Completed', Subject: 'B' }),
      refused: { Status: { value: 'Completed', code: rule, message: 'm', isOpen: true } },
      flights: 1,
      flight: {
        n: 1,
        type: 'update',
        at: context.now,
        fields: { Status: 'Completed', Subject: 'B' }
      }
    }),
    fail({ type: 'permanent' }),
    [remember, ...update(2, { Subject: 'B' })],
    { gate: 'open' }
  ],
  [
    'a default field that stays refused is tried again quietly',
    closing({ quietAt: context.now, lastModified: 't0' }),
    { type: 'timer' },
    [...update(1, { Status: 'Completed' }, 't0')],
    { isQuiet: true, quietTries: 1, quietAt: undefined }
  ],
  [
    'and less often each time',
    closing({
      draft: draftOf({ Status: 'Completed' }),
      refused: { Status: { value: 'Completed', code: rule, message: 'm', isOpen: true } },
      quietTries: 1,
      isQuiet: true,
      flights: 1,
      flight: { n: 1, type: 'update', at: context.now, fields: { Status: 'Completed' } }
    }),
    fail({ type: 'field', fields: [{ field: 'Status', code: rule, message: 'm' }] }),
    [remember, { type: 'wait', ms: 60 * 60_000 }],
    { isQuiet: undefined, quietAt: context.now + 60 * 60_000 }
  ],
  [
    'three such tries are enough',
    closing({ quietTries: 3, draft: draftOf({ Status: 'Completed' }) }),
    { type: 'timer' },
    []
  ],

  // Not too fast
  [
    'five writes within a minute: the next one waits, and nothing is lost by it',
    saved({ Call: 1 }, { writes: busy }),
    draft({ Call: 2 }),
    [{ type: 'wait', ms: 4_000 }],
    { isPausing: true }
  ],
  [
    'the pause is over: the newest values leave',
    saved(
      { Call: 1 },
      { writes: busy.map((at) => at - 4_000), draft: draftOf({ Call: 3 }), isPausing: true }
    ),
    { type: 'timer' },
    [...update(1, { Call: 3 })],
    { isPausing: undefined }
  ],

  // Refused as a whole
  [
    'permanent: ask',
    updating,
    fail({ type: 'permanent' }),
    [remember, tryLater],
    { gate: 'needs_you', retryAt: context.now + 15 * 60_000 }
  ],
  [
    'the same draft is not sent again',
    needsYou,
    draft({ Subject: 'A' }),
    [],
    { gate: 'needs_you' }
  ],
  ['another draft is', needsYou, draft({ Subject: 'B' }), [...create(1, { Subject: 'B' })]],
  ['retry is', needsYou, { type: 'retry' }, [...create(1, { Subject: 'A' })]],
  ['a new shape is', needsYou, { type: 'reshape' }, [...create(1, { Subject: 'A' })]],
  [
    'so is time, quietly: an admin may have mended it',
    needsYou,
    { type: 'timer' },
    [...create(1, { Subject: 'A' })],
    { isQuiet: true, quietTries: 1 }
  ],

  // Gone
  [
    'a write says that something is deleted: read the Task before believing it',
    updating,
    fail({ type: 'reference' }),
    [{ type: 'read', n: 2, taskId: '00T1', fields: [] }],
    { stage: 'known' }
  ],
  [
    'the Task is not there: give up',
    suspecting,
    cannot('read', 'gone'),
    [remember],
    { stage: 'gone', suspicion: undefined }
  ],
  [
    'deleted: a new draft writes nothing',
    saved({}, { stage: 'gone' }),
    draft({ Subject: 'Z' }),
    []
  ],
  ['deleted: retry writes nothing', saved({}, { stage: 'gone' }), { type: 'retry' }, []],

  // Waiting
  [
    'transient: later',
    updating,
    fail({ type: 'transient' }),
    [{ type: 'wait', ms: 500 }, remember],
    { gate: 'backing_off', retryAt: context.now + 500 }
  ],
  [
    'transient again: later each time',
    { ...updating, attempt: 3 },
    fail({ type: 'transient' }),
    [{ type: 'wait', ms: 4_000 }]
  ],
  [
    'throttled: not before the server allows',
    updating,
    fail({ type: 'throttled', retryAfterMs: 30_000 }),
    [{ type: 'wait', ms: 30_000 }, remember]
  ],
  ['a draft does not shorten the wait', backingOff, draft({ Subject: 'C' }), []],
  [
    'a late write asks whether somebody changed the record meanwhile',
    backingOff,
    { type: 'timer' },
    [...update(1, { Subject: 'B' }, 't0')]
  ],
  [
    'the network is back',
    backingOff,
    { type: 'resume', reason: 'online' },
    [...update(1, { Subject: 'B' }, 't0')]
  ],
  [
    'the network is back, but the server named a time',
    { ...backingOff, failure: { type: 'throttled', message: 'm' } },
    { type: 'resume', reason: 'online' },
    []
  ],
  [
    'signed out: wait until told, and look by ourselves',
    updating,
    fail({ type: 'signed_out' }),
    [remember, { type: 'wait', ms: 11_250 }],
    { gate: 'signed_out', retryAt: context.now + 11_250 }
  ],
  [
    'signed out for long: look less often, and never less than every five minutes',
    { ...updating, attempt: 9 },
    fail({ type: 'signed_out' }),
    [remember, { type: 'wait', ms: 225_000 }],
    { gate: 'signed_out' }
  ],
  [
    'signed out: the time has come',
    { ...backingOff, gate: 'signed_out' },
    { type: 'timer' },
    [...update(1, { Subject: 'B' }, 't0')]
  ],
  [
    'signed out, but the agent signed in while the request was on its way',
    {
      ...updating,
      flight: { n: 1, type: 'update', at: context.now, fields: { Subject: 'B' }, outdated: true }
    },
    fail({ type: 'signed_out' }),
    [...update(2, { Subject: 'B' })],
    { gate: 'open' }
  ],
  [
    'signed in while a request is on its way',
    updating,
    { type: 'resume', reason: 'signed_in' },
    [],
    { flight: { n: 1, type: 'update', at: context.now, fields: { Subject: 'B' }, outdated: true } }
  ],
  [
    'signed in again',
    { ...backingOff, gate: 'signed_out' },
    { type: 'resume', reason: 'signed_in' },
    [...update(1, { Subject: 'B' }, 't0')]
  ],

  [
    'unknown outcome of an update: what may have been written is written over',
    saved({ Subject: 'A' }, { ...doubt('B'), gate: 'backing_off' }),
    { type: 'timer' },
    [...update(1, { Subject: 'A' })]
  ],

  // Collision
  [
    'collision: read what differs',
    updating,
    fail({ type: 'collision' }),
    [{ type: 'read', n: 2, taskId: '00T1', fields: ['Subject'] }]
  ],
  [
    'merge by field: theirs stays where they edited, ours goes where they did not',
    merging,
    read({ Subject: 'edited', Call: 1 }, 't1'),
    [remember, ...update(2, { Call: 2 })]
  ],
  [
    'merge: what we lost sight of is ours, not an edit',
    { ...merging, ...doubt('lost') },
    read({ Subject: 'lost', Call: 2 }, 't1'),
    [remember, ...update(2, { Subject: 'B' })]
  ],
  [
    'merge: a lost update landed and ours went back to what it was before',
    {
      ...merging,
      draft: draftOf({ Subject: 'A', Call: 1 }),
      ...doubt('B'),
      flight: { n: 1, type: 'read', at: context.now, fields: { Subject: 'A' } }
    },
    read({ Subject: 'B', Call: 1 }),
    [remember, ...update(2, { Subject: 'A' })]
  ],
  [
    'merge: ours changed after the edit',
    { ...merging, changedAt: { Subject: Date.parse('2026-01-01T10:00:01Z') } },
    read({ Subject: 'edited', Call: 2 }, '2026-01-01T10:00:00.000Z'),
    [remember, ...update(2, { Subject: 'B' })]
  ],
  [
    'merge: the edit came after ours changed',
    { ...merging, changedAt: { Subject: Date.parse('2026-01-01T10:00:00Z') } },
    read({ Subject: 'edited', Call: 2 }, '2026-01-01T10:00:01.000Z'),
    [remember]
  ],
  [
    'merge: the edit came in the same second, of which Salesforce keeps the beginning only',
    { ...merging, changedAt: { Subject: Date.parse('2026-01-01T10:00:00.600Z') } },
    read({ Subject: 'edited', Call: 2 }, '2026-01-01T10:00:00.000Z'),
    [remember]
  ],
  ['merge: it is as we want it already', merging, read({ Subject: 'B', Call: 2 }), [remember]],
  ['merge: deleted meanwhile', merging, cannot('read', 'gone'), [remember], { stage: 'gone' }],

  // An update without an answer may be carried out after the next one
  [
    'stray: the next update has landed, the lost one may still come: look again later',
    { ...updating, ...doubt('old') },
    wrote,
    [remember, { type: 'wait', ms: 60_000 }],
    stray('old', 'B', context.now + 60_000)
  ],
  [
    'stray: its time has come',
    saved({ Subject: 'B', Call: 1 }, stray('old', 'B', context.now)),
    { type: 'timer' },
    [{ type: 'read', n: 1, taskId: '00T1', fields: ['Subject'] }],
    { stage: 'merging' }
  ],
  [
    'stray: it has landed over ours',
    { ...straying, flight: { n: 1, type: 'read', at: context.now, fields: { Subject: 'B' } } },
    read({ Subject: 'old' }, '2026-01-01T10:00:00.000Z'),
    [remember, ...update(2, { Subject: 'B' })],
    { doubts: {} }
  ],
  [
    'stray: it never came',
    { ...straying, flight: { n: 1, type: 'read', at: context.now, fields: { Subject: 'B' } } },
    read({ Subject: 'B' }),
    [remember],
    { doubts: {}, stage: 'known' }
  ],
  [
    'stray: an agent’s edit that came after ours stays',
    { ...straying, flight: { n: 1, type: 'read', at: context.now, fields: { Subject: 'B' } } },
    read({ Subject: 'edited' }, '2026-01-01T10:00:00.000Z'),
    [remember],
    { doubts: {} }
  ],
  [
    'stray: nobody may read the Task: it is written once more',
    { ...straying, flight: { n: 1, type: 'read', at: context.now, fields: { Subject: 'B' } } },
    cannot('read', 'permanent'),
    [remember, ...update(2, { Subject: 'B' })],
    doubt('old', { values: ['old', 'B'], unseen: true, until: 0 })
  ],
  [
    'stray: it may land where ours is refused',
    saved(
      { Subject: 'B', Call: 1 },
      {
        draft: draftOf({ Subject: 'refused', Call: 1 }),
        refused: { Subject: { value: 'refused', code: 'c', message: 'm' } },
        ...stray('old', 'B', context.now)
      }
    ),
    { type: 'timer' },
    [{ type: 'read', n: 1, taskId: '00T1', fields: ['Subject'] }]
  ],
  [
    'merge: ours went back to what was written while the Task was read: the edit stays',
    {
      ...merging,
      draft: draftOf({ Subject: 'A', Call: 2 }),
      changedAt: { Subject: context.now }
    },
    read({ Subject: 'edited', Call: 2 }, '1970-01-01T00:00:01.000Z'),
    [remember],
    { written: { Subject: 'A', Call: 2 } }
  ],
  [
    'merge: ours became what is there while the Task was read',
    { ...merging, draft: draftOf({ Subject: 'C', Call: 2 }) },
    read({ Subject: 'C', Call: 2 }, 't1'),
    [remember]
  ],
  [
    'stray: one has landed, the same that was sent again may still come',
    { ...merging, ...doubt('lost') },
    read({ Subject: 'lost', Call: 2 }, 't1'),
    [remember, ...update(2, { Subject: 'B' })],
    doubt('lost', { open: false, until: context.now + 60_000 })
  ]
];

it('six creates at most: a leg waits for its turn', () => {
  const full = { ...context, mayCreate: false };
  const { leg: waiting, effects } = reduce(leg(), draft({ Subject: 'A' }), full);
  expect([effects, waiting.isQueued]).toEqual([[], true]);
  const turn = reduce(waiting, { type: 'turn' }, context);
  expect([turn.effects, turn.leg.isQueued]).toEqual([create(1, { Subject: 'A' }), undefined]);
  const update_ = reduce(saved({ Subject: 'A' }), draft({ Subject: 'B' }), full);
  expect(update_.effects).toEqual(update(1, { Subject: 'B' }));
});

describe('one event for one leg', () => {
  it.each(cases)('%s', (_, before, event, effects, after = {}) => {
    const frozen = JSON.stringify(before);
    const step = reduce(before, event, context);
    expect(step.effects).toEqual(effects);
    expect(step.leg).toMatchObject(after);
    expect(JSON.stringify(before)).toBe(frozen);
  });

  it.each<[what: string, endedAt: number, live: Partial<Leg>, watchFrom: number]>([
    ['right', context.now - 5_000, { heardAt: context.now - 60_000 }, context.now - 5_000],
    ['a day fast', context.now - day, { heardAt: context.now - 60_000 }, context.now - 60_000],
    ['a day slow', context.now + day, { heardAt: context.now - 60_000 }, context.now],
    ['a day fast, and nobody saw it live', context.now - day, {}, context.now - day]
  ])('the browser’s clock is %s: the watch begins at the end', (_, endedAt, live, from) => {
    const before = live.heardAt ? saved({ Subject: 'A' }, live) : leg();
    const facts = { endedAt };
    const { leg: after } = reduce(
      before,
      { type: 'draft', draft: draftOf({ Subject: 'B' }), facts },
      context
    );
    expect([after.endedAt, after.watchUntil]).toEqual([endedAt, from + context.watchMs]);
  });

  it.each<[what: string, value: string | null, times: Leg['changedAt']]>([
    ['the same as before it', 'A', {}],
    ['another one: newer than any edit so far', 'B', { Subject: context.now }],
    ['gone: newer than any edit so far', null, { Subject: context.now }]
  ])('the first value after a reload is %s', (_what, value, times) => {
    const before = saved({ Subject: 'A' }, { draft: undefined });
    expect(reduce(before, draft({ Subject: value }), context).leg.changedAt).toEqual(times);
  });

  it.each<[what: string, heardAgo: number, endedAt: number | undefined, isSame: boolean]>([
    ['changes nothing', 59_999, undefined, true],
    ['is noted once a minute', 60_000, undefined, false],
    ['is noted after the clock was set back', -60_000, undefined, false],
    ['and the end it is known to have', 1, 5, true],
    ['but with an end of its own', 1, 6, false]
  ])('the same draft again %s', (_what, heardAgo, endedAt, isSame) => {
    const before = saved({ Subject: 'A' }, { endedAt: 5, heardAt: context.now - heardAgo });
    const facts = endedAt === undefined ? {} : { endedAt };
    const event: LegEvent = { type: 'draft', draft: before.draft!, facts };
    const { leg: after, effects } = reduce(before, event, context);
    expect(after === before).toBe(isSame);
    expect(effects).toEqual(endedAt === 6 ? [remember] : []);
  });

  it('typed notes are kept in a merge, whoever edited the comments', () => {
    const noted = saved(
      { Description: 'old' },
      {
        stage: 'merging',
        draft: draftOf({ Description: 'typed' }),
        flights: 1,
        flight: { n: 1, type: 'read', at: context.now, fields: { Description: 'typed' } }
      }
    );
    expect(reduce(noted, read({ Description: 'edited' }), context).effects).toEqual([
      remember,
      ...update(2, { Description: 'typed' })
    ]);
  });
});
