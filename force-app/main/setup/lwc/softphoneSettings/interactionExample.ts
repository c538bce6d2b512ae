import { interactionUrl } from 'c/interaction';

const CONVERSATION = '0f3a1c52-7d4e-4b8a-9c61-2e5d8f7a1b30';

/** What the link on a Task will look like. */
export function interactionExample(template: string, region: string): string {
  const known = { region: region.trim() || 'mypurecloud.com', conversationId: CONVERSATION };
  return interactionUrl(template, known) ?? '';
}
