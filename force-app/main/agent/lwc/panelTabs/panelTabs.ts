import { LightningElement, api } from 'lwc';
import type { PanelTab } from 'c/softphoneView';
import tabsLabel from '@salesforce/label/c.Softphone_Tabs';

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

/** The places of the panel. Arrow keys move and select, as tabs do. Emits `choosetab` {id}. */
export default class PanelTabs extends LightningElement {
  @api tabs: PanelTab[] = [];
  @api selected = '';
  labels = { tabsLabel };

  get items(): (PanelTab & { className: string; pressed: string; tabindex: string })[] {
    return this.tabs.map((tab) => {
      const current = tab.id === this.selected;
      return {
        ...tab,
        className: current ? 'tab tab_selected' : 'tab',
        pressed: current ? 'true' : 'false',
        tabindex: current ? '0' : '-1'
      };
    });
  }

  @api focus(): void {
    this.template!.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }

  handleClick(event: Event): void {
    this.choose((event.currentTarget as HTMLElement).dataset.id);
  }

  handleKeydown(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (step) {
      event.preventDefault();
      const at = this.tabs.findIndex(({ id }) => id === this.selected);
      const next = (at + step + this.tabs.length) % this.tabs.length;
      this.choose(this.tabs[next]?.id);
      this.template!.querySelectorAll<HTMLElement>('.tab')[next]?.focus();
    }
  }

  choose(id: string | undefined): void {
    this.dispatchEvent(new CustomEvent('choosetab', { detail: { id } }));
  }
}
