import { LightningElement, api } from 'lwc';
import type { SoftphoneView } from 'c/softphoneView';
import { format } from 'c/softphoneWords';
import offQueue from '@salesforce/label/c.Softphone_Empty_Off_Queue';
import onQueue from '@salesforce/label/c.Softphone_Empty_On_Queue';
import title from '@salesforce/label/c.Softphone_Empty_Title';

/** Nothing to handle: what to do to get something. */
export default class EmptyState extends LightningElement {
  @api view!: SoftphoneView;
  labels = { title };

  /** Not while a notice above says that nothing will come. */
  get text(): string | undefined {
    const { connection, presence, presences, routingStatus, station } = this.view;
    const isOut = routingStatus === 'NOT_RESPONDING' || connection.state !== 'live';
    if (isOut || station === 'none') return undefined;
    const current = presences.find(({ id }) => id === presence?.id);
    return current && current.system.toLowerCase() !== 'on queue'
      ? format(offQueue, current.name)
      : onQueue;
  }
}
