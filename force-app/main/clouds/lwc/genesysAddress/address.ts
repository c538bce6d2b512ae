const DOMAIN = /^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** A domain as DNS has it, of two parts or more; no scheme, no port, no path. */
export function isDomain(text: string): boolean {
  return DOMAIN.test(text);
}

export function urlOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** Encrypted, or not leaving the machine. */
export function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

export function isLoopback(hostname: string): boolean {
  return LOOPBACK.includes(hostname) || hostname.endsWith('.localhost');
}
