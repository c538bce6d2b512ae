import { LightningElement, api } from 'lwc';
import type { ConversationSummary, ParticipantSummary, TextSummary } from '../../genesys/summary';
import type { Overview } from '../data/centerApi';
import { valuesOf } from '../data/form';

interface Leg {
  id: string;
  words: string;
}

const MOST_TEXTS = 4;
const STICKER = 'https://stickers.example.com/7';

/** What an agent can do to a conversation in Genesys's own screen. */
const ACTIONS: Readonly<Record<ConversationSummary['media'], readonly string[]>> = {
  call: ['answer', 'decline', 'hold', 'resume', 'mute', 'unmute', 'record', 'hangUp'],
  callback: ['answer', 'decline', 'callBack', 'hangUp'],
  chat: ['answer', 'decline', 'hangUp'],
  email: ['answer', 'decline', 'park', 'unpark', 'hangUp'],
  message: ['answer', 'decline', 'park', 'unpark', 'hangUp']
};

/** One conversation: what its customer, its agents and their system can do to it. */
export default class Conversation extends LightningElement {
  @api conversation!: ConversationSummary;
  @api overview!: Overview;
  @api open = false;

  get party(): string {
    const { customer, participants } = this.conversation;
    if (!customer) return participants.map(nameOf).join(', ');
    // A guest's id says nothing.
    return customer.name || (this.number.length < 20 ? this.number : 'Guest');
  }

  get number(): string {
    return (this.conversation.customer?.address ?? '').replace(/^tel:/, '');
  }

  get stateWords(): string {
    return this.conversation.state.replace('_', ' ');
  }

  get about(): string {
    const { queue, subject } = this.conversation;
    return [
      this.typeWords,
      this.number === this.party ? '' : this.number,
      queue?.name ?? 'no queue',
      subject
    ]
      .filter(Boolean)
      .join(' · ');
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

  /** Chats, messages and emails have texts; calls and callbacks have none. */
  get hasTexts(): boolean {
    return this.conversation.media !== 'call' && this.conversation.media !== 'callback';
  }

  get texts(): { id: string; from: string; words: string }[] {
    return this.conversation.texts
      .slice(-MOST_TEXTS)
      .map((text) => textLine(text, text.direction === 'inbound' ? this.party : 'Agent'));
  }

  get hasStickers(): boolean {
    return this.conversation.media === 'message';
  }

  get typeWords(): string {
    const { type, direction } = this.conversation;
    const { label } = this.overview.types.find(
      (one) => one.type === type && one.direction === direction
    ) ?? { label: type };
    return label;
  }

  /** Mail has no line that could be cut. */
  get canLeave(): boolean {
    return this.isLive && this.conversation.media !== 'email';
  }

  get leaveWords(): string {
    return this.hasTexts ? 'Customer leaves' : 'Customer hangs up';
  }

  get actions(): { value: string; label: string }[] {
    const { media, state, queue } = this.conversation;
    const codes = this.overview.queues.find(({ id }) => id === queue?.id)?.codes ?? [];
    const own = this.isLive ? ACTIONS[media] : [];
    const isEnding = state === 'wrapping_up' || state === 'connected';
    const wrapUps = isEnding ? codes.map(({ name }) => `wrapUp ${name}`) : [];
    return [...own, ...wrapUps, ...(state === 'wrapping_up' ? ['skipWrapUp'] : [])].map(
      (value) => ({ value, label: actionWords(value) })
    );
  }

  get hasActions(): boolean {
    return this.actions.length > 0;
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
    const { action: chosen = '' } = valuesOf(event.currentTarget as HTMLFormElement);
    const [action, ...code] = chosen.split(' ');
    this.send('agent', { action, ...(code.length > 0 ? { code: code.join(' ') } : {}) });
  }

  handleSend(event: Event): void {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const { text, attachment, sticker } = valuesOf(form);
    if (!text && !attachment && !sticker) return;
    this.send('customer', {
      action: 'send',
      text: text ?? '',
      ...(attachment ? { attachments: [{ name: attachment }] } : {}),
      ...(sticker ? { sticker: STICKER } : {})
    });
    form.reset();
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

/** `hangUp` → hang up; `wrapUp Resolved` → wrap up: Resolved. */
function actionWords(value: string): string {
  const [action = '', ...code] = value.split(' ');
  const words = action.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return code.length > 0 ? `${words}: ${code.join(' ')}` : words;
}

function textLine({ id, text, attachments, sticker }: TextSummary, from: string) {
  const files = attachments.map((name) => `[${name}]`);
  return {
    id,
    from,
    words: [text, ...files, sticker ? '[sticker]' : ''].filter(Boolean).join(' ')
  };
}
