import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { updateRecord } from 'lightning/uiRecordApi';
import { readEditables } from '../data/editable';
import type { Editable } from '../data/editable';
import { errorWords, fieldWords } from '../data/words';

interface Shown extends Editable {
  isInput: boolean;
  isTextArea: boolean;
  isCombobox: boolean;
  isCheckbox: boolean;
  className: string;
}

type Control = HTMLElement & {
  value?: string;
  checked?: boolean;
  setCustomValidity?: (message: string) => void;
  reportValidity: () => boolean;
};

/** The edit window of a record: as a person edits it in Lightning, and only what they changed is sent. */
export default class RecordEditor extends LightningElement {
  @api recordId = '';
  @api objectApiName = '';
  @api heading = '';
  fields: Shown[] = [];
  problem = '';
  isSaving = false;

  get isLoading(): boolean {
    return this.fields.length === 0 && !this.problem;
  }

  override async connectedCallback(): Promise<void> {
    try {
      const fields = await readEditables(this.recordId, this.objectApiName);
      this.fields = fields.map(shown);
    } catch (error) {
      this.problem = errorWords(error);
    }
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  async handleSave(): Promise<void> {
    const controls = [...(this.template?.querySelectorAll<Control>('[data-name]') ?? [])];
    for (const control of controls) control.setCustomValidity?.('');
    // Every control says what is wrong with it, not only the first.
    if (controls.map((control) => control.reportValidity()).includes(false)) return;
    const changes = controls.flatMap((control) => this.change(control));
    this.isSaving = true;
    try {
      if (changes.length > 0)
        await updateRecord({ fields: { Id: this.recordId, ...Object.fromEntries(changes) } });
      this.dispatchEvent(
        new ShowToastEvent({ title: 'Your changes were saved.', variant: 'success' })
      );
      this.handleClose();
    } catch (error) {
      const words = fieldWords(error);
      this.problem = words.size > 0 ? 'Review the fields below.' : errorWords(error);
      for (const control of controls) {
        control.setCustomValidity?.(words.get(control.dataset['name'] ?? '') ?? '');
        control.reportValidity();
      }
    }
    this.isSaving = false;
  }

  /** What the control says, if it is another value than the record's. */
  change(control: Control): [string, string | number | boolean | null][] {
    const field = this.fields.find(({ name }) => name === control.dataset['name']);
    if (!field) return [];
    const text = control.value ?? '';
    const value = field.isCheckbox
      ? Boolean(control.checked)
      : text === ''
        ? null
        : field.type === 'number'
          ? Number(text)
          : text;
    const before = field.isCheckbox ? Boolean(field.value) : field.value;
    return isSame(field.type, value, before) ? [] : [[field.name, value]];
  }
}

/** The same moment is written in more than one way. */
function isSame(type: string, one: unknown, other: unknown): boolean {
  if (type === 'datetime' && one && other)
    return Date.parse(String(one)) === Date.parse(String(other));
  return one === (other === '' ? null : (other ?? null));
}

function shown(field: Editable): Shown {
  const isTextArea = field.input === 'textarea';
  return {
    ...field,
    isInput: field.input === 'input' && field.type !== 'checkbox',
    isTextArea,
    isCombobox: field.input === 'combobox',
    isCheckbox: field.type === 'checkbox',
    className: isTextArea ? 'wide' : ''
  };
}
