import { LightningElement, api } from 'lwc';
import type { Run } from 'c/softphoneView';
import call from '@salesforce/label/c.Softphone_Dial_Call';
import number from '@salesforce/label/c.Softphone_Dial_Number';
import numberHint from '@salesforce/label/c.Softphone_Dial_Hint';

const LEAST_DIGITS = 2;

/** A number to call. Without a queue: the agent's own number is shown to the other side. */
export default class DialPad extends LightningElement {
  @api disabled = false;
  /** Carries out what the agent does here. */
  @api run!: Run;
  number = '';
  labels = { call, number, numberHint };

  get cannotCall(): boolean {
    return this.disabled || this.number.replace(/\D/g, '').length < LEAST_DIGITS;
  }

  handleNumber(event: CustomEvent<{ value: string }>): void {
    this.number = event.detail.value;
  }

  handleDigit(event: CustomEvent<{ digit: string }>): void {
    this.number += event.detail.digit;
  }

  handleKeydown(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      this.handleCall();
    }
  }

  handleCall(): void {
    if (!this.cannotCall) {
      const phoneNumber = this.number.trim();
      this.run({ type: 'dial', phoneNumber });
    }
  }
}
