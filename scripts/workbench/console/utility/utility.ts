import { LightningElement, api, createContextProvider } from 'lwc';
import { EnclosingUtilityId } from '../../lightning/platformUtilityBarApi';

const provideUtility = createContextProvider(EnclosingUtilityId);

/** Around a utility's component, so that it can learn which utility it is in. */
export default class Utility extends LightningElement {
  @api utilityId = '';
  @api component = '';
  #isProvider = false;

  override connectedCallback(): void {
    const host = this.template?.host;
    if (this.#isProvider || !host) return;
    this.#isProvider = true;
    provideUtility(host, {
      consumerConnectedCallback: (consumer) => consumer.provide({ utilityId: this.utilityId })
    });
  }
}
