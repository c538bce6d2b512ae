import { LightningElement, api } from 'lwc';
import type { Overview } from '../data/centerApi';

interface Line {
  key: string;
  name: string;
  label: string;
  words: string;
  presences: { name: string; selected: boolean }[];
}

/** Who is there, and their presence. */
export default class Agents extends LightningElement {
  @api overview!: Overview;

  get lines(): Line[] {
    return this.overview.agents.map(({ key, name, presence, station, channels }) => ({
      key,
      name,
      label: `Presence of ${name}`,
      words: [
        channels.some(({ connected }) => connected) ? 'softphone connected' : 'no softphone',
        station ? '' : 'no station'
      ]
        .filter(Boolean)
        .join(', '),
      presences: this.overview.presences.map((one) => ({ name: one, selected: one === presence }))
    }));
  }

  handlePresence(event: Event): void {
    const { value, dataset } = event.currentTarget as HTMLSelectElement;
    this.dispatchEvent(
      new CustomEvent('command', {
        bubbles: true,
        composed: true,
        detail: { path: `/agents/${dataset['key']}`, method: 'PATCH', body: { presence: value } }
      })
    );
  }
}
