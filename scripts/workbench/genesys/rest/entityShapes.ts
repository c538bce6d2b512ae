import type { Models } from 'purecloud-platform-client-v2';
import type { Presence, Queue, WrapUpCode } from '../roster';

export function queueShape(queue: Queue): Models.Queue {
  return {
    id: queue.id,
    name: queue.name,
    memberCount: queue.members.length,
    acwSettings: {
      wrapupPrompt: queue.wrapUp.prompt.toUpperCase(),
      ...(queue.wrapUp.timeoutMs && { timeoutMs: queue.wrapUp.timeoutMs })
    },
    selfUri: `/api/v2/routing/queues/${queue.id}`
  };
}

export const codeShape = (code: WrapUpCode): Models.WrapupCode => ({
  id: code.id,
  name: code.name,
  selfUri: `/api/v2/routing/wrapupcodes/${code.id}`
});

export const presenceDefinitionShape = (presence: Presence): Models.OrganizationPresence => ({
  id: presence.id,
  name: presence.name,
  languageLabels: presence.languageLabels ?? { en_US: presence.name },
  systemPresence: presence.systemPresence,
  deactivated: false,
  primary: presence.primary,
  selfUri: `/api/v2/presencedefinitions/${presence.id}`
});
