import { attributesOf } from 'c/interaction';
import type { Attributes, Conversation, Interaction } from 'c/interaction';
import type { OrgView } from 'c/salesforceOrg';
import { attributesAskedFor, draftTask, KEY_FIELD } from 'c/taskDraft';
import type { TaskDraft } from 'c/taskDraft';
import type { Choices } from 'c/taskSync';
import type { LateNames } from './lateNames';

/** What contact list columns are found by. */
const CONTACT = ['OutboundDialing.ContactListId', 'OutboundDialing.ContactId'];
const DEFAULT_REGION = 'mypurecloud.com';

export interface DraftingOptions {
  /** BCP 47 of the browser, for the Subject's date. */
  locale: string;
  timeZone?: string;
}

/** Turns what is known of an interaction into its attributes and its Task's draft. */
export function drafting({ locale, timeZone }: DraftingOptions) {
  let org: OrgView | undefined;
  let asksForData = false;
  let names: readonly string[] = [];

  return {
    setOrg(next: OrgView): void {
      org = next;
      names = [...attributesAskedFor(next.mappings), ...CONTACT];
      asksForData = names.some((name) => name.startsWith('Participant.'));
    },
    /** Does any mapping ask for participant data or contact list columns? */
    wantsParticipantData: (): boolean => asksForData,
    draft(
      conversation: Conversation,
      interaction: Interaction,
      choices: Choices,
      late: {
        names?: Pick<LateNames, 'queues' | 'wrapUps'>;
        transcriptId?: string;
        contactColumns?: Record<string, string>;
      } = {},
      before?: { attributes: Attributes; draft: TaskDraft }
    ): { attributes: Attributes; draft: TaskDraft } {
      const settings = org?.settings;
      const attributes = attributesOf(
        conversation,
        interaction.participantId,
        {
          region: settings?.region ?? DEFAULT_REGION,
          urlTemplate: settings?.interactionUrl,
          workItemAttribute: settings?.workItemAttribute,
          notes: choices.notes || undefined,
          queueNames: late.names?.queues,
          wrapUpNames: late.names?.wrapUps,
          transcriptId: late.transcriptId,
          contactColumns: late.contactColumns,
          names,
          // While it rings the panel shows everything that was collected.
          namesOnly: interaction.isLeg
        },
        before?.attributes
      );
      const input = {
        interaction,
        attributes,
        mappings: org?.mappings ?? [],
        shape: org?.shape ?? { fields: {} },
        locale,
        timeZone,
        choices,
        settings: {
          keyField: KEY_FIELD,
          openStatus: settings?.openStatus,
          closedStatus: settings?.closedStatus
        }
      };
      return { attributes, draft: draftTask(input, before?.draft) };
    }
  };
}
