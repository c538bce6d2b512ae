import {
  evaluateFunction,
  LWS_DEFAULT_GATER_FEATURES,
  registerGaterEnabledFeatures,
  wrapDependency
} from 'workbench/lws';
import { page } from '../../lightning/data/page';

/*
 * Lightning Web Security, used as Lightning Web Runtime does: one sandbox for a namespace; `lwc`
 * and the resource loader wrapped, everything else handed in as it is.
 */
const NAMESPACE = 'c';
const RELEASE = /\.changesSince\.(\d+)$/;

/** What a bundle exports may be called and read from outside, for good. */
const LIVE = Symbol.for('@@lockerLiveValue');

const gates = LWS_DEFAULT_GATER_FEATURES.filter((gate) => isOpen(gate, page.lwsGates));
registerGaterEnabledFeatures(gates);

const given = new Map<string, unknown>();

/** Every gate, or those of the releases up to one; gates without a release came with the last. */
function isOpen(gate: string, newest: number | undefined): boolean {
  return newest === undefined || Number(RELEASE.exec(gate)?.[1] ?? Infinity) <= newest;
}

/**
 * Runs a bundle's AMD function in the sandbox.
 * @param dependencies its parameters in order, each a name and, except for 'exports', a module
 * @returns what the bundle exports
 */
export function evaluate(
  specifier: string,
  body: string,
  dependencies: readonly (readonly [name: string, module?: unknown])[]
): unknown {
  const exports = { [LIVE]: undefined };
  const parameters = dependencies.map(([name, module]) =>
    name === 'exports' ? exports : outside(name, module)
  );
  // The sandbox takes a function for its text only.
  const text = body as unknown as () => unknown;
  const factory = evaluateFunction(NAMESPACE, text, undefined, `//# sourceURL=${specifier}.js`);
  return (factory as (...given: unknown[]) => unknown)(...parameters) ?? exports;
}

/** A module as AMD hands it over: one plain object, the same for all who import it. */
function outside(name: string, module: unknown): unknown {
  if (name.startsWith(`${NAMESPACE}/`)) return module;
  if (!given.has(name)) given.set(name, wrapDependency({ ...(module as object) }, name, NAMESPACE));
  return given.get(name);
}
