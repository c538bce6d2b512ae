declare module 'lightning/platformResourceLoader' {
  import type { LightningElement } from 'lwc';
  /** Rejects with an Error when the file can't be loaded. Loads a given URL once. */
  export function loadScript(component: LightningElement, url: string): Promise<void>;
  export function loadStyle(component: LightningElement, url: string): Promise<void>;
}

declare module 'lightning/platformShowToastEvent' {
  export interface ToastInput {
    title: string;
    message?: string;
    messageData?: readonly (string | { url: string; label: string })[];
    variant?: 'info' | 'success' | 'warning' | 'error';
    mode?: 'dismissible' | 'pester' | 'sticky' | 'dismissable';
  }
  export const ShowToastEventName: 'lightning__showtoast';
  export class ShowToastEvent extends CustomEvent<ToastInput> {
    constructor(toast: ToastInput);
  }
}

declare module 'lightning/toast' {
  import type { LightningElement } from 'lwc';
  export interface ToastConfig {
    label: string;
    labelLinks?: unknown;
    message?: string;
    messageLinks?: unknown;
    mode?: 'dismissible' | 'sticky';
    variant?: 'info' | 'success' | 'warning' | 'error';
  }
  export default class Toast extends LightningElement {
    static show(config: ToastConfig, source?: LightningElement): void;
  }
}

declare module 'lightning/refresh' {
  import type { LightningElement } from 'lwc';
  export const RefreshEventName: 'lightning__refresh';
  export class RefreshEvent extends CustomEvent<void> {
    constructor();
  }
  export function registerRefreshHandler(
    element: LightningElement,
    handler: () => Promise<unknown>
  ): number;
  export function unregisterRefreshHandler(id: number): void;
}

declare module 'lightning/alert' {
  export default class LightningAlert {
    static open(options: {
      label: string;
      message: string;
      theme?: string;
      variant?: 'header' | 'headerless';
    }): Promise<void>;
  }
}

declare module 'lightning/confirm' {
  export default class LightningConfirm {
    static open(options: {
      label: string;
      message: string;
      theme?: string;
      variant?: 'header' | 'headerless';
    }): Promise<boolean>;
  }
}

declare module 'lightning/prompt' {
  export default class LightningPrompt {
    static open(options: {
      label: string;
      message: string;
      defaultValue?: string;
      theme?: string;
    }): Promise<string | null>;
  }
}

declare module 'lightning/modal' {
  import { LightningElement } from 'lwc';
  export default class LightningModal extends LightningElement {
    static open<Result = unknown>(
      options: Record<string, unknown> & {
        label: string;
        size?: 'small' | 'medium' | 'large' | 'full';
        description?: string;
      }
    ): Promise<Result | undefined>;
    close(result?: unknown): void;
    disableClose: boolean;
    label: string;
    size: string;
  }
}
