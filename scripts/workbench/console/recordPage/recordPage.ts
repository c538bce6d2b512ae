import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { deleteRecord } from 'lightning/uiRecordApi';
import { navigate, urlOf } from '../../lightning/data/location';
import { onChange } from '../data/changes';
import type { FieldView } from '../data/fieldView';
import { objectOfId } from '../data/fieldView';
import { readRecord } from '../data/record';
import type { RecordView } from '../data/record';
import { errorWords } from '../data/words';

interface Shown extends FieldView {
  changed: boolean;
}

/** How long a changed field is marked; the animation in recordField.css takes as long. */
const FLASH_MS = 2500;

/** Highlights, details and activities of one record; follows every write to it and marks what changed. */
export default class RecordPage extends LightningElement {
  @api objectApiName?: string;
  view: RecordView | undefined;
  problem = '';
  changed: ReadonlySet<string> = new Set();
  isEditing = false;
  isAsking = false;
  #id = '';
  #stop: (() => void) | undefined;
  #reading = 0;

  @api
  get recordId(): string {
    return this.#id;
  }
  set recordId(id: string) {
    if (id === this.#id) return;
    this.#id = id;
    this.view = undefined;
    this.changed = new Set();
    this.isEditing = false;
    this.isAsking = false;
    if (this.isConnected) void this.read();
  }

  override connectedCallback(): void {
    void this.read();
    this.follow();
  }

  override disconnectedCallback(): void {
    this.#stop?.();
  }

  get highlights(): Shown[] {
    return (this.view?.highlights ?? []).map((field) => this.shown(field));
  }

  get sections(): { label: string; fields: Shown[] }[] {
    return (this.view?.sections ?? []).map(({ label, fields }) => ({
      label,
      fields: fields.map((field) => this.shown(field))
    }));
  }

  get listUrl(): string {
    return urlOf({
      type: 'standard__objectPage',
      attributes: { objectApiName: this.view?.object ?? 'Task' }
    });
  }

  get bodyClass(): string {
    if (this.view?.related) return 'body with-related';
    return this.view?.hasActivities ? 'body with-activities' : 'body';
  }

  get hasNoRelated(): boolean {
    return this.view?.related?.length === 0;
  }

  get editHeading(): string {
    return `Edit ${this.view?.title ?? ''}`;
  }

  get deleteHeading(): string {
    return `Delete ${this.view?.objectLabel ?? ''}`;
  }

  handleEdit(): void {
    this.isEditing = true;
  }

  handleAskDelete(): void {
    this.isAsking = true;
  }

  handleClose(): void {
    this.isEditing = false;
    this.isAsking = false;
  }

  async handleDelete(): Promise<void> {
    const { title = '', object = 'Task', objectLabel = '' } = this.view ?? {};
    // From here on the record's end is no news.
    this.#stop?.();
    try {
      await deleteRecord(this.#id);
      this.tell(`${objectLabel} "${title}" was deleted.`, 'success');
      navigate({ type: 'standard__objectPage', attributes: { objectApiName: object } });
    } catch (error) {
      this.follow();
      this.isAsking = false;
      this.tell(errorWords(error), 'error');
    }
  }

  tell(title: string, variant: 'success' | 'error'): void {
    this.dispatchEvent(new ShowToastEvent({ title, variant }));
  }

  follow(): void {
    this.#stop = onChange(({ id }) => {
      if (id === this.#id) void this.read();
    });
  }

  shown(field: FieldView): Shown {
    return { ...field, changed: this.changed.has(field.name) };
  }

  async read(): Promise<void> {
    const id = this.#id;
    const object = objectOfId(id) ?? this.objectApiName ?? '';
    this.#reading += 1;
    const reading = this.#reading;
    try {
      const view = await readRecord(id, object);
      // A slower, older answer must not replace a newer one.
      if (reading !== this.#reading) return;
      const before = this.view;
      this.view = view;
      this.problem = '';
      if (before) this.mark(differences(before, view));
    } catch (error) {
      if (reading === this.#reading) this.problem = errorWords(error);
    }
  }

  mark(names: string[]): void {
    if (names.length === 0) return;
    this.changed = new Set([...this.changed, ...names]);
    setTimeout(() => {
      this.changed = new Set([...this.changed].filter((name) => !names.includes(name)));
    }, FLASH_MS);
  }
}

function differences(before: RecordView, after: RecordView): string[] {
  const old = new Map(fieldsOf(before).map((field) => [field.name, field]));
  return fieldsOf(after)
    .filter(({ name, text, checked }) => {
      const field = old.get(name);
      return field?.text !== text || field.checked !== checked;
    })
    .map(({ name }) => name)
    .filter((name) => name !== 'LastModifiedDate');
}

function fieldsOf({ highlights, sections }: RecordView): FieldView[] {
  return [...highlights, ...sections.flatMap(({ fields }) => fields)];
}
