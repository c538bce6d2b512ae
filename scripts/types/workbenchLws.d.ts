/** Lightning Web Security, minified into one file when the base components are compiled. */
declare module 'workbench/lws' {
  export { evaluateFunction, wrapDependency } from '@locker/sandbox';
  export { LWS_DEFAULT_GATER_FEATURES, registerGaterEnabledFeatures } from '@locker/shared';
}

declare module 'workbench/syntheticShadow';
