import type { PageReference } from 'lightning/navigation';
import { freeze } from './freeze';

/** Belongs to the workbench: it says whose console this is, and stays through every navigation. */
const USER = 'user';

const listeners = new Set<() => void>();
let current = pageOf(window.location.pathname, window.location.search);

/** The page the user looks at. */
export function currentPage(): PageReference {
  return current;
}

export function onPageChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function navigate(page: PageReference, replace = false): void {
  if (page.type === 'standard__webPage') {
    window.open(page.attributes['url'], '_blank', 'noopener');
    return;
  }
  const url = urlOf(page);
  if (replace) window.history.replaceState(null, '', url);
  else window.history.pushState(null, '', url);
  arrive();
}

/** Address of a page, for links and for NavigationMixin.GenerateUrl. */
export function urlOf({ type, attributes, state = {} }: PageReference): string {
  if (type === 'standard__webPage') return attributes['url'] ?? '';
  const query = new URLSearchParams();
  const user = new URLSearchParams(window.location.search).get(USER);
  if (user) query.set(USER, user);
  for (const [name, value] of Object.entries(state))
    if (value !== undefined) query.set(name, value);
  const search = query.toString() && `?${query}`;
  return `/lightning/${pathOf(type, attributes)}${search}`;
}

function pathOf(type: string, attributes: PageReference['attributes']): string {
  const { recordId, objectApiName, apiName, pageName, actionName } = attributes;
  switch (type) {
    case 'standard__recordPage':
      return ['r', objectApiName, recordId, actionName ?? 'view'].filter(Boolean).join('/');
    case 'standard__objectPage':
      return `o/${objectApiName}/${actionName ?? 'list'}`;
    case 'standard__navItemPage':
      return `n/${apiName}`;
    default:
      return `page/${pageName ?? 'home'}`;
  }
}

function pageOf(pathname: string, search: string): PageReference {
  const [, , kind, ...rest] = pathname.split('/');
  const state = Object.fromEntries(
    [...new URLSearchParams(search)].filter(([name]) => name !== USER)
  );
  return freeze({ ...typeOf(kind, rest), state });
}

function typeOf(kind: string | undefined, rest: string[]): PageReference {
  if (kind === 'r') {
    const [recordId, objectApiName] =
      rest.length > 2 ? [rest[1], rest[0]] : [rest[0], undefined as string | undefined];
    return {
      type: 'standard__recordPage',
      attributes: { recordId, objectApiName, actionName: 'view' }
    };
  }
  if (kind === 'o')
    return {
      type: 'standard__objectPage',
      attributes: { objectApiName: rest[0], actionName: 'list' }
    };
  if (kind === 'n') return { type: 'standard__navItemPage', attributes: { apiName: rest[0] } };
  return { type: 'standard__namedPage', attributes: { pageName: rest[0] ?? 'home' } };
}

function arrive(): void {
  current = pageOf(window.location.pathname, window.location.search);
  for (const listener of [...listeners]) listener();
}

window.addEventListener('popstate', arrive);
