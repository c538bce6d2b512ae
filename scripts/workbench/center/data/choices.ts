import type { StartField, StartType } from '../../genesys/startTypes';
import { page } from '../../lightning/data/page';
import type { Overview } from './centerApi';

export interface Choice {
  value: string;
  label: string;
  selected: boolean;
}

/** Value of the choice that stands for `null`: straight to the agent. */
export const NO_QUEUE = 'no queue';

/** What a field of the start form is chosen from; nothing for one that is typed. */
export function choicesOf(
  overview: Overview,
  { type, direction }: StartType,
  {
    name,
    input,
    required,
    fallback = ''
  }: Omit<StartField, 'label' | 'required'> & {
    required?: boolean | undefined;
  }
): Choice[] {
  switch (input) {
    case 'agent': {
      // The one who looks at this page wants to see it; who is called by them is somebody else.
      const others = overview.agents.filter(({ key }) => key !== page.user);
      const chosen = name === 'toAgent' ? others[0]?.key : page.user;
      const anyone = { value: '', label: 'first free one', selected: false };
      const agents = overview.agents.map((agent) => ({
        value: agent.key,
        label: agent.name,
        selected: agent.key === chosen
      }));
      return required ? agents : [anyone, ...agents];
    }
    case 'queue': {
      const chosen = type === 'call' && direction === 'outbound' ? NO_QUEUE : fallback;
      return [...overview.queues.map((queue) => queue.name), NO_QUEUE].map((queue) => ({
        value: queue,
        label: queue,
        selected: queue === chosen
      }));
    }
    case 'contact':
      return overview.campaign.contactList.contacts.map(({ id, data }) => ({
        value: id,
        label: data['Name'] ?? id,
        selected: data['Name'] === fallback
      }));
    default:
      return [];
  }
}
