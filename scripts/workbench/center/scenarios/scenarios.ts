import { LightningElement, api } from 'lwc';
import type { Overview, ScenarioView } from '../data/centerApi';
import { valuesOf } from '../data/form';

/** Whole conversations, played by themselves. */
export default class Scenarios extends LightningElement {
  @api overview!: Overview;
  chosen = '';

  get scenario(): ScenarioView | undefined {
    const { scenarios } = this.overview;
    return scenarios.find(({ name }) => name === this.chosen) ?? scenarios[0];
  }

  get options(): (ScenarioView & { selected: boolean })[] {
    return this.overview.scenarios.map((one) => ({ ...one, selected: one === this.scenario }));
  }

  handleScenario(event: Event): void {
    this.chosen = (event.currentTarget as HTMLSelectElement).value;
  }

  handleSubmit(event: Event): void {
    event.preventDefault();
    const values = valuesOf(event.currentTarget as HTMLFormElement);
    const { scenario = '', agent = 'agent', speed = '1', agentActs } = values;
    const path = `/scenarios/${encodeURIComponent(scenario)}`;
    const body = { agent, speed: Number(speed), agentActs: agentActs === 'on' };
    this.dispatchEvent(
      new CustomEvent('command', { bubbles: true, composed: true, detail: { path, body } })
    );
  }
}
