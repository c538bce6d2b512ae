import type { InteractionRow } from 'c/softphoneView';
import SavedLog from '../savedLog';
import {
  quietly,
  find,
  findAll,
  mount,
  recorded,
  say,
  settled,
  unmountAll,
  words,
  ran
} from '../../softphonePanel/__tests__/data/mount';
import { ISSUES, TASK_FIELDS, live, row, status } from '../../softphonePanel/__tests__/data/views';

afterEach(unmountAll);

function log(given: InteractionRow, taskFields: object = TASK_FIELDS) {
  return mount('c-saved-log', SavedLog, { row: given, taskFields });
}

/** [label, value and source] of each field. */
function entries(element: HTMLElement): string[][] {
  return findAll(element, '.entry').map((entry) =>
    [...entry.children].map((cell) =>
      [...cell.childNodes].map((node) => node.textContent!.trim()).join(' ')
    )
  );
}

it('says label, value and source of each field', async () => {
  const element = log(live);
  await settled();
  const rows = entries(element);
  expect(rows).toHaveLength(Object.keys(live.status!.fields).length);
  expect(rows).toEqual(
    expect.arrayContaining([
      ['Queue', 'Helpdesk Call.QueueName'],
      ['Wait', '23 Interaction.TotalAcdTime'],
      ['Internal', 'c.Softphone_Value_No Call.Internal'],
      ['Type', 'Call c.Softphone_Source_Default'],
      ['Call Result', 'c.Softphone_Value_Empty c.Softphone_Source_Default']
    ])
  );
});

it('a chosen record reads as its name', async () => {
  const element = log(live);
  await settled();
  expect(entries(element)).toContainEqual(['Name', 'Blanche Stokes c.Softphone_Source_Agent']);
});

it('without labels it shows API names', async () => {
  const element = log(live, {});
  await settled();
  expect(entries(element)).toContainEqual(['Queue__c', 'Helpdesk Call.QueueName']);
});

it('what is not written yet shows the value that is, and says so', async () => {
  const draft = { ...live.draft, fields: { ...live.draft.fields, Queue__c: 'Sales' } };
  const element = log(row({ ...live, draft }));
  await settled();
  expect(entries(element)).toContainEqual([
    'Queue',
    'Helpdesk Call.QueueName · c.Softphone_Log_Pending'
  ]);
});

it('an empty text and null are the same', async () => {
  const draft = { ...live.draft, fields: { ...live.draft.fields, CallDisposition: '' } };
  const element = log(row({ ...live, draft }));
  await settled();
  expect(words(element)).not.toContain('Log_Pending');
});

it('gives the reason for each field that is not as mapped', async () => {
  const element = log(row({ ...live, status: status({ issues: ISSUES }) }));
  await settled();
  const reasons = findAll(element, '.reason').map(({ textContent }) => textContent);
  expect(reasons).toEqual([
    'Policy__cParticipant.policyc.Softphone_Issue_Field_Hidden',
    'LockedMessage.Typec.Softphone_Issue_Not_Writable',
    'QueueCall.QueueNamec.Softphone_Issue_Cut'
  ]);
});

it('gives the reason why there is no transcript', async () => {
  const element = log(row({ ...live, status: status(), transcriptRefused: 'No access' }));
  await settled();
  const reasons = findAll(element, '.reason').map(({ textContent }) => textContent);
  expect(reasons).toEqual(['c.Softphone_Transcriptc.Softphone_Transcript_Refused']);
});

it('says it before anything is saved', async () => {
  const draft = { ...live.draft, fields: {}, sources: {} };
  const element = log(row({ ...live, draft, status: undefined }));
  await settled();
  expect(words(element)).toContain('c.Softphone_Log_Nothing');
  expect(findAll(element, '.open')).toHaveLength(0);
});

it('goes back, and opens the Task', async () => {
  const element = log(live);
  const back = recorded(element, 'back');
  const opened = ran(element, 'open_task');
  await settled();
  say(find(element, 'lightning-button-icon'), 'click');
  find(element, '.open').click();
  expect(back).toHaveLength(1);
  expect(opened).toEqual([{ key: live.key }]);
});

it('is accessible', async () => {
  const element = log(row({ ...live, status: status({ issues: ISSUES }) }));
  await settled();
  await quietly(() => expect(element).toBeAccessible());
});
