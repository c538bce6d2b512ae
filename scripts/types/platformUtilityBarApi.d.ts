declare module 'lightning/platformUtilityBarApi' {
  import type { WireAdapterConstructor } from 'lwc';

  /** Id of the utility around this component, provisioned bare; undefined outside a utility bar. */
  export const EnclosingUtilityId: WireAdapterConstructor<
    Record<string, never>,
    string | undefined
  >;

  export interface UtilityInfo {
    readonly id: string;
    readonly utilityLabel: string;
    readonly utilityIcon: string;
    readonly utilityIconVariant?: string;
    readonly utilityHighlighted: boolean;
    readonly utilityVisible: boolean;
    readonly utilityPoppedOut: boolean;
    readonly panelHeaderLabel: string;
    readonly panelHeaderIcon: string;
    /** Pixels. */
    readonly panelHeight: number;
    /** Pixels. */
    readonly panelWidth: number;
  }
  /** Settles with true when the utility did what was asked; rejects when there is no such utility. */
  export function open(utilityId: string, options?: { autoFocus?: boolean }): Promise<boolean>;
  export function minimize(utilityId: string): Promise<boolean>;
  export function getInfo(utilityId: string): Promise<UtilityInfo>;
  export function getAllUtilityInfo(): Promise<UtilityInfo[]>;
  export function updateUtility(
    utilityId: string,
    changes: {
      /** Name in the utility icon set, without its prefix. */
      icon?: string;
      iconVariant?: string;
      label?: string;
      highlighted?: boolean;
    }
  ): Promise<boolean>;
  export function updatePanel(
    utilityId: string,
    changes: { icon?: string; label?: string; height?: number; width?: number }
  ): Promise<boolean>;
  /** Called on each click of the utility's button. There is no way to take it back. */
  export function onUtilityClick(
    utilityId: string,
    handler: (event: { utilityId: string; panelVisible: boolean }) => void
  ): Promise<boolean>;
  export function enablePopout(
    utilityId: string,
    enabled: boolean,
    options?: { disabledText?: string }
  ): Promise<boolean>;
  export function enableModal(
    utilityId: string,
    enabled: boolean,
    options?: { disabledText?: string }
  ): Promise<boolean>;
  export function isUtilityPoppedOut(utilityId: string): Promise<boolean>;
}
