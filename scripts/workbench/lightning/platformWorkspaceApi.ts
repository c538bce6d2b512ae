import type { PageReference } from 'lightning/navigation';
import type { TabInfo } from 'lightning/platformWorkspaceApi';
import { bareWire } from './data/bareWire';
import { currentPage, navigate, onPageChange, urlOf } from './data/location';

interface Target {
  recordId?: string;
  url?: string;
  pageReference?: PageReference;
}

/** One page at a time: the console of the local org is one tab that navigates. */
const TAB = 'tab-1';

export const IsConsoleNavigation = bareWire(
  () => true,
  () => () => undefined
);
export const EnclosingTabId = bareWire<string | undefined>(() => undefined, onPageChange);

export async function getFocusedTabInfo(): Promise<TabInfo> {
  const pageReference = currentPage();
  return {
    tabId: TAB,
    recordId: pageReference.attributes['recordId'] ?? null,
    url: urlOf(pageReference),
    title: document.title,
    focused: true,
    pageReference
  };
}

export const getTabInfo = getFocusedTabInfo;

export async function getAllTabInfo(): Promise<TabInfo[]> {
  return [await getFocusedTabInfo()];
}

export async function openTab(target: Target): Promise<string> {
  const { recordId, url, pageReference } = target;
  if (pageReference) navigate(pageReference);
  else if (recordId) navigate({ type: 'standard__recordPage', attributes: { recordId } });
  else if (url) window.location.assign(url);
  return TAB;
}

export async function openSubtab(_parent: string, target: Target): Promise<string> {
  return openTab(target);
}

export async function focusTab(): Promise<boolean> {
  return true;
}

export async function refreshTab(): Promise<boolean> {
  return true;
}
