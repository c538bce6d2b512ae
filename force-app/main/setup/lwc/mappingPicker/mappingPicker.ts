import { LightningElement, api } from 'lwc';
import { comboboxMove } from 'c/comboboxKeys';
import type { PickGroup, PickOption } from 'c/mappingRules';
import noMatch from '@salesforce/label/c.Mapping_No_Match';

interface Item extends PickOption {
  index: number;
  domId: string;
  className: string;
  isActive: 'true' | 'false';
}

interface Group {
  label: string;
  items: Item[];
}

/**
 * A combobox over grouped options that its owner finds. Emits `search` {term} when opened and at
 * each keystroke, `pick` {value} on a choice. Text that was not picked is dropped when focus leaves.
 */
export default class MappingPicker extends LightningElement {
  @api label = '';
  @api placeholder = '';
  @api groups: PickGroup[] = [];
  @api value = '';
  /** What the chosen value is called. */
  @api chosenLabel = '';
  @api problem = '';

  labels = { noMatch };
  term: string | undefined;
  isOpen = false;
  /** Value of the option the keyboard is on; none of the shown ones: the first. */
  activeValue = '';
  #scroll = false;

  get shown(): string {
    return this.term ?? this.chosenLabel;
  }

  get options(): PickOption[] {
    return this.groups.flatMap(({ options }) => options);
  }

  get active(): number {
    return Math.max(
      0,
      this.options.findIndex(({ value }) => value === this.activeValue)
    );
  }

  get items(): Item[] {
    const active = this.active;
    return this.options.map((option, index) => ({
      ...option,
      index,
      domId: `option-${index}`,
      className: `slds-media slds-media_small slds-listbox__option slds-listbox__option_entity slds-listbox__option_has-meta${
        index === active ? ' slds-has-focus' : ''
      }`,
      isActive: index === active ? 'true' : 'false'
    }));
  }

  get listGroups(): Group[] {
    const items = this.items;
    let from = 0;
    return this.groups.map(({ label, options }) => ({
      label,
      items: items.slice(from, (from += options.length))
    }));
  }

  get isEmpty(): boolean {
    return this.items.length === 0;
  }

  get expanded(): 'true' | 'false' {
    return this.isOpen ? 'true' : 'false';
  }

  get activeId(): string | undefined {
    return this.isOpen ? this.items[this.active]?.domId : undefined;
  }

  get comboboxClass(): string {
    const open = this.isOpen ? ' slds-is-open' : '';
    return `slds-combobox slds-dropdown-trigger slds-dropdown-trigger_click${open}`;
  }

  get listboxClass(): string {
    const hide = this.isEmpty ? ' slds-hide' : '';
    return `slds-dropdown slds-dropdown_fluid slds-dropdown_length-with-icon-7 slds-dropdown_left${hide}`;
  }

  get formClass(): string {
    return `slds-form-element${this.problem ? ' slds-has-error' : ''}`;
  }

  get describedBy(): string | undefined {
    return this.problem ? 'problem' : undefined;
  }

  get invalid(): 'true' | 'false' {
    return this.problem ? 'true' : 'false';
  }

  override renderedCallback(): void {
    if (!this.#scroll) return;
    this.#scroll = false;
    this.template?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }

  @api
  focus(): void {
    this.template?.querySelector('input')?.focus();
  }

  handleClick(): void {
    if (!this.isOpen) this.open('');
  }

  handleFocus(event: Event): void {
    (event.target as HTMLInputElement).select();
  }

  handleInput(event: Event): void {
    this.term = (event.target as HTMLInputElement).value;
    this.open(this.term);
  }

  handleKeydown(event: KeyboardEvent): void {
    const { isOpen, active, options } = this;
    const move = comboboxMove(event, { isOpen, active, count: options.length });
    if (move?.type === 'open') this.open('');
    if (move?.type === 'go') this.go(options[move.to]);
    if (move?.type === 'pick') this.pick(options[active]);
    if (move?.type === 'close') this.close();
  }

  handleBlur(): void {
    this.close();
  }

  /** The mouse must not take the focus from the input, or the list closes before the click. */
  handleMousedown(event: Event): void {
    event.preventDefault();
  }

  handleOption(event: Event): void {
    this.pick(this.options[Number((event.currentTarget as HTMLElement).dataset.index)]);
  }

  open(term: string): void {
    this.isOpen = true;
    this.activeValue = term ? '' : this.value;
    this.#scroll = true;
    this.dispatchEvent(new CustomEvent('search', { detail: { term } }));
  }

  go(option: PickOption | undefined): void {
    this.activeValue = option?.value ?? '';
    this.#scroll = true;
  }

  pick(option: PickOption | undefined): void {
    if (!option) return;
    this.close();
    this.dispatchEvent(new CustomEvent('pick', { detail: { value: option.value } }));
  }

  close(): void {
    this.isOpen = false;
    this.term = undefined;
  }
}
