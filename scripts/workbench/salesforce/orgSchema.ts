import type { ObjectSchema, PermissionSet } from './schema';

export interface Tab {
  name: string;
  label: string;
  lwcComponent?: string;
}

export interface OrgSchema {
  objects: Map<string, ObjectSchema>;
  permissionSets: Map<string, PermissionSet>;
  /** Custom labels by name. */
  labels: Record<string, string>;
  tabs: Map<string, Tab>;
}
