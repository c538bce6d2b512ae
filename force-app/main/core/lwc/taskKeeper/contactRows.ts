import type { Attributes } from 'c/interaction';
import type { Enrichment } from './enrichment';
import type { GenesysPort } from './genesysPort';

type Columns = Record<string, string>;

/**
 * Contact list rows of outbound dialing, for the attributes `Participant.{ColumnName}`. Each contact
 * is asked for once; without the permission the columns stay away, and the adapter says so once.
 */
export function contactRows(
  genesys: Pick<GenesysPort, 'contactColumns'>,
  onRow: (conversationId: string) => void
): Enrichment {
  const rows = new Map<string, Columns | 'asked'>();
  /** Does any mapping ask for a column? */
  let isWanted = false;

  const contactOf = (attributes: Attributes | undefined): [string, string] | undefined => {
    const list = attributes?.['OutboundDialing.ContactListId'];
    const contact = attributes?.['OutboundDialing.ContactId'];
    return typeof list === 'string' && typeof contact === 'string' ? [list, contact] : undefined;
  };

  return {
    setOrg({ mappings }): void {
      isWanted = mappings.some(
        ({ active, attribute }) => active && attribute.startsWith('Participant.')
      );
    },
    /** The columns of the contact that the attributes name, when they are known. */
    context(_key, attributes) {
      const row = rows.get(contactOf(attributes)?.join('/') ?? '');
      return row === undefined || row === 'asked' ? undefined : { contactColumns: row };
    },
    heard({ id }, _interaction, attributes): void {
      if (!isWanted) return;
      const contact = contactOf(attributes);
      const key = contact?.join('/');
      if (!contact || !key || rows.has(key)) return;
      rows.set(key, 'asked');
      void genesys.contactColumns(...contact).then((result) => {
        if (result.ok) {
          rows.set(key, result.value);
          onRow(id);
        } else if (result.problem.type !== 'forbidden' && result.problem.type !== 'not_found') {
          // Trouble on the way is no answer: the next event asks again.
          rows.delete(key);
        }
      });
    },
    stop: () => rows.clear()
  };
}
