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

const PLURALS: Readonly<Record<string, string>> = {
  home: 'Home',
  Opportunity: 'Opportunities'
};

/** App launcher and the app's tabs, by its metadata; Tasks is added, to look at what was saved. */
export default class Navigation extends LightningElement {
  @api page?: PageReference;
  appName = page.app.label;
  isLauncherOpen = false;

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

  closeLauncher(): void {
    this.isLauncherOpen = false;
  }

  handleKeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.closeLauncher();
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
      className: `slds-context-bar__item${isActive ? ' slds-is-active' : ''}`,
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
