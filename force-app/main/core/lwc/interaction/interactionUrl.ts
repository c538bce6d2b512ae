/** Where no template is set: the interaction's page in Genesys Cloud. */
export const URL_TEMPLATE =
  'https://apps.{region}/directory/#/engage/admin/interactions/{conversationId}';

const PLACEHOLDER = /\{(region|conversationId)\}/g;

/** Parts of a template that look like placeholders and that nothing fills. */
export function unknownPlaceholders(template: string): string[] {
  return template.replace(PLACEHOLDER, '').match(/\{[^}]*\}?/g) ?? [];
}

/** @returns undefined where the template needs a region, and none is known */
export function interactionUrl(
  template: string | undefined,
  { region, conversationId }: { region: string | undefined; conversationId: string }
): string | undefined {
  const chosen = template?.trim() || URL_TEMPLATE;
  if (!region && chosen.includes('{region}')) return undefined;
  const values: Record<string, string> = {
    region: region ?? '',
    conversationId: encodeURIComponent(conversationId)
  };
  return chosen.replace(PLACEHOLDER, (_all, name: string) => values[name] ?? '');
}
