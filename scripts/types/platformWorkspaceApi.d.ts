declare module 'lightning/platformWorkspaceApi' {
  import type { WireAdapterConstructor } from 'lwc';
  import type { PageReference } from 'lightning/navigation';

  export interface TabInfo {
    readonly tabId: string;
    readonly recordId?: string | null;
    readonly url?: string;
    readonly title?: string;
    readonly focused?: boolean;
    readonly pageReference?: PageReference;
  }
  /** Provisioned bare. False in a standard app, where none of the functions work. */
  export const IsConsoleNavigation: WireAdapterConstructor<
    Record<string, never>,
    boolean | undefined
  >;
  export const EnclosingTabId: WireAdapterConstructor<Record<string, never>, string | undefined>;
  export function getFocusedTabInfo(): Promise<TabInfo>;
  export function getTabInfo(tabId: string): Promise<TabInfo>;
  export function getAllTabInfo(): Promise<TabInfo[]>;
  export function openTab(options: {
    recordId?: string;
    url?: string;
    pageReference?: PageReference;
    focus?: boolean;
  }): Promise<string>;
  export function openSubtab(
    parentTabId: string,
    options: {
      recordId?: string;
      url?: string;
      pageReference?: PageReference;
      focus?: boolean;
    }
  ): Promise<string>;
  export function focusTab(tabId: string): Promise<boolean>;
  export function refreshTab(
    tabId: string,
    options?: { includeAllSubtabs?: boolean }
  ): Promise<boolean>;
}
