import { LightningElement, api } from 'lwc';
import bundles from 'workbench/bundles';

/** One of the project's components, by name, or the reason why it isn't there. */
export default class Bundle extends LightningElement {
  @api name = '';
  problem = '';

  get constructorOf(): typeof LightningElement | undefined {
    return bundles[this.name];
  }

  override errorCallback(error: unknown): void {
    this.problem = error instanceof Error ? error.message : String(error);
    // The stack leads to the component: it belongs into the browser's console.
    console.error(error);
  }
}
