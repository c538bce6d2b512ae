import type { Setting } from 'c/softphoneConfiguration';

/** What a field shows its error with: lightning-input and lightning-combobox. */
export interface Control extends HTMLElement {
  setCustomValidity(words: string): void;
  reportValidity(): boolean;
}

/** The setting that a control of the form is for. */
export function settingOf(control: EventTarget | null): Setting {
  return (control as HTMLElement).dataset.setting as Setting;
}

/** The base components show an error when told, not when it is rendered: each is told once. */
export function shownErrors() {
  const shown = new WeakMap<Control, string>();
  return {
    show(controls: Iterable<Control>, dueOf: (setting: Setting) => string | undefined): void {
      for (const control of controls) {
        const due = dueOf(settingOf(control)) ?? '';
        if (due === (shown.get(control) ?? '')) continue;
        shown.set(control, due);
        control.setCustomValidity(due);
        control.reportValidity();
      }
    }
  };
}
