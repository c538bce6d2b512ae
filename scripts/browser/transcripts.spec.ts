import { expect, test } from './workbench';
import type { Workbench } from './workbench';

const API = '/services/data/v66.0';

interface Transcript {
  id: string;
  key: string;
  text: string;
}

async function transcripts(workbench: Workbench): Promise<Transcript[]> {
  const { data } = await workbench.org<Answer>('POST', `${API}/graphql`, {
    query: `query { uiapi { query { Interaction_Transcript__c(first: 50, orderBy: { Transcript_Key__c: { order: ASC } }) { edges { node { Id Transcript_Key__c { value } Text__c { value } } } } } } }`
  });
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
  agentConsole,
  workbench
}) => {
  const { panel } = agentConsole;
  await agentConsole.open();
  await agentConsole.signIn();
  const { id } = await workbench.center('POST', '/interactions', {
    type: 'webmessaging',
    name: 'Blanche Stokes',
    text: 'Hello 👩🏽‍🚒',
    agent: 'agent'
  });
  await panel.getByRole('button', { name: 'Answer', exact: true }).click();
  const expectTranscript = (...lines: string[]) =>
    expect
      .poll(async () => (await transcripts(workbench)).map(({ text }) => said(text)))
      .toEqual([lines]);
  await expectTranscript('Blanche Stokes: Hello 👩🏽‍🚒');

  await workbench.center('POST', `/conversations/${id}/agent`, {
    action: 'send',
    text: 'Good morning.\nHow can I help?'
  });
  await workbench.center('POST', `/conversations/${id}/customer`, {
    action: 'send',
    text: '',
    attachments: [{ name: 'roof.png' }]
  });
  const all = [
    'Blanche Stokes: Hello 👩🏽‍🚒',
    'Ana Ruiz: Good morning. ↵ How can I help?',
    'Blanche Stokes: [Image: roof.png]'
  ];
  await expectTranscript(...all);

  const [transcript] = await transcripts(workbench);
  await workbench.expectTask({ CallObject: id, Type: 'Chat', Transcript__c: transcript!.id });
  const [task] = await workbench.tasks();
  expect(transcript!.key).toBe(`${String(task!['Interaction_Key__c'])}:1`);

  await agentConsole.reload();
  await agentConsole.signIn();
  await workbench.center('POST', `/conversations/${id}/customer`, {
    action: 'send',
    text: 'Thanks'
  });
  await expectTranscript(...all, 'Blanche Stokes: Thanks');
});

test('the transcript of a chat comes with its recording', async ({ agentConsole, workbench }) => {
  const { panel } = agentConsole;
  await agentConsole.open();
  await agentConsole.signIn();
  const { id } = await workbench.center('POST', '/interactions', {
    type: 'chat',
    name: 'Blanche Stokes',
    text: 'Hello',
    agent: 'agent'
  });
  await workbench.center('POST', `/conversations/${id}/agent`, { action: 'answer' });
  await expect(panel.getByText('Blanche Stokes').first()).toBeVisible();
  await workbench.center('POST', `/conversations/${id}/customer`, { action: 'hangUp' });
  await expect
    .poll(async () => (await transcripts(workbench)).map(({ text }) => said(text)))
    .toEqual([['Blanche Stokes: Hello']]);
});
