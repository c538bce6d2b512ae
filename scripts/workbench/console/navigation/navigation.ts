import { LightningElement, api } from 'lwc';
import type { PageReference } from 'lightning/navigation';
import { urlOf } from '../../lightning/data/location';
import { page } from '../../lightning/data/page';
import type { NavigationTab } from '../../server/appMetadata';
import { layouts } from '../data/layouts';

interface Item {
  name: string;
  label: string;
  href: string;
  isActive: boolean;
  className: string;
  current: 'page' | undefined;
  icon: string;
}

/** Pixels the menu of the tabs without room takes. */
const MORE_WIDTH = 84;

const PLURALS: Readonly<Record<string, string>> = {
  home: 'Home',
  Opportunity: 'Opportunities'
};

/** App launcher and the app's tabs, by its metadata; Tasks is added, to look at what was saved. */
export default class Navigation extends LightningElement {
  @api page?: PageReference;
  appName = page.app.label;
  isLauncherOpen = false;
  isMoreOpen = false;
  /** How many tabs the window has room for. */
  room = Number.POSITIVE_INFINITY;
  /** Pixels each tab takes, in order; measured once, while all of them are there. */
  #widths: number[] = [];
  #observer: ResizeObserver | undefined;

  override renderedCallback(): void {
    const bar = this.template?.querySelector<HTMLElement>('.tabs');
    if (this.#observer || !bar) return;
    this.#widths = [...bar.querySelectorAll<HTMLElement>('.tab')].map((tab) => tab.offsetWidth);
    this.#observer = new ResizeObserver(() => this.measure(bar.clientWidth));
    this.#observer.observe(bar);
  }

  override disconnectedCallback(): void {
    this.#observer?.disconnect();
  }

  measure(width: number): void {
    const all = this.#widths.reduce((sum, each) => sum + each, 0);
    let left = width - (all > width ? MORE_WIDTH : 0);
    const first = this.#widths.findIndex((each) => (left -= each) < 0);
    this.room = first < 0 ? this.#widths.length : first;
  }

  get tabs(): Item[] {
    return this.items.slice(0, this.room);
  }

  get others(): Item[] {
    return this.items.slice(this.room);
  }

  get hasOthers(): boolean {
    return this.others.length > 0;
  }

  get moreClass(): string {
    const isActive = this.others.some((item) => item.isActive);
    return `slds-context-bar__item slds-dropdown-trigger slds-dropdown-trigger_click${isActive ? ' slds-is-active' : ''}${this.isMoreOpen ? ' slds-is-open' : ''}`;
  }

  get items(): Item[] {
    const tabs = page.app.tabs.filter(({ name }) => name !== 'standard-Task');
    const custom = tabs.filter(({ name }) => !name.startsWith('standard-'));
    const standard = tabs.filter(({ name }) => name.startsWith('standard-'));
    return [...standard, { name: 'standard-Task', label: 'Task' }, ...custom].map((tab) =>
      this.item(tab)
    );
  }

  get launcherClass(): string {
    return `slds-context-bar__item slds-dropdown-trigger slds-dropdown-trigger_click ${this.isLauncherOpen ? 'slds-is-open' : ''}`;
  }

  toggleLauncher(): void {
    this.isLauncherOpen = !this.isLauncherOpen;
  }

  toggleMore(): void {
    this.isMoreOpen = !this.isMoreOpen;
  }

  close(): void {
    this.isLauncherOpen = false;
    this.isMoreOpen = false;
  }

  handleKeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.close();
  }

  /** A menu goes when the focus goes elsewhere. */
  handleFocusOut(event: FocusEvent): void {
    const menu = event.currentTarget as HTMLElement;
    if (!menu.contains(event.relatedTarget as Node | null)) this.close();
  }

  /** A press within an open menu leaves the focus where it is, or the menu were gone before the click. */
  keepFocus(event: Event): void {
    event.preventDefault();
  }

  item({ name, label }: NavigationTab): Item {
    const object = name.startsWith('standard-') ? name.slice('standard-'.length) : undefined;
    const target: PageReference = !object
      ? { type: 'standard__navItemPage', attributes: { apiName: name } }
      : object === 'home'
        ? { type: 'standard__namedPage', attributes: { pageName: 'home' } }
        : { type: 'standard__objectPage', attributes: { objectApiName: object } };
    const isActive = this.isOn(target);
    return {
      name,
      label: object ? (PLURALS[object] ?? `${label}s`) : label,
      href: urlOf(target),
      isActive,
      current: isActive ? 'page' : undefined,
      className: `slds-context-bar__item tab${isActive ? ' slds-is-active' : ''}`,
      icon: iconOf(object)
    };
  }

  /** A record belongs to the tab of its object. */
  isOn({ type, attributes }: PageReference): boolean {
    const here = this.page;
    if (!here) return false;
    if (type === 'standard__objectPage')
      return here.attributes['objectApiName'] === attributes['objectApiName'];
    return (
      here.type === type &&
      here.attributes['apiName'] === attributes['apiName'] &&
      here.attributes['pageName'] === attributes['pageName']
    );
  }
}

function iconOf(object: string | undefined): string {
  if (!object) return 'custom:custom48';
  return object === 'home' ? 'standard:home' : (layouts[object]?.icon ?? 'standard:record');
}
