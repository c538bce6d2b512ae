/** @jest-environment node */
// How real orgs were recorded to answer, one line for each answer.
import { idOf, localOrg } from './localOrg';
import type { LocalOrg } from './localOrg';

let local: LocalOrg;
beforeAll(async () => {
  local = await localOrg();
});
beforeEach(() => {
  local.restart();
});

const control = async (path: string, body: object) => {
  const answer = await local.call('POST', `/workbench/salesforce/${path}`, { body });
  expect(answer).toMatchObject({ status: 200 });
};
const create = (fields: object, user = 'agent', apiName = 'Task') =>
  local.call('POST', '/ui-api/records', { user, body: { apiName, fields } });
const update = (id: string, fields: object, user = 'agent') =>
  local.call('PATCH', `/ui-api/records/${id}`, { user, body: { fields } });
const read = (id: string, user = 'agent', object = 'Task') =>
  local.call('GET', `/ui-api/records/${id}?fields=${object}.Id`, { user });
const errorsOf = (body: unknown) =>
  (body as { output: { errors: { errorCode: string; message: string }[] } }).output.errors;

describe('a collision', () => {
  test('names the other editor, with its code in the list alone', async () => {
    const id = await local.task({ Subject: 'x' });
    local.pass(60);
    expect((await update(id, { Subject: 'theirs' }, 'agent2')).status).toBe(200);
    const { status, body } = await local.call('PATCH', `/ui-api/records/${id}`, {
      headers: { 'if-unmodified-since': 'Thu, 15 Jan 2026 15:00:00 GMT' },
      body: { fields: { Subject: 'mine' } }
    });
    expect(status).toBe(400);
    expect(body).not.toHaveProperty('errorCode');
    expect(body).not.toHaveProperty('message');
    expect(errorsOf(body)).toMatchObject([
      {
        errorCode: 'CollisionDetectedException',
        message: expect.stringMatching(
          /^This record was modified by Ben Okafor during your edit session\./
        )
      }
    ]);
  });
});

describe('a deleted record', () => {
  const gone = { status: 400, body: { output: { errors: [{ errorCode: 'ENTITY_IS_DELETED' }] } } };
  test.each<[what: string, act: (id: string) => Promise<unknown>, answer: object]>([
    ['read', (id) => read(id), { status: 404, body: [{ errorCode: 'NOT_FOUND' }] }],
    ['updated', (id) => update(id, { Subject: 'y' }), gone],
    ['updated with nothing', (id) => update(id, {}), gone],
    ['deleted again', (id) => local.call('DELETE', `/ui-api/records/${id}`), gone]
  ])('%s', async (_what, act, answer) => {
    const id = await local.task({ Subject: 'x' });
    await local.call('DELETE', `/ui-api/records/${id}`);
    expect(await act(id)).toMatchObject(answer);
  });

  test.each<[placement: 'errors' | 'fieldErrors', where: object]>([
    ['errors', { errors: [{ errorCode: 'ENTITY_IS_DELETED', field: null }], fieldErrors: {} }],
    ['fieldErrors', { fieldErrors: { WhoId: [{ errorCode: 'ENTITY_IS_DELETED' }] } }]
  ])('in Name, told in %s, leaves the Task alone', async (deletedReference, where) => {
    await control('settings', { deletedReference });
    await control('delete', { record: 'Contact Blanche Stokes' });
    const id = await local.task({ Subject: 'x' });
    const WhoId = [...local.org.records.values()].find(
      (one) => one.values['Name'] === 'Blanche Stokes'
    )?.id;
    expect(await update(id, { WhoId })).toMatchObject({ status: 400, body: { output: where } });
    expect((await read(id)).status).toBe(200);
  });
});

