import type { Org, OrgUser } from '../salesforce/org';
import type { AppMetadata } from './appMetadata';

/** What the page knows before its first module runs: `globalThis.workbench`. */
export interface Session {
  /** Who looks at the page; also the bearer token of the org's API. */
  user: string;
  userId: string;
  userName: string;
  isGuest: boolean;
  timeZone: string;
  isAdmin: boolean;
  users: { username: string; name: string }[];
  userPermissions: Record<string, boolean>;
  customPermissions: Record<string, boolean>;
  app: Omit<AppMetadata, 'trustedSites'>;
  /** Base URL of the contact center's HTTP API; absent with a real Genesys Cloud. */
  genesys?: string;
}

const ADMIN_SET = 'Softphone_Admin';

export function session(
  org: Org,
  user: OrgUser,
  app: AppMetadata,
  genesys: string | undefined
): Session {
  const isAdmin = user.permissionSets.includes(ADMIN_SET);
  const { trustedSites: _, ...shown } = app;
  return {
    user: user.username,
    userId: user.recordId,
    userName: user.name,
    isGuest: false,
    timeZone: user.timeZone,
    isAdmin,
    users: [...org.users.values()].map(({ username, name }) => ({ username, name })),
    userPermissions: isAdmin ? { CustomizeApplication: true } : {},
    customPermissions: {},
    app: { ...shown, tabs: shown.tabs.filter((tab) => maySee(org, user, tab.name)) },
    ...(genesys ? { genesys } : {})
  };
}

/** Standard tabs are everybody's; a custom one comes with a permission set. */
function maySee(org: Org, user: OrgUser, tab: string): boolean {
  return (
    tab.startsWith('standard-') ||
    user.permissionSets.some((name) => org.schema.permissionSets.get(name)?.tabs.includes(tab))
  );
}
