import { join } from 'node:path';

/** The pinned CLI of this project, to be run by Node; never one that happens to be installed. */
export const salesforceCli = (root: string): string =>
  join(root, 'node_modules/@salesforce/cli/bin/run.js');

/** Neither telemetry nor a look for updates: a check must work, and stay quiet, without a network. */
export const QUIET_CLI = {
  SF_DISABLE_TELEMETRY: 'true',
  SF_AUTOUPDATE_DISABLE: 'true',
  SF_SKIP_NEW_VERSION_CHECK: 'true'
};
