import type { ToastInput } from 'lightning/platformShowToastEvent';

export const ShowToastEventName = 'lightning__showtoast';

export class ShowToastEvent extends CustomEvent<ToastInput> {
  constructor(toast: ToastInput) {
    super(ShowToastEventName, { composed: true, cancelable: true, bubbles: true, detail: toast });
  }
}
