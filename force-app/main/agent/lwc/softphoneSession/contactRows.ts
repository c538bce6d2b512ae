import type { GenesysCloud } from 'c/genesysCloud';
import type { Attributes } from 'c/interaction';

type Columns = Record<string, string>;

/**
 * Contact list rows of outbound dialing, for the attributes `Participant.{ColumnName}`. Each contact
 * is asked for once; without the permission the columns stay away, and the adapter says so once.
 */
export function contactRows(
  genesys: Pick<GenesysCloud, 'contactColumns'>,
  onRow: (conversationId: string) => void
) {
  const rows = new Map<string, Columns | 'asked'>();

  const contactOf = (attributes: Attributes | undefined): [string, string] | undefined => {
    const list = attributes?.['OutboundDialing.ContactListId'];
    const contact = attributes?.['OutboundDialing.ContactId'];
    return typeof list === 'string' && typeof contact === 'string' ? [list, contact] : undefined;
  };

  return {
    /** The columns of the contact that these attributes name, when they are known. */
    of(attributes: Attributes | undefined): Columns | undefined {
      const row = rows.get(contactOf(attributes)?.join('/') ?? '');
      return row === 'asked' ? undefined : row;
    },
    lookFor(conversationId: string, attributes: Attributes): void {
      const contact = contactOf(attributes);
      const key = contact?.join('/');
      if (!contact || !key || rows.has(key)) return;
      rows.set(key, 'asked');
      void genesys.contactColumns(...contact).then((result) => {
        if (result.ok) {
          rows.set(key, result.value);
          onRow(conversationId);
        } else if (result.problem.type !== 'forbidden' && result.problem.type !== 'not_found') {
          // Trouble on the way is no answer: the next event asks again.
          rows.delete(key);
        }
      });
    },
    clear: (): void => rows.clear()
  };
}

export type ContactRows = ReturnType<typeof contactRows>;
