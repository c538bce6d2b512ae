import type { UtilityInfo } from 'lightning/platformUtilityBarApi';
import type { Utility } from '../../server/appMetadata';
import { page } from './page';

export interface OpenUtility extends UtilityInfo {
  readonly component: string;
  readonly eager: boolean;
}

type Click = (event: { utilityId: string; panelVisible: boolean }) => void;

/**
 * Of each utility whether its panel is open, for as long as the browser tab lives. On the platform
 * panels start folded; here a newcomer should see the product without looking for its button.
 */
const KEPT = 'workbench.utility.open.';

let utilities: readonly OpenUtility[] = page.app.utilities.map(initial);
const listeners = new Set<() => void>();
const clicks = new Map<string, Click[]>();

/** The utility bar's items as they are now; a new array on each change. */
export function allUtilities(): readonly OpenUtility[] {
  return utilities;
}

export function onUtilitiesChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function utilityOf(id: string): OpenUtility | undefined {
  return utilities.find((utility) => utility.id === id);
}

/** @returns false when there is no such utility */
export function changeUtility(id: string, changes: Partial<OpenUtility>): boolean {
  if (!utilityOf(id)) return false;
  utilities = utilities.map((utility) =>
    utility.id === id ? { ...utility, ...changes } : utility
  );
  const { utilityVisible } = changes;
  if (utilityVisible !== undefined) sessionStorage.setItem(KEPT + id, String(utilityVisible));
  for (const listener of [...listeners]) listener();
  return true;
}

export function addClickHandler(id: string, handler: Click): void {
  clicks.set(id, [...(clicks.get(id) ?? []), handler]);
}

/** The user clicked a utility's button; handlers learn what the click made of the panel. */
export function clickUtility(id: string): void {
  const utility = utilityOf(id);
  if (!utility) return;
  const panelVisible = !utility.utilityVisible;
  changeUtility(id, { utilityVisible: panelVisible });
  for (const handler of clicks.get(id) ?? []) handler({ utilityId: id, panelVisible });
}

/** A tab of an app's own, such as Softphone Setup: whoever comes straight to it wants the page. */
function isFullPageTab(): boolean {
  return window.location.pathname.startsWith('/lightning/n/');
}

function initial(utility: Utility, index: number): OpenUtility {
  const id = `utility-${index + 1}`;
  return {
    id,
    component: utility.component,
    eager: utility.eager,
    utilityLabel: utility.label,
    utilityIcon: utility.icon,
    utilityHighlighted: false,
    utilityVisible: (sessionStorage.getItem(KEPT + id) ?? String(!isFullPageTab())) !== 'false',
    utilityPoppedOut: false,
    panelHeaderLabel: utility.label,
    panelHeaderIcon: utility.icon,
    panelHeight: utility.height,
    panelWidth: utility.width
  };
}
