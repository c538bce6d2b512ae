import type { WireAdapter } from 'lwc';
import type { UtilityInfo } from 'lightning/platformUtilityBarApi';
import { addClickHandler, allUtilities, changeUtility, utilityOf } from './data/utilities';
import type { OpenUtility } from './data/utilities';

/** The utility around a component tells it by context; outside of one nothing is provisioned. */
export class EnclosingUtilityId implements WireAdapter {
  static contextSchema = { utilityId: 'required' } as const;
  static configSchema = {};
  #tell: (utilityId: string | undefined) => void;

  constructor(tell: (utilityId: string | undefined) => void) {
    this.#tell = tell;
  }

  connect(): void {}

  update(_config: object, context?: { utilityId?: string }): void {
    if (context?.utilityId) this.#tell(context.utilityId);
  }

  disconnect(): void {}
}

export async function open(
  utilityId: string,
  options: { autoFocus?: boolean } = {}
): Promise<boolean> {
  change(utilityId, { utilityVisible: true });
  if (options.autoFocus !== false)
    document.dispatchEvent(new CustomEvent('workbench-utility-focus', { detail: utilityId }));
  return true;
}

export async function minimize(utilityId: string): Promise<boolean> {
  return change(utilityId, { utilityVisible: false });
}

export async function getInfo(utilityId: string): Promise<UtilityInfo> {
  return known(utilityId);
}

export async function getAllUtilityInfo(): Promise<UtilityInfo[]> {
  return [...allUtilities()];
}

export async function updateUtility(
  utilityId: string,
  changes: { icon?: string; iconVariant?: string; label?: string; highlighted?: boolean }
): Promise<boolean> {
  const { icon, iconVariant, label, highlighted } = changes;
  return change(utilityId, {
    ...(icon === undefined ? {} : { utilityIcon: icon }),
    ...(iconVariant === undefined ? {} : { utilityIconVariant: iconVariant }),
    ...(label === undefined ? {} : { utilityLabel: label }),
    ...(highlighted === undefined ? {} : { utilityHighlighted: highlighted })
  });
}

export async function updatePanel(
  utilityId: string,
  changes: { icon?: string; label?: string; height?: number; width?: number }
): Promise<boolean> {
  const { icon, label, height, width } = changes;
  return change(utilityId, {
    ...(icon === undefined ? {} : { panelHeaderIcon: icon }),
    ...(label === undefined ? {} : { panelHeaderLabel: label }),
    ...(height === undefined ? {} : { panelHeight: height }),
    ...(width === undefined ? {} : { panelWidth: width })
  });
}

export async function onUtilityClick(
  utilityId: string,
  handler: (event: { utilityId: string; panelVisible: boolean }) => void
): Promise<boolean> {
  named(utilityId);
  addClickHandler(utilityId, handler);
  return true;
}

/** The bar of the local org has no pop-out: allowed or not, its button never shows. */
export async function enablePopout(utilityId: string): Promise<boolean> {
  named(utilityId);
  return true;
}

export async function enableModal(utilityId: string): Promise<boolean> {
  named(utilityId);
  return true;
}

export async function isUtilityPoppedOut(utilityId: string): Promise<boolean> {
  return known(utilityId).utilityPoppedOut;
}

/** An id that no utility has changes nothing, and is no failure either. */
function change(utilityId: string, changes: Partial<OpenUtility>): true {
  named(utilityId);
  changeUtility(utilityId, changes);
  return true;
}

function named(utilityId: unknown): void {
  if (typeof utilityId !== 'string' || utilityId === '')
    throw new Error(`Expected a non-empty string value, instead received ${String(utilityId)}`);
}

function known(utilityId: string): OpenUtility {
  named(utilityId);
  const utility = utilityOf(utilityId);
  if (!utility) throw new Error(`There is no utility '${utilityId}'.`);
  return utility;
}
