import { LightningElement, api } from 'lwc';

/** A custom tab: nothing but its component, as wide as the page. */
export default class SetupTab extends LightningElement {
  @api component = '';
}
