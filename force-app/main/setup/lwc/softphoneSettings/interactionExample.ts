/** The template where none is set; as in c/interaction, and a test keeps it so. */
export const DEFAULT_TEMPLATE =
  'https://apps.{region}/directory/#/engage/admin/interactions/{conversationId}';

const CONVERSATION = '0f3a1c52-7d4e-4b8a-9c61-2e5d8f7a1b30';

/** What the link on a Task will look like. */
export function interactionExample(template: string, region: string): string {
  return (template.trim() || DEFAULT_TEMPLATE)
    .replaceAll('{region}', region.trim() || 'mypurecloud.com')
    .replaceAll('{conversationId}', CONVERSATION);
}
