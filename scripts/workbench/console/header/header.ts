import { LightningElement } from 'lwc';
import { page } from '../../lightning/data/page';
import { objectOfId, recordUrl } from '../data/fieldView';
import { layouts } from '../data/layouts';
import { queryRows } from '../data/query';

interface Found {
  id: string;
  name: string;
  label: string;
  icon: string;
  href: string | undefined;
}

const SEARCHED: Readonly<Record<string, string>> = {
  Contact: 'Name',
  Lead: 'Name',
  Account: 'Name',
  Case: 'Subject',
  Opportunity: 'Name'
};

/** The global header: search, and whose console this is. */
export default class Header extends LightningElement {
  userName = page.userName;
  found: Found[] = [];
  term = '';

  get users(): { username: string; label: string; checked: boolean }[] {
    return page.users.map(({ username, name }) => ({
      username,
      label: `${name} (${username})`,
      checked: username === page.user
    }));
  }

  get hasFound(): boolean {
    return this.term.length > 1;
  }

  get isNothing(): boolean {
    return this.found.length === 0;
  }

  async handleSearch(event: Event): Promise<void> {
    const term = (event.target as HTMLInputElement).value.trim();
    this.term = term;
    if (term.length < 2) return;
    const lists = await Promise.all(
      Object.entries(SEARCHED).map(([object, field]) => search(object, field, term))
    );
    if (this.term === term) this.found = lists.flat().slice(0, 8);
  }

  handleKeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.close();
  }

  handleFocusOut(event: FocusEvent): void {
    const search = event.currentTarget as HTMLElement;
    if (!search.contains(event.relatedTarget as Node | null)) this.close();
  }

  /** A press on a result leaves the focus where it is, or the list were gone before the click. */
  keepFocus(event: Event): void {
    event.preventDefault();
  }

  /** After the click that follows the link. */
  close(): void {
    this.term = '';
    this.found = [];
    const input = this.template?.querySelector('input');
    if (input) input.value = '';
  }

  handleUser(event: CustomEvent<{ value: string }>): void {
    const url = new URL(window.location.href);
    url.searchParams.set('user', event.detail.value);
    window.location.assign(url);
  }
}

async function search(object: string, field: string, term: string): Promise<Found[]> {
  const rows = await queryRows({
    object,
    fields: [field],
    where: `{ ${field}: { like: ${JSON.stringify(`%${term}%`)} } }`,
    orderBy: { field, order: 'ASC' },
    first: 4
  }).catch(() => []);
  return rows.map((row) => ({
    id: row['Id'] ?? '',
    name: row[field] ?? '',
    label: objectOfId(row['Id'] ?? '') ?? '',
    icon: layouts[object]?.icon ?? 'standard:record',
    href: recordUrl(row['Id'] ?? '')
  }));
}
