/** The local org's controls, as far as the contact center shows them. */
export interface OrgState {
  users: { username: string; name: string }[];
  queues: string[];
  validationRules: { name: string; active: boolean }[];
  sharing: Record<string, string>;
  settings: Record<string, string>;
}

const BASE = '/workbench/salesforce';

export async function readOrg(): Promise<OrgState> {
  return (await answerOf(await fetch(BASE))) as OrgState;
}

/** One control of `docs/workbench.md`; without a body the list behind the route is emptied. */
export async function controlOrg(route: string, body: object | undefined): Promise<void> {
  await answerOf(
    await fetch(
      `${BASE}/${route}`,
      body
        ? {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body)
          }
        : { method: 'DELETE' }
    )
  );
}

async function answerOf(response: Response): Promise<unknown> {
  const answer: unknown = await response.json();
  if (response.ok) return answer;
  throw new Error((answer as { message?: string }).message ?? `Status ${response.status}`);
}
