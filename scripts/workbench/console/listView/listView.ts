import { LightningElement, api } from 'lwc';
import type { ObjectInfoRepresentation } from 'lightning/uiObjectInfoApi';
import { onChange } from '../data/changes';
import { recordUrl } from '../data/fieldView';
import { layouts } from '../data/layouts';
import { objectInfo } from '../data/objectInfo';
import { queryRows } from '../data/query';
import type { Row } from '../data/query';
import { errorWords } from '../data/words';

interface Column {
  label: string;
  fieldName: string;
  type: string;
  hideDefaultActions: boolean;
  /** Pixels. */
  initialWidth?: number;
  typeAttributes?: object;
}

const MOST = 200;

/** Records of an object as a table whose first column leads to the record. */
export default class ListView extends LightningElement {
  @api label?: string;
  /** The small line above the title; the object's plural without one. */
  @api eyebrow?: string;
  @api iconName?: string;
  /** What to do when there is nothing yet. */
  @api emptyWords = 'Records appear here as soon as they are saved.';
  /** GraphQL text of a filter. */
  @api where?: string;

  columns: Column[] = [];
  rows: Record<string, unknown>[] = [];
  plural = '';
  problem = '';
  isLoaded = false;
  #object = '';
  #stop: (() => void) | undefined;

  @api
  get objectApiName(): string {
    return this.#object;
  }
  set objectApiName(object: string) {
    this.#object = object;
    this.isLoaded = false;
    this.rows = [];
    if (this.isConnected) void this.load();
  }

  override connectedCallback(): void {
    void this.load();
    this.#stop = onChange(({ object }) => {
      if (object === this.#object) void this.load();
    });
  }

  override disconnectedCallback(): void {
    this.#stop?.();
  }

  get heading(): string {
    return this.label ?? `All ${this.plural}`;
  }

  get overTitle(): string {
    return this.eyebrow ?? this.plural;
  }

  get icon(): string {
    return this.iconName ?? layouts[this.#object]?.icon ?? 'standard:record';
  }

  get count(): string {
    const { length } = this.rows;
    return `${length} ${length === 1 ? 'item' : 'items'}`;
  }

  get isEmpty(): boolean {
    return this.isLoaded && !this.problem && this.rows.length === 0;
  }

  get hasRows(): boolean {
    return this.rows.length > 0;
  }

  async load(): Promise<void> {
    const object = this.#object;
    const layout = layouts[object];
    if (!layout) return;
    try {
      const info = await objectInfo(object);
      const fields = layout.columns.filter((path) => path.includes('.') || info.fields[path]);
      const rows = await queryRows({
        object,
        fields,
        orderBy: layout.orderBy,
        first: MOST,
        ...(this.where ? { where: this.where } : {})
      });
      if (object !== this.#object) return;
      this.plural = info.labelPlural;
      this.columns = fields.map((path, index) => column(info, path, index === 0));
      this.rows = rows.map((row) => linked(row, fields[0] ?? ''));
      this.problem = '';
    } catch (error) {
      this.problem = errorWords(error);
    }
    this.isLoaded = true;
  }
}

function column(info: ObjectInfoRepresentation, path: string, isFirst: boolean): Column {
  const [name = ''] = path.split('.');
  const field = info.fields[name] ?? info.fields[`${name}Id`];
  const label = (field?.label ?? name).replace(/ ID$/, '');
  if (isFirst)
    return {
      label,
      fieldName: 'url',
      type: 'url',
      // A Task's subject holds its date and time to the second.
      initialWidth: 240,
      hideDefaultActions: true,
      typeAttributes: { label: { fieldName: path }, target: '_self' }
    };
  const types: Partial<Record<string, string>> = { Phone: 'phone', Email: 'email' };
  return {
    label,
    fieldName: path,
    type: types[field?.dataType ?? ''] ?? 'text',
    hideDefaultActions: true
  };
}

function linked(row: Row, nameField: string): Record<string, unknown> {
  return {
    ...row,
    [nameField]: row[nameField] || '(no name)',
    url: recordUrl(row['Id'] ?? '')
  };
}
