import type * as platformClient from 'purecloud-platform-client-v2';
import type { operations } from './operations';

type Listed = typeof operations;
export type ApiName = keyof Listed;
export type OperationName<A extends ApiName> = Listed[A][number] &
  keyof InstanceType<(typeof platformClient)[A]>;

/** The SDK's own signature of an operation. */
type Signature<A extends ApiName, N extends OperationName<A>> = InstanceType<
  (typeof platformClient)[A]
>[N];
export type Arguments<A extends ApiName, N extends OperationName<A>> =
  Signature<A, N> extends (...input: infer Input) => unknown ? Input : never;
/** What the SDK says it resolves to: the body of the answer. */
export type Body<A extends ApiName, N extends OperationName<A>> =
  Signature<A, N> extends (...input: never) => Promise<infer Output> ? Output : never;

export type ApiClient = platformClient.ApiClientClass;
export type HttpRequest = platformClient.HttpRequestOptions;

type Method = (...input: unknown[]) => Promise<{ status: number; body: unknown }>;
export type Api = Record<string, Method>;

/** What the static resource puts on `window`. */
export type GenesysSdk = {
  ApiClient: new () => ApiClient;
  AbstractHttpClient: new () => platformClient.AbstractHttpClient;
} & Record<ApiName, new (client: ApiClient) => Api>;

/** Is it there, and is it the one we bundle? */
export function isGenesysSdk(sdk: unknown): sdk is GenesysSdk {
  if (typeof sdk !== 'object' || sdk === null) return false;
  return 'ApiClient' in sdk && 'AbstractHttpClient' in sdk && 'NotificationsApi' in sdk;
}
