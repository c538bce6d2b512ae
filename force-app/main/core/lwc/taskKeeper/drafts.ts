import type {
  AttributeContext,
  Attributes,
  attributesOf,
  Conversation,
  Interaction
} from 'c/interaction';
import { attributesAskedFor, KEY_FIELD } from 'c/taskDraft';
import type { draftTask, TaskDraft } from 'c/taskDraft';
import type { Choices } from 'c/taskSync';
import type { OrgFacts } from './orgFacts';

/** What contact list columns are found by. */
const CONTACT = ['OutboundDialing.ContactListId', 'OutboundDialing.ContactId'];
const DEFAULT_REGION = 'mypurecloud.com';

export interface DraftsOptions {
  attributesOf: typeof attributesOf;
  draftTask: typeof draftTask;
  /** BCP 47 of the browser, for the Subject's date. */
  locale: string;
  timeZone?: string;
  /** Collect every attribute, not only those that a mapping or default asks for. */
  allAttributes?: boolean;
}

export interface Drafted {
  attributes: Attributes;
  draft: TaskDraft;
}

/** Turns what is known of an interaction into its attributes and its Task's draft. */
export function drafts(options: DraftsOptions) {
  const { locale, timeZone, allAttributes = false } = options;
  let org: OrgFacts = { mappings: [] };
  let names: readonly string[] = CONTACT;

  return {
    setOrg(next: OrgFacts): void {
      org = next;
      names = [...attributesAskedFor(next.mappings), ...CONTACT];
    },
    /** `before`: the same interaction's last answer, handed back where nothing changed. */
    draft(
      conversation: Conversation,
      interaction: Interaction,
      choices: Choices,
      context: Partial<AttributeContext>,
      before?: Drafted
    ): Drafted {
      const { settings, shape = { fields: {} }, mappings } = org;
      const attributes = options.attributesOf(
        conversation,
        interaction.participantId,
        {
          region: settings?.region ?? DEFAULT_REGION,
          urlTemplate: settings?.interactionUrl,
          workItemAttribute: settings?.workItemAttribute,
          notes: choices.notes || undefined,
          ...context,
          names,
          // While it rings the panel shows everything that was collected.
          namesOnly: interaction.isLeg && !allAttributes
        },
        before?.attributes
      );
      const input = {
        interaction,
        attributes,
        mappings,
        shape,
        locale,
        timeZone,
        choices,
        settings: {
          keyField: KEY_FIELD,
          openStatus: settings?.openStatus,
          closedStatus: settings?.closedStatus
        }
      };
      return { attributes, draft: options.draftTask(input, before?.draft) };
    }
  };
}
