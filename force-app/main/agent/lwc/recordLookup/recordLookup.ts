import { LightningElement, api } from 'lwc';
import { comboboxMove } from 'c/comboboxKeys';
import type { LookupOption } from 'c/softphoneView';
import { format } from 'c/softphoneWords';
import noMatch from '@salesforce/label/c.Softphone_Lookup_None';
import notSearched from '@salesforce/label/c.Softphone_Lookup_Failed';
import partly from '@salesforce/label/c.Softphone_Lookup_Partly';
import removeChoice from '@salesforce/label/c.Softphone_Lookup_Remove';
import searching from '@salesforce/label/c.Softphone_Lookup_Searching';

/**
 * A combobox over options that somebody else finds. Emits `search` {term} when opened and at each
 * keystroke, `pick` {id, label} on a choice, `clear` on removal, `openrecord` {recordId} on the link.
 */
export default class RecordLookup extends LightningElement {
  @api label = '';
  @api placeholder = '';
  @api options: LookupOption[] = [];
  @api searching = false;
  /** Something could not be searched: "No match" would be a lie that invites a second contact. */
  @api incomplete = false;
  @api disabled = false;
  @api chosen?: { id: string; label: string; url?: string };
  /** The chosen record is a plain value, not a link, when there is no record to open. */
  @api hideLink = false;

  term = '';
  open = false;
  active = 0;
  refocus = false;

  get items(): (LookupOption & { domId: string; className: string; selected: string })[] {
    return this.options.map((option, index) => ({
      ...option,
      domId: `option-${index}`,
      className: index === this.active ? 'option option_active' : 'option',
      selected: index === this.active ? 'true' : 'false'
    }));
  }

  get activeId(): string | undefined {
    return this.open ? this.items[this.active]?.domId : undefined;
  }

  get expanded(): 'true' | 'false' {
    return this.open ? 'true' : 'false';
  }

  get hint(): string | undefined {
    if (this.options.length) {
      return undefined;
    }
    if (this.searching) {
      return searching;
    }
    return this.incomplete ? notSearched : noMatch;
  }

  /** Under what was found. */
  get remark(): string | undefined {
    return this.incomplete && this.options.length && !this.searching ? partly : undefined;
  }

  get closed(): boolean {
    return !this.open || Boolean(this.hint);
  }

  get showHint(): boolean {
    return this.open && Boolean(this.hint);
  }

  get removeLabel(): string {
    return format(removeChoice, this.chosen?.label);
  }

  override renderedCallback(): void {
    if (this.refocus) {
      this.refocus = false;
      this.focus();
    }
    if (this.open) {
      this.reveal('.listbox:not([hidden])');
      this.reveal('.option_active');
    }
  }

  /** The panel is low: a list that opens near its end would hang out of it. */
  reveal(selector: string): void {
    this.template!.querySelector(selector)?.scrollIntoView?.({ block: 'nearest' });
  }

  @api focus(): void {
    this.template!.querySelector<HTMLElement>('input, .link, lightning-button-icon')?.focus();
  }

  handleOpen(): void {
    if (!this.open) {
      this.open = true;
      this.active = 0;
      this.send('search', { term: this.term });
    }
  }

  handleInput(event: Event): void {
    this.term = (event.target as HTMLInputElement).value;
    this.open = true;
    this.active = 0;
    this.send('search', { term: this.term });
  }

  handleKeydown(event: KeyboardEvent): void {
    const { open: isOpen, active } = this;
    const move = comboboxMove(event, { isOpen, active, count: this.options.length });
    if (move?.type === 'open') this.handleOpen();
    if (move?.type === 'go') this.active = move.to;
    if (move?.type === 'pick') this.pickActive();
    if (move?.type === 'close') this.open = false;
  }

  handleBlur(): void {
    this.open = false;
  }

  /** The mouse must not take the focus from the input, or the list closes before the click. */
  handleMousedown(event: Event): void {
    event.preventDefault();
  }

  handleOption(event: Event): void {
    const { index } = (event.currentTarget as HTMLElement).dataset;
    this.pick(this.options[Number(index)]);
  }

  /** What is listed while searching belongs to an older term. */
  pickActive(): void {
    if (!this.searching) {
      this.pick(this.options[this.active]);
    }
  }

  pick(option: LookupOption | undefined): void {
    if (option) {
      this.open = false;
      this.term = '';
      this.refocus = true;
      this.send('pick', { id: option.id, label: option.label });
    }
  }

  handleClear(): void {
    this.refocus = true;
    this.send('clear', {});
  }

  handleLink(event: Event): void {
    event.preventDefault();
    this.send('openrecord', { recordId: this.chosen?.id });
  }

  send(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
