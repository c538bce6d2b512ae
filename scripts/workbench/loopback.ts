const ADDRESSES = ['127.0.0.1', '[::1]'];

/**
 * Whether a host name can only mean this machine. `localhost` and every name below it are loopback
 * by definition (RFC 6761): a browser never asks DNS for them, so no foreign page can own one.
 */
export function isLoopbackName(hostname: string): boolean {
  return ADDRESSES.includes(hostname) || /(^|\.)localhost$/.test(hostname);
}
