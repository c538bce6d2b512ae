import { LightningElement, api } from 'lwc';
import type { StartField, StartType } from '../../genesys/startTypes';
import type { Overview } from '../data/centerApi';
import { attributesOf, valuesOf } from '../data/form';
import { NO_QUEUE, choicesOf } from '../data/choices';
import type { Choice } from '../data/choices';

interface Shown {
  key: string;
  name: string;
  label: string;
  className: string;
  /** What is in it before anybody types, and what is taken when it is left empty. */
  value: string;
  placeholder: string;
  required: boolean;
  inputType: string;
  choices: Choice[];
  isChoice: boolean;
  isText: boolean;
  isYesNo: boolean;
  isArea: boolean;
}

/** A caller whom the local org knows: the first call should find its contact. */
const KNOWN: Readonly<Record<string, Partial<Record<StartField['name'], string>>>> = {
  'inbound call': { name: 'Blanche Stokes', address: '+13175550101' },
  'outbound call': { name: 'Blanche Stokes', address: '+13175550101' }
};

/** Fields that most newcomers leave as they are. */
const SELDOM: ReadonlySet<string> = new Set([
  'to',
  'uui',
  'flowSeconds',
  'queueSeconds',
  'scheduledInSeconds'
]);

/** Starts an interaction of any type; which fields there are, the contact center itself says. */
export default class StartForm extends LightningElement {
  @api overview!: Overview;
  chosen = 0;

  get types(): { value: number; label: string; selected: boolean }[] {
    return this.overview.types.map(({ label }, value) => ({
      value,
      label,
      selected: value === this.chosen
    }));
  }

  get type(): StartType | undefined {
    return this.overview.types[this.chosen];
  }

  get usual(): Shown[] {
    return this.fields.filter(({ name }) => !SELDOM.has(name));
  }

  get seldom(): Shown[] {
    return this.fields.filter(({ name }) => SELDOM.has(name));
  }

  get isInbound(): boolean {
    return this.type?.direction === 'inbound';
  }

  get hasSeldom(): boolean {
    return this.isInbound || this.seldom.length > 0;
  }

  get fields(): Shown[] {
    const { type } = this;
    return (type?.fields ?? []).map((field) => this.shown(type as StartType, field));
  }

  shown(type: StartType, { name, label, input, required, fallback = '' }: StartField): Shown {
    const title = `${type.direction} ${type.type}`;
    const choices = choicesOf(this.overview, type, { name, input, required, fallback });
    const isArea = input === 'longText' || input === 'attributes';
    return {
      // Another type's field of the same name must not keep what was typed.
      key: `${title} ${name}`,
      name,
      label: input === 'attributes' ? `${label}, one a line: name = value` : label,
      className: isArea ? 'wide' : '',
      value: KNOWN[title]?.[name] ?? '',
      placeholder: fallback,
      required: Boolean(required),
      inputType: input === 'dateTime' ? 'datetime-local' : input === 'number' ? 'number' : 'text',
      choices,
      isChoice: choices.length > 0,
      isYesNo: input === 'yesNo',
      isArea,
      isText: choices.length === 0 && input !== 'yesNo' && !isArea
    };
  }

  handleType(event: Event): void {
    this.chosen = Number((event.currentTarget as HTMLSelectElement).value);
  }

  handleSubmit(event: Event): void {
    event.preventDefault();
    const { type } = this;
    if (!type) return;
    const values = valuesOf(event.currentTarget as HTMLFormElement);
    const told = type.fields.flatMap(({ name, input }) => {
      const value = values[name];
      return value === undefined ? [] : [[name, asTold(input, value)] as const];
    });
    const body = {
      type: type.type,
      direction: type.direction,
      ...Object.fromEntries(told),
      ...(values['realTime'] ? { realTime: true } : {})
    };
    this.dispatchEvent(
      new CustomEvent('command', {
        bubbles: true,
        composed: true,
        detail: { path: '/interactions', body }
      })
    );
  }
}

function asTold(input: StartField['input'], value: string): unknown {
  switch (input) {
    case 'attributes':
      return attributesOf(value);
    case 'number':
      return Number(value);
    case 'dateTime':
      return Date.parse(value);
    case 'yesNo':
      return true;
    case 'queue':
      return value === NO_QUEUE ? null : value;
    default:
      return value;
  }
}
