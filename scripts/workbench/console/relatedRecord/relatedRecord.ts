import { LightningElement, api } from 'lwc';
import { onChange } from '../data/changes';
import { objectOfId, recordUrl } from '../data/fieldView';
import type { FieldView } from '../data/fieldView';
import { readRecord } from '../data/record';
import type { RecordView } from '../data/record';

/** What a page shows of a record that another one points to: its name and its highlights. */
export default class RelatedRecord extends LightningElement {
  view: RecordView | undefined;
  #id = '';
  #stop: (() => void) | undefined;

  @api
  get recordId(): string {
    return this.#id;
  }
  set recordId(id: string) {
    this.#id = id;
    if (this.isConnected) void this.read();
  }

  override connectedCallback(): void {
    void this.read();
    this.#stop = onChange(({ id }) => {
      if (id === this.#id) void this.read();
    });
  }

  override disconnectedCallback(): void {
    this.#stop?.();
  }

  get href(): string | undefined {
    return recordUrl(this.#id);
  }

  get fields(): FieldView[] {
    return (this.view?.highlights ?? []).filter(({ name, text }) => text && name !== 'OwnerId');
  }

  async read(): Promise<void> {
    const id = this.#id;
    // A record this user can't read is only not shown here: the field still has its name.
    const view = await readRecord(id, objectOfId(id) ?? '').catch(() => undefined);
    if (id === this.#id) this.view = view;
  }
}
