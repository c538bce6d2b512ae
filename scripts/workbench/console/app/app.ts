import { LightningElement } from 'lwc';
import type { PageReference } from 'lightning/navigation';
import type { ToastInput } from 'lightning/platformShowToastEvent';
import Toast from 'lightning/toast';
import { currentPage, navigate, onPageChange } from '../../lightning/data/location';
import { page } from '../../lightning/data/page';
import { ShowToastEventName } from '../../lightning/platformShowToastEvent';
import { RefreshEventName, refreshAll } from '../../lightning/refresh';
import { layouts } from '../data/layouts';

/** The window: Lightning on the left, the contact center beside it. */
export default class App extends LightningElement {
  page: PageReference = currentPage();
  hasCenter = Boolean(page.genesys);

  override connectedCallback(): void {
    onPageChange(() => (this.page = currentPage()));
    document.addEventListener('click', followLink);
    document.addEventListener(ShowToastEventName, showToast);
    document.addEventListener(RefreshEventName, () => void refreshAll());
  }

  get isHome(): boolean {
    return this.page.type === 'standard__namedPage' && this.page.attributes['pageName'] === 'home';
  }

  /** Object of a list view. */
  get listObject(): string | undefined {
    const { objectApiName } = this.page.attributes;
    const isList = this.page.type === 'standard__objectPage';
    return isList && objectApiName && layouts[objectApiName] ? objectApiName : undefined;
  }

  get recordId(): string | undefined {
    return this.page.type === 'standard__recordPage' ? this.page.attributes['recordId'] : undefined;
  }

  get objectApiName(): string | undefined {
    return this.page.attributes['objectApiName'];
  }

  /** Bundle of a custom tab. */
  get tabComponent(): string | undefined {
    const { apiName } = this.page.attributes;
    return this.page.type === 'standard__navItemPage'
      ? [...page.app.tabs, ...page.app.otherTabs].find(({ name }) => name === apiName)?.component
      : undefined;
  }

  get isLost(): boolean {
    return !this.isHome && !this.listObject && !this.recordId && !this.tabComponent;
  }
}

/** Links navigate within the page: a reload would end the softphone's call. */
function followLink(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey) return;
  const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
  if (!link || link.target === '_blank' || link.origin !== window.location.origin) return;
  if (!link.pathname.startsWith('/lightning/')) return;
  event.preventDefault();
  const [, , kind, first = '', second] = link.pathname.split('/');
  if (kind === 'r')
    navigate({
      type: 'standard__recordPage',
      attributes: { objectApiName: first, recordId: second }
    });
  else if (kind === 'o')
    navigate({ type: 'standard__objectPage', attributes: { objectApiName: first } });
  else if (kind === 'n')
    navigate({ type: 'standard__navItemPage', attributes: { apiName: first } });
  else navigate({ type: 'standard__namedPage', attributes: { pageName: first } });
}

function showToast(event: Event): void {
  const {
    title,
    message = '',
    messageData,
    variant = 'info',
    mode
  } = (event as CustomEvent<ToastInput>).detail;
  // The newer toast has no 'pester' mode: those go by themselves.
  Toast.show({
    label: title,
    message,
    ...(messageData ? { messageLinks: linksOf(messageData) } : {}),
    variant,
    mode: mode === 'sticky' ? 'sticky' : 'dismissible'
  });
}

function linksOf(data: NonNullable<ToastInput['messageData']>): { url: string; label: string }[] {
  return data.map((part) => (typeof part === 'string' ? { url: '', label: part } : part));
}
