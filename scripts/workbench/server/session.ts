import type { Org } from '../salesforce/org';
import type { AppMetadata } from './appMetadata';
import type { OrgUser } from '../salesforce/orgTypes';

/**
 * What the page knows before its first module runs: `globalThis.workbench`. The browser adds
 * `timeZone` itself: it is the simulated user's, so that a newcomer sees one time everywhere.
 */
export interface Session {
  /** Who looks at the page; also the bearer token of the org's API. */
  user: string;
  userId: string;
  userName: string;
  isGuest: boolean;
  isAdmin: boolean;
  users: { username: string; name: string }[];
  userPermissions: Record<string, boolean>;
  customPermissions: Record<string, boolean>;
  app: AppMetadata;
  /** Base URL of the contact center's HTTP API; absent with a real Genesys Cloud. */
  genesys?: string;
  /** Newest release whose changes in Lightning Web Security are on; absent: all. */
  lwsGates?: number;
  syntheticShadow: boolean;
}

const ADMIN_SET = 'Softphone_Admin';

export function session(
  org: Org,
  user: OrgUser,
  app: AppMetadata,
  more: Pick<Session, 'genesys' | 'lwsGates' | 'syntheticShadow'>
): Session {
  const isAdmin = user.permissionSets.includes(ADMIN_SET);
  return {
    user: user.username,
    userId: user.recordId,
    userName: user.name,
    isGuest: false,
    isAdmin,
    users: [...org.users.values()].map(({ username, name }) => ({ username, name })),
    userPermissions: isAdmin ? { CustomizeApplication: true } : {},
    customPermissions: {},
    app: {
      ...app,
      tabs: app.tabs.filter((tab) => maySee(org, user, tab.name)),
      otherTabs: app.otherTabs.filter((tab) => maySee(org, user, tab.name))
    },
    ...more
  };
}

/** The script that says so to the page. */
export function sessionScript(value: Session): string {
  return `globalThis.workbench = Object.freeze({
  ...${JSON.stringify(value)},
  timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone
});`;
}

/** Standard tabs are everybody's; a custom one comes with a permission set. */
function maySee(org: Org, user: OrgUser, tab: string): boolean {
  return (
    tab.startsWith('standard-') ||
    user.permissionSets.some((name) => org.schema.permissionSets.get(name)?.tabs.includes(tab))
  );
}
