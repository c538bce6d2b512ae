import { attributesOf, interactionsOf, type Conversation, type Interaction } from 'c/interaction';
import { draftTask } from 'c/taskDraft';
import type { Fields } from 'c/taskSync';
import { context, locale, settings, timeZone, type Configuration } from './configuration';
import { ME } from './makePlan';

/** What the Task should say, worked out afresh from the whole truth. */
export function wantedFields(
  conversation: Conversation,
  key: string,
  notes: string | undefined,
  { shape, mappings }: Configuration
): Fields {
  const interaction = interactionsOf(conversation, ME).find(
    (other: Interaction) => other.key === key
  );
  if (!interaction) return {};
  return draftTask({
    interaction,
    attributes: attributesOf(conversation, interaction.participantId, context(notes)),
    ...{ mappings, shape, locale, timeZone, settings },
    choices: notes === undefined ? {} : { notes }
  }).fields;
}
