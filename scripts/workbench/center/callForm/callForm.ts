import { LightningElement, api } from 'lwc';
import type { Overview } from '../data/centerApi';
import { attributesOf, valuesOf } from '../data/form';

/** Places a call. The caller it starts with is a contact of the local org. */
export default class CallForm extends LightningElement {
  @api overview!: Overview;

  handleSubmit(event: Event): void {
    event.preventDefault();
    const values = valuesOf(event.currentTarget as HTMLFormElement);
    const { direction, attributes, agent, queue, number, name, dnis, realTime } = values;
    const common = {
      ...(agent ? { agent } : {}),
      ...(name ? { name } : {}),
      attributes: attributesOf(attributes)
    };
    const isInbound = direction === 'inbound';
    const body = isInbound
      ? {
          ...common,
          ani: number,
          // No queue: straight to the agent.
          queue: queue ?? null,
          ...(dnis ? { dnis } : {}),
          realTime: realTime === 'on'
        }
      : {
          ...common,
          agent: agent ?? 'agent',
          phoneNumber: number ?? '',
          ...(queue ? { queue } : {})
        };
    const path = isInbound ? '/calls' : '/calls/outbound';
    this.dispatchEvent(
      new CustomEvent('command', { bubbles: true, composed: true, detail: { path, body } })
    );
  }
}
