/** The campaigns and contact lists of the organization, with fixed ids. */

export interface Contact {
  id: string;
  /** Column → value; all values are texts, as on the platform. */
  data: Readonly<Record<string, string>>;
}

const numbered = (letter: string, n: number) =>
  `${letter}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const campaign = { id: numbered('8', 1), name: 'Spring renewals' };

export const contactList: {
  id: string;
  name: string;
  /** Column with the number to dial. */
  phoneColumn: string;
  contacts: readonly Contact[];
} = {
  id: numbered('8', 2),
  name: 'Policies that end in June',
  phoneColumn: 'Mobile',
  contacts: [
    {
      id: numbered('8', 11),
      data: {
        Name: 'Noor Haddad',
        Mobile: '+13175550171',
        Policy: 'P-2041',
        Premium: '418.50',
        Renewal: '2026-06-30'
      }
    },
    {
      id: numbered('8', 12),
      data: {
        Name: 'Paul Etxea',
        Mobile: '+13175550172',
        Policy: 'P-2042',
        Premium: '97.20',
        Renewal: '2026-06-12'
      }
    },
    {
      id: numbered('8', 13),
      data: {
        Name: 'Quinn Sato',
        Mobile: '+13175550173',
        Policy: 'P-2043',
        Premium: '',
        Renewal: ''
      }
    }
  ]
};

/** A contact by id, or by the name in its row. */
export const findContact = (words: string): Contact | undefined =>
  contactList.contacts.find(
    (each) => each.id === words || each.data.Name?.toLowerCase() === words.toLowerCase()
  );
