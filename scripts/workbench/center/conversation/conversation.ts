import { LightningElement, api } from 'lwc';
import type { ConversationSummary, ParticipantSummary } from '../../genesys/summary';
import type { Overview } from '../data/centerApi';
import { valuesOf } from '../data/form';

interface Leg {
  id: string;
  words: string;
}

/** One conversation: what its customer, its agents and their system can do to it. */
export default class Conversation extends LightningElement {
  @api conversation!: ConversationSummary;
  @api overview!: Overview;
  @api open = false;

  get party(): string {
    const { customer, participants } = this.conversation;
    return customer
      ? customer.name || numberOf(customer.address)
      : participants.map(nameOf).join(', ');
  }

  get number(): string {
    return numberOf(this.conversation.customer?.address ?? '');
  }

  get stateWords(): string {
    return this.conversation.state.replace('_', ' ');
  }

  get queueName(): string {
    return this.conversation.queue?.name ?? 'no queue';
  }

  get isLive(): boolean {
    return this.conversation.state !== 'finished' && this.conversation.state !== 'wrapping_up';
  }

  get isDialing(): boolean {
    return this.conversation.state === 'dialing';
  }

  get legs(): Leg[] {
    return this.conversation.participants
      .filter(({ agent }) => agent)
      .map((leg) => ({ id: leg.id, words: `${nameOf(leg)}: ${legState(leg)}` }));
  }

  get attributes(): { name: string; value: string }[] {
    const merged = Object.assign(
      {},
      ...this.conversation.participants.map((one) => one.attributes)
    );
    return Object.entries(merged as Record<string, string>).map(([name, value]) => ({
      name,
      value
    }));
  }

  get hasAttributes(): boolean {
    return this.attributes.length > 0;
  }

  get targets(): { value: string; label: string }[] {
    const { queues, agents } = this.overview;
    return [
      ...queues.map(({ name }) => ({ value: `toQueue ${name}`, label: `queue ${name}` })),
      ...agents.map(({ key, name }) => ({ value: `toAgent ${key}`, label: name }))
    ];
  }

  handleHangUp(): void {
    this.send('customer', { action: 'hangUp' });
  }

  handleAnswer(): void {
    this.send('customer', { action: 'answer' });
  }

  handleAgent(event: Event): void {
    event.preventDefault();
    const { action } = valuesOf(event.currentTarget as HTMLFormElement);
    this.send('agent', { action });
  }

  handleTransfer(event: Event): void {
    event.preventDefault();
    const { target = '' } = valuesOf(event.currentTarget as HTMLFormElement);
    const [kind = '', ...name] = target.split(' ');
    this.send('transfer', { [kind]: name.join(' ') });
  }

  handleAttribute(event: Event): void {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const { name, value = '', notify = 'all' } = valuesOf(form);
    if (!name) return;
    this.send('attributes', { attributes: { [name]: value }, notify });
  }

  send(what: string, body: object): void {
    const path = `/conversations/${this.conversation.id}/${what}`;
    this.dispatchEvent(
      new CustomEvent('command', { bubbles: true, composed: true, detail: { path, body } })
    );
  }
}

function nameOf({ name, purpose }: ParticipantSummary): string {
  return name ?? purpose;
}

function legState({ state, held, muted, endTime, wrapUp }: ParticipantSummary): string {
  if (endTime) return wrapUp ? `ended, ${wrapUp.name}` : 'ended';
  return [state, held && 'held', muted && 'muted'].filter(Boolean).join(', ');
}

function numberOf(address: string): string {
  return address.replace(/^tel:/, '');
}
