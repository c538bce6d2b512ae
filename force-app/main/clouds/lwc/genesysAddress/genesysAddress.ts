export { isDomain, isLoopback, isSafe, urlOf } from './address';
export { connectionFault } from './connection';
export type { Connection, ConnectionFault } from './connection';
export { foreignHost, isListed, REGIONS } from './regions';
export type { RegionDomain } from './regions';
