export { createGenesysCloud } from './createGenesysCloud';
export type { Agent, GenesysCloud, InteractionRef, Named, PresenceOption } from './cloud';
export type { ConnectionState, GenesysEvent, GenesysUser, UserPresence } from './events';
export type { GenesysOptions } from './options';
export type { AddMessageListener, Fetch, PageMessage, Socket, SocketConstructor } from './ports';
export type { GenesysProblem, Result } from './result';
export type { SignInProblem } from './signInProblem';
export { isGenesysSdk } from './sdk';