describe('sharing', () => {
  const lost = { status: 403, body: [{ errorCode: 'INSUFFICIENT_ACCESS' }] };
  const refused = {
    status: 400,
    body: { output: { errors: [{ errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY' }] } }
  };
  const fine = { status: 200 };

  test.each<[sharing: string, fields: () => object, owner: string, reads: object, writes: object]>([
    ['public', () => ({}), 'agent2', fine, fine],
    ['private', () => ({}), 'agent', fine, fine],
    ['private', () => ({}), 'agent2', lost, refused],
    ['private', () => ({}), 'Night Team', lost, refused],
    ['private', () => ({ WhoId: contact() }), 'agent2', lost, refused],
    ['controlled_by_parent', () => ({}), 'agent2', lost, refused],
    ['controlled_by_parent', () => ({ WhoId: contact() }), 'agent2', fine, fine]
  ])('%s Tasks, %p, owned by %s', async (sharing, fields, owner, reads, writes) => {
    await control('sharing', { object: 'Task', sharing });
    const id = await local.task({ Subject: 'x', ...fields() });
    await control('owner', { record: id, owner });
    expect(await read(id)).toMatchObject(reads);
    expect(await update(id, { Subject: 'y' })).toMatchObject(writes);
    const found = await local.graphql('{ uiapi { query { Task { totalCount } } } }');
    expect(found.data).toEqual({
      uiapi: { query: { Task: { totalCount: reads === fine ? 1 : 0 } } }
    });
    expect(await read(id, 'admin')).toMatchObject(fine);
  });
  const contact = () => idOf(local.org, 'Contact', 'Name', 'Blanche Stokes');

  test('a queue’s members see what it owns, others don’t', async () => {
    await control('sharing', { object: 'Task', sharing: 'private' });
    const id = await local.task({ Subject: 'x' });
    await control('owner', { owner: 'Callback Team' });
    expect(await read(id, 'agent2')).toMatchObject(fine);
    expect(await read(id, 'agent')).toMatchObject(lost);
  });

  test('a lost Task may look as if it had never been', async () => {
    await control('settings', { lostRecord: 'not_found' });
    await control('sharing', { object: 'Task', sharing: 'private' });
    const id = await local.task({ Subject: 'x' });
    await control('owner', { record: id, owner: 'agent2' });
    const nothing = { status: 404, body: [{ errorCode: 'NOT_FOUND' }] };
    expect(await read(id)).toMatchObject(nothing);
    expect(await update(id, { Subject: 'y' })).toMatchObject(nothing);
  });

  test('transcripts are private, as their metadata says', async () => {
    const made = await create({ Transcript_Key__c: 'k' }, 'agent', 'Interaction_Transcript__c');
    const { id } = made.body as { id: string };
    expect(await read(id, 'agent', 'Interaction_Transcript__c')).toMatchObject(fine);
    expect(await read(id, 'agent2', 'Interaction_Transcript__c')).toMatchObject(lost);
  });

  test('a flow gives every new Task away: owner, creator and last editor stand apart', async () => {
    await control('new-task-owner', { owner: 'agent2' });
    const id = await local.task({ Subject: 'x' });
    const [ana, ben] = ['agent', 'agent2'].map((name) => local.org.users.get(name)?.recordId);
    expect(local.org.records.get(id)?.values).toMatchObject({
      OwnerId: ben,
      CreatedById: ana,
      LastModifiedById: ana
    });
    await control('owner', { record: id, owner: 'Callback Team' });
    expect(local.org.records.get(id)?.values).toMatchObject({
      OwnerId: local.org.ownerId('Callback Team'),
      CreatedById: ana,
      LastModifiedById: local.org.users.get('admin')?.recordId
    });
  });

  test('a record that is not shared can’t be referred to', async () => {
    await control('sharing', { object: 'Contact', sharing: 'private' });
    expect(await create({ WhoId: contact() })).toMatchObject({
      status: 400,
      body: {
        output: {
          fieldErrors: { WhoId: [{ errorCode: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY' }] }
        }
      }
    });
  });
});

describe('a duplicate', () => {
  const unknown = 'duplicate value found: <unknown> duplicates value on record with id: <unknown>';
  test.each<[what: string, prepare: (id: string) => Promise<void>, told: boolean]>([
    ['that can be seen', async () => {}, true],
    ['with settings that never tell', () => control('settings', { duplicateId: 'unknown' }), false],
    [
      'of a record of somebody else',
      () => control('sharing', { object: 'Task', sharing: 'private' }),
      false
    ],
    [
      'of a record that was given away',
      async (id) => {
        await control('sharing', { object: 'Task', sharing: 'controlled_by_parent' });
        await control('owner', { record: id, owner: 'Night Team' });
      },
      false
    ]
  ])('%s', async (_what, prepare, told) => {
    const id = await local.task({ Interaction_Key__c: 'c:p' }, 'agent2');
    await prepare(id);
    const { body } = await create({ Interaction_Key__c: 'c:p' });
    expect(errorsOf(body)).toMatchObject([
      {
        errorCode: 'DUPLICATE_VALUE',
        message: told
          ? `duplicate value found: Interaction_Key__c duplicates value on record with id: ${id.slice(0, 15)}`
          : unknown
      }
    ]);
  });
});

describe('a merge', () => {
  const merge = async () => {
    const [winner, loser] = ['Maja Lindqvist', 'Elis Lindqvist'].map((name) =>
      idOf(local.org, 'Contact', 'Name', name)
    ) as [string, string];
    const task = await local.task({ WhoId: loser });
    await control('merge', { winner, loser });
    return { winner, loser, task };
  };

  test('moves activities to the winner, and the loser is gone', async () => {
    const { winner, loser, task } = await merge();
    expect(local.org.records.get(task)?.values['WhoId']).toBe(winner);
    expect(await read(loser, 'agent', 'Contact')).toMatchObject({ status: 404 });
    expect(await update(task, { WhoId: loser })).toMatchObject({
      status: 400,
      body: { output: { errors: [{ errorCode: 'ENTITY_IS_DELETED' }] } }
    });
  });

  test('the loser may tell its winner', async () => {
    await control('settings', { mergedRecord: 'readable' });
    const { winner, loser } = await merge();
    const { body } = await local.call(
      'GET',
      `/ui-api/records/${loser}?fields=Contact.MasterRecordId`
    );
    expect(body).toMatchObject({ fields: { MasterRecordId: { value: winner } } });
  });

  test.each<[what: string, body: object]>([
    ['itself', { winner: 'Contact Petr Novak', loser: 'Contact Petr Novak' }],
    ['another object', { winner: 'Contact Petr Novak', loser: 'Lead Elke Brandt' }],
    ['a case', { winner: 'newest Case', loser: 'newest Case' }],
    ['nobody', { winner: 'Contact Petr Novak', loser: 'Contact No Body' }]
  ])('not with %s', async (_what, body) => {
    const answer = await local.call('POST', '/workbench/salesforce/merge', { body });
    expect(answer.status).toBe(400);
  });
});

describe('a trigger', () => {
  test.each<[body: object, errorCode: string, message: RegExp]>([
    [
      { code: 'ENTITY_IS_DELETED' },
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      /BeforeUpdate[\s\S]*ENTITY_IS_DELETED, entity is deleted/
    ],
    [
      { code: 'INVALID_SESSION_ID', kind: 'addError' },
      'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      /INVALID_SESSION_ID/
    ],
    [{ message: 'No.', kind: 'addError' }, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', /^No\.$/]
  ])('%p', async (body, errorCode, message) => {
    const id = await local.task({ Subject: 'x' });
    await control('triggers', { ...body, on: 'update', times: 1 });
    expect(errorsOf((await update(id, { Subject: 'y' })).body)).toMatchObject([
      { errorCode, message: expect.stringMatching(message) }
    ]);
    expect((await update(id, { Subject: 'y' })).status).toBe(200);
  });

  test.each<[what: string, body: object]>([
    ['no words', {}],
    ['an unknown code', { code: 'NOPE' }],
    ['an unknown object', { object: 'Nope', message: 'x' }],
    ['an unknown moment', { on: 'sometimes', message: 'x' }]
  ])('with %s is refused', async (_what, body) => {
    const answer = await local.call('POST', '/workbench/salesforce/triggers', { body });
    expect(answer.status).toBe(400);
  });
});

describe('values', () => {
  test.each<[field: string, value: unknown, displayValue: string | null]>([
    ['Wait__c', 12.5, '13'],
    ['Talk_Minutes__c', 12.755, '12.76'],
    ['CallDurationInSeconds', 7, null],
    ['CallDurationInSeconds', 4200, '4,200'],
    ['Callback_On__c', '2026-02-03', '2/3/2026']
  ])('%s %p is kept and shows %p', async (field, value, displayValue) => {
    const id = await local.task({ [field]: value });
    const { body } = await local.call('GET', `/ui-api/records/${id}?fields=Task.${field}`);
    expect(body).toMatchObject({ fields: { [field]: { value, displayValue } } });
  });

  test('a formula is calculated, and nobody writes it', async () => {
    const id = await local.task({ Subject: 'x' });
    const result = async () =>
      (await local.call('GET', `/ui-api/records/${id}?fields=Task.Result_Given__c`)).body;
    expect(await result()).toMatchObject({ fields: { Result_Given__c: { value: 'No result' } } });
    await update(id, { CallDisposition: 'Resolved' });
    expect(await result()).toMatchObject({ fields: { Result_Given__c: { value: 'Resolved' } } });
    for (const user of ['agent', 'admin'])
      expect(errorsOf((await update(id, { Result_Given__c: 'y' }, user)).body)).toMatchObject([
        { errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE' }
      ]);
  });
});

describe('object info', () => {
  const info = async (path: string) =>
    (await local.call('GET', `/ui-api/object-info/${path}`)).body as {
      fields: Record<string, object>;
      values: { value: string; attributes: object }[];
    };
  test.each<[object: string, field: string, expected: object]>([
    ['Account', 'Name', { compound: true }],
    ['Contact', 'Name', { compound: true }],
    ['Opportunity', 'Name', { compound: false }],
    ['Task', 'WhoId', { searchPrefilterable: true }],
    ['Task', 'Subject', { searchPrefilterable: false }],
    ['Task', 'Result_Given__c', { calculated: true, createable: false, updateable: false }]
  ])('%s.%s', async (object, field, expected) => {
    expect((await info(object)).fields[field]).toMatchObject(expected);
  });

  test.each<[field: string, value: string, attributes: object]>([
    [
      'Opportunity/picklist-values/012000000000000AAA/StageName',
      'Closed Won',
      { picklistAtrributesValueType: 'OpportunityStage', closed: true, won: true }
    ],
    [
      'Lead/picklist-values/012000000000000AAA/Status',
      'Closed - Converted',
      { picklistAtrributesValueType: 'LeadStatus', converted: true }
    ],
    [
      'Task/picklist-values/012000000000000AAA/Status',
      'Completed',
      { picklistAtrributesValueType: 'TaskStatus', closed: true }
    ]
  ])('%s', async (path, value, attributes) => {
    const found = (await info(path)).values.find((one) => one.value === value);
    expect(found?.attributes).toMatchObject(attributes);
  });

  test('an object that the agent has not is neither told, nor asked, nor found', async () => {
    await control('object-access', { object: 'Lead', read: false });
    const lead = idOf(local.org, 'Lead', 'Name', 'Elke Brandt');
    expect((await local.call('GET', '/ui-api/object-info/Lead')).status).toBe(403);
    expect((await read(lead, 'agent', 'Lead')).status).toBe(404);
    const { errors } = await local.graphql('{ uiapi { query { Lead { totalCount } } } }');
    expect(errors[0]?.message).toContain('FieldUndefined@[uiapi/query/Lead]');
    await control('object-access', { object: 'Lead', read: true });
    expect((await read(lead, 'agent', 'Lead')).status).toBe(200);
  });
});

describe('GraphQL', () => {
  const nodes = (given: string, fields = 'Id') =>
    `{ uiapi { query { Contact${given} { edges { node { ${fields} } } } } } }`;
  test.each<[what: string, query: string, type: string, message: string | RegExp]>([
    [
      'a broken cursor',
      nodes('(after: "nope")'),
      'DataFetchingException',
      'Exception while fetching data (/uiapi/query/Contact) : Could not parse the cursor.'
    ],
    [
      'a wrong argument',
      nodes('(first: "five")'),
      'ValidationError',
      /^Validation error \(WrongType@\[uiapi\/query\/Contact\]\) : /
    ],
    [
      'an unknown argument',
      nodes('(last: 5)'),
      'ValidationError',
      /^Validation error \(UnknownArgument@\[uiapi\/query\/Contact\]\) : /
    ],
    [
      'an unknown directive',
      nodes('', 'Name @maybe { value }'),
      'ValidationError',
      /^Validation error \(UnknownDirective@\[uiapi\/query\/Contact\/edges\/node\/Name\]\) : /
    ],
    [
      'eleven subqueries',
      `{ uiapi { query { ${Array.from({ length: 11 }, (_, index) => `c${index}: Contact { totalCount }`).join(' ')} } } }`,
      'ValidationError',
      /at most 10 subqueries/
    ]
  ])('%s', async (_what, query, type, message) => {
    const { errors } = await local.graphql(query);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ extensions: { ErrorType: type } });
    if (typeof message === 'string') expect(errors[0]?.message).toBe(message);
    else expect(errors[0]?.message).toMatch(message);
  });

  test('ten subqueries are fine', async () => {
    const ten = Array.from({ length: 10 }, (_, index) => `c${index}: Contact { totalCount }`);
    expect((await local.graphql(`{ uiapi { query { ${ten.join(' ')} } } }`)).errors).toEqual([]);
  });

  test('2,000 at once, and 4,000 in all without an upper bound', async () => {
    const object = local.org.object('Task')!;
    for (let index = 0; index < 4005; index += 1) {
      const id = local.org.nextId(object);
      local.org.records.set(id, { id, object: 'Task', deleted: false, values: { Id: id } });
    }
    const count = async (given: string) => {
      const { data } = await local.graphql(
        `{ uiapi { query { Task(first: 5000${given}) { edges { node { Id } } totalCount } } } }`
      );
      const { Task } = (
        data as { uiapi: { query: { Task: { edges: unknown[]; totalCount: number } } } }
      ).uiapi.query;
      return [Task.edges.length, Task.totalCount];
    };
    expect(await count('')).toEqual([2000, 4000]);
    expect(await count(', upperBound: 10000')).toEqual([2000, 4005]);
  });

  test.each<[declared: string, value: unknown]>([
    ['$term: String', 'Wren'],
    ['$count: Int', '1'],
    ['$count: Int', 1],
    ['$term: String', 7]
  ])('a variable %s of %p is understood', async (declared, value) => {
    const name = declared.slice(1, declared.indexOf(':'));
    const given = name === 'count' ? 'first: $count' : 'where: { LastName: { eq: $term } }';
    const { errors } = await local.graphql(
      `query q(${declared}) { uiapi { query { Contact(${given}) { totalCount } } } }`,
      { variables: { [name]: value } }
    );
    expect(errors).toEqual([]);
  });

  test('an optional field that the user has not is left out', async () => {
    await local.task({ Subject: 'x' });
    const { data, errors } = await local.graphql(
      '{ uiapi { query { Task { edges { node { Subject { value } Policy__c @optional { value } } } } } } }'
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      uiapi: { query: { Task: { edges: [{ node: { Subject: { value: 'x' } } }] } } }
    });
  });

  test('mutations create, update and delete, and refuse in words', async () => {
    const run = (mutation: string) => local.graphql(`mutation m { uiapi { ${mutation} } }`);
    const made = await run(
      'TaskCreate(input: { Task: { Subject: "Call", CallDurationInSeconds: 12 } }) { Record { Id Subject { value } } }'
    );
    const { Id, Subject } = (
      made.data as {
        uiapi: { TaskCreate: { Record: { Id: string; Subject: { value: string } } } };
      }
    ).uiapi.TaskCreate.Record;
    expect(Subject.value).toBe('Call');
    const changed = await run(
      `TaskUpdate(input: { Id: "${Id}", Task: { Subject: "Call back" } }) { success Record { Subject { value } } }`
    );
    expect(changed.data).toEqual({
      uiapi: { TaskUpdate: { success: true, Record: { Subject: { value: 'Call back' } } } }
    });
    expect((await run(`TaskDelete(input: { Id: "${Id}" }) { Id }`)).data).toEqual({
      uiapi: { TaskDelete: { Id } }
    });
    const refused = await run(
      `TaskUpdate(input: { Id: "${Id}", Task: { Subject: "x" } }) { success }`
    );
    expect(refused.errors).toMatchObject([
      { message: 'Exception while fetching data (/uiapi/TaskUpdate) : entity is deleted' }
    ]);
    const hidden = await run('TaskCreate(input: { Task: { Policy__c: "P" } }) { Record { Id } }');
    expect(hidden.errors).toMatchObject([{ extensions: { ErrorType: 'ValidationError' } }]);
  });
});
