import { LightningElement } from 'lwc';
import {
  allUtilities,
  changeUtility,
  clickUtility,
  onUtilitiesChange
} from '../../lightning/data/utilities';
import type { OpenUtility } from '../../lightning/data/utilities';

interface Item extends OpenUtility {
  barIcon: string;
  panelIcon: string;
  buttonClass: string;
  itemClass: string;
  panelClass: string;
  panelStyle: string;
  /** An eager utility exists from the start, any other from its first opening. */
  isStarted: boolean;
}

/** The bar at the bottom, and the panels docked above it. */
export default class UtilityBar extends LightningElement {
  items: Item[] = [];
  #started = new Set<string>();

  override connectedCallback(): void {
    this.update();
    onUtilitiesChange(() => this.update());
    document.addEventListener('workbench-utility-focus', ((event: CustomEvent<string>) =>
      this.focus(event.detail)) as EventListener);
  }

  handleClick(event: Event): void {
    clickUtility(idOf(event));
  }

  handleMinimize(event: Event): void {
    const id = idOf(event);
    changeUtility(id, { utilityVisible: false });
    this.template?.querySelector<HTMLElement>(`button.bar-button[data-id="${id}"]`)?.focus();
  }

  update(): void {
    this.items = allUtilities().map((utility) => {
      if (utility.eager || utility.utilityVisible) this.#started.add(utility.id);
      return {
        ...utility,
        barIcon: `utility:${utility.utilityIcon}`,
        panelIcon: `utility:${utility.panelHeaderIcon}`,
        isStarted: this.#started.has(utility.id),
        itemClass: `slds-utility-bar__item ${utility.utilityHighlighted ? 'slds-utility-bar__item_notification' : ''}`,
        buttonClass: `slds-button slds-utility-bar__action bar-button ${utility.utilityVisible ? 'slds-is-active' : ''}`,
        panelClass: `panel ${utility.utilityVisible ? '' : 'minimized'}`,
        panelStyle: `width: ${utility.panelWidth}px; height: ${utility.panelHeight}px`
      };
    });
  }

  focus(id: string): void {
    this.template?.querySelector<HTMLElement>(`[role="dialog"][data-id="${id}"]`)?.focus();
  }
}

function idOf(event: Event): string {
  return (event.currentTarget as HTMLElement).dataset['id'] ?? '';
}
