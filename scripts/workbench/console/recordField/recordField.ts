import { LightningElement, api } from 'lwc';
import type { FieldView } from '../data/fieldView';

/** A field's value as its type is shown in Lightning. */
export default class RecordField extends LightningElement {
  @api field!: FieldView & { changed?: boolean };

  get className(): string {
    return this.field.changed ? 'value changed' : 'value';
  }
  get isPhone(): boolean {
    return this.is('phone');
  }
  get isEmail(): boolean {
    return this.is('email');
  }
  get isUrl(): boolean {
    return this.is('url');
  }
  get isLongText(): boolean {
    return this.is('longText');
  }
  get isLink(): boolean {
    return Boolean(this.field.href && this.field.text);
  }
  get isCheckbox(): boolean {
    return this.field.kind === 'checkbox';
  }
  get checkboxIcon(): string {
    return this.field.checked ? 'utility:check' : 'utility:steps';
  }
  get checkboxWords(): string {
    return this.field.checked ? 'True' : 'False';
  }

  is(kind: FieldView['kind']): boolean {
    return this.field.kind === kind && this.field.text !== '';
  }
}
