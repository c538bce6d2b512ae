import { expect, test } from './fixture';
import type { Workbench } from './workbench';

interface Transcript {
  id: string;
  key: string;
  text: string;
}

async function transcripts(workbench: Workbench): Promise<Transcript[]> {
  const { data } = await workbench.query<Answer>(
    `query { uiapi { query { Interaction_Transcript__c(first: 50, orderBy: { Transcript_Key__c: { order: ASC } }) { edges { node { Id Transcript_Key__c { value } Text__c { value } } } } } } }`
  );
  return data.uiapi.query.Interaction_Transcript__c.edges.map(({ node }) => ({
    id: node.Id,
    key: node.Transcript_Key__c.value,
    text: node.Text__c.value
  }));
}

interface Answer {
  data: {
    uiapi: {
      query: {
        Interaction_Transcript__c: {
          edges: { node: { Id: string; Transcript_Key__c: Value; Text__c: Value } }[];
        };
      };
    };
  };
}
interface Value {
  value: string;
}

/** What the lines say, without their times. */
const said = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.replace(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d) /, ''));

test('what is written in a message is kept in a record that its Task names', async ({
  agent,
  workbench
}) => {
  await agent.begin();
  const chat = await workbench.written('webmessaging', 'Hello 👩🏽‍🚒');
  await agent.answer();
  const expectTranscript = (...lines: string[]) =>
    expect
      .poll(async () => (await transcripts(workbench)).map(({ text }) => said(text)))
      .toEqual([lines]);
  await expectTranscript('Customer (Blanche Stokes): Hello 👩🏽‍🚒');

  await chat.agent('send', { text: 'Good morning.\nHow can I help?' });
  await chat.customer('send', { text: '', attachments: [{ name: 'roof.png' }] });
  const all = [
    'Customer (Blanche Stokes): Hello 👩🏽‍🚒',
    'Agent (Ana Ruiz): Good morning. ↵ How can I help?',
    'Customer (Blanche Stokes): [Image: roof.png]'
  ];
  await expectTranscript(...all);

  const [transcript] = await transcripts(workbench);
  await chat.expectTask({ Type: 'Chat', Transcript__c: transcript!.id });
  const task = await chat.task();
  expect(transcript!.key).toBe(`${String(task['Interaction_Key__c'])}:1`);

  await agent.comeBack();
  await chat.customer('send', { text: 'Thanks' });
  await expectTranscript(...all, 'Customer (Blanche Stokes): Thanks');
});

test('the transcript of a chat comes with its recording', async ({ agent, workbench }) => {
  await agent.begin();
  const chat = await workbench.written('chat', 'Hello');
  await chat.agent('answer');
  await expect(agent.panel.getByText('Blanche Stokes').first()).toBeVisible();
  await chat.hangUp();
  await expect
    .poll(async () => (await transcripts(workbench)).map(({ text }) => said(text)))
    .toEqual([['Customer (Blanche Stokes): Hello']]);
});
