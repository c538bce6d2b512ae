import { LightningElement, api } from 'lwc';
import type { TransferTargets, LookupOption } from 'c/softphoneView';
import agent from '@salesforce/label/c.Softphone_Transfer_Agent';
import cancel from '@salesforce/label/c.Softphone_Cancel';
import queue from '@salesforce/label/c.Softphone_Transfer_Queue';
import target from '@salesforce/label/c.Softphone_Transfer_To';
import targetHint from '@salesforce/label/c.Softphone_Transfer_Hint';
import transfer from '@salesforce/label/c.Softphone_Transfer';

type Target = { queueId: string } | { userId: string };

/** Blind transfer to a queue or an agent. Emits `pick` {queueId}|{userId} and `cancel`. */
export default class TransferPicker extends LightningElement {
  /** Absent while they are read. */
  @api targets?: TransferTargets;
  @api busy = false;

  term = '';
  chosen?: LookupOption;
  labels = { cancel, target, targetHint, transfer };

  get all(): LookupOption[] {
    const { queues = [], users = [] } = this.targets ?? {};
    return [
      ...queues.map(({ id, name }) => option(`queue:${id}`, name, queue, 'utility:groups')),
      ...users.map(({ id, name, presence }) =>
        option(`user:${id}`, name, presence ?? agent, 'utility:user')
      )
    ];
  }

  get options(): LookupOption[] {
    const term = this.term.trim().toLocaleLowerCase();
    return this.all.filter(({ label }) => label.toLocaleLowerCase().includes(term));
  }

  get isReading(): boolean {
    return !this.targets;
  }

  get problem(): string | undefined {
    return this.targets?.problem;
  }

  get cannotTransfer(): boolean {
    return !this.chosen || this.busy;
  }

  @api focus(): void {
    this.template!.querySelector<HTMLElement>('c-record-lookup')?.focus();
  }

  handleSearch(event: CustomEvent<{ term: string }>): void {
    this.term = event.detail.term;
  }

  handlePick(event: CustomEvent<{ id: string }>): void {
    this.chosen = this.all.find(({ id }) => id === event.detail.id);
    this.term = '';
  }

  handleClear(): void {
    this.chosen = undefined;
  }

  handleTransfer(): void {
    const [kind, id = ''] = this.chosen?.id.split(/:(.*)/s) ?? [];
    const detail: Target = kind === 'queue' ? { queueId: id } : { userId: id };
    this.dispatchEvent(new CustomEvent('pick', { detail }));
  }

  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }
}

function option(id: string, label: string, detail: string, icon: string): LookupOption {
  return { id, label, detail, icon };
}
