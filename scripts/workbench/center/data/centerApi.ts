import type { StartType } from '../../genesys/startTypes';
import type { ConversationSummary } from '../../genesys/summary';
import { page } from '../../lightning/data/page';

export interface AgentView {
  id: string;
  key: string;
  name: string;
  presence?: string;
  routingStatus?: string;
  station: string | null;
  channels: { connected: boolean }[];
}

export interface ScenarioView {
  name: string;
  label: string;
  description: string;
}

export interface Overview {
  /** Grows with every change. */
  version: number;
  agents: AgentView[];
  queues: { id: string; name: string; codes: { id: string; name: string }[] }[];
  presences: string[];
  faults: unknown;
  settings: { isolateLogin: boolean };
  /** What can be started, each with its fields. */
  types: StartType[];
  scenarios: ScenarioView[];
  campaign: { contactList: { contacts: { id: string; data: Record<string, string> }[] } };
}

export interface CenterView {
  overview: Overview;
  /** Newest first. */
  conversations: ConversationSummary[];
}

/** Something the contact center did not do, with its reason. */
export class CenterProblem extends Error {}

/** One call of the contact center's HTTP API; docs/workbench.md describes the routes. */
export async function callCenter<Answer>(
  path: string,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE' = 'GET',
  body?: object
): Promise<Answer> {
  const response = await fetch(`${page.genesys}/contact-center${path}`, {
    method,
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {})
  });
  const answer: unknown = await response.json();
  if (response.ok) return answer as Answer;
  throw new CenterProblem((answer as { message?: string }).message ?? `Status ${response.status}`);
}

export async function readCenter(): Promise<CenterView> {
  const [overview, conversations] = await Promise.all([
    callCenter<Overview>(''),
    callCenter<ConversationSummary[]>('/conversations')
  ]);
  return { overview, conversations: conversations.reverse() };
}
