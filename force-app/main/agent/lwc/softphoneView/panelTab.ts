/** A place of the panel, as shown in its bar at the bottom. */
export interface PanelTab {
  id: string;
  label: string;
  icon: string;
  /** Shown as a count; `badgeText` says what it counts. */
  badge?: number;
  badgeText?: string;
}
