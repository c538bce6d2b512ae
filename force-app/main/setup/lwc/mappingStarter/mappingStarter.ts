import { LightningElement, api } from 'lwc';
import { starterSet } from 'c/mappingRules';
import { format } from 'c/softphoneWords';
import { findField } from 'c/taskDraft';
import type { Mapping, TaskShape } from 'c/taskDraft';
import addMany from '@salesforce/label/c.Mapping_Starter_Add';
import addOne from '@salesforce/label/c.Mapping_Starter_Add_One';
import createNew from '@salesforce/label/c.Mapping_New';
import none from '@salesforce/label/c.Mapping_Starter_None';
import offer from '@salesforce/label/c.Mapping_Starter_Text';
import text from '@salesforce/label/c.Mapping_Empty_Text';
import title from '@salesforce/label/c.Mapping_Empty_Title';

/** What stands where no mapping does. Emits `add` {mappings} for the offered ones, and `new`. */
export default class MappingStarter extends LightningElement {
  @api shape: TaskShape = { fields: {} };
  @api isReadOnly = false;
  @api isSaving = false;

  labels = { createNew, none, offer, text, title };

  get mappings(): Mapping[] {
    return this.isReadOnly ? [] : starterSet(this.shape);
  }

  get pairs(): { attribute: string; field: string }[] {
    return this.mappings.map(({ attribute, field }) => ({
      attribute,
      field: findField(this.shape, field)?.label ?? field
    }));
  }

  get hasOffer(): boolean {
    return this.mappings.length > 0;
  }

  get addLabel(): string {
    return format(this.mappings.length === 1 ? addOne : addMany, this.mappings.length);
  }

  get canCreate(): boolean {
    return !this.isReadOnly;
  }

  get createVariant(): string {
    return this.hasOffer ? 'neutral' : 'brand';
  }

  handleAdd(): void {
    this.dispatchEvent(new CustomEvent('add', { detail: { mappings: this.mappings } }));
  }

  handleNew(): void {
    this.dispatchEvent(new CustomEvent('new'));
  }
}
