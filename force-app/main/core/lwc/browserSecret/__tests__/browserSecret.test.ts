import { browserSecret, type SecretPorts } from '../browserSecret';

function browser(items = new Map<string, string>()) {
  let byte = 0;
  const ports: SecretPorts = {
    storage: {
      getItem: (name) => items.get(name) ?? null,
      setItem: (name, value) => void items.set(name, value)
    },
    randomBytes: (count) => Uint8Array.from({ length: count }, () => (byte = (byte + 7) % 256))
  };
  return { ports, items };
}

describe('secrets of a browser', () => {
  it('are made once, and the same for everybody who asks', () => {
    const { ports } = browser();
    const first = browserSecret('lock', ports);
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(browserSecret('lock', ports)).toBe(first);
  });

  it('differ by purpose', () => {
    const { ports } = browser();
    const all = (['lock', 'channel', 'signIn', 'fingerprint'] as const).map((purpose) =>
      browserSecret(purpose, ports)
    );
    expect(new Set(all).size).toBe(4);
  });

  it.each(['', 'x', 'null', '00', 'g'.repeat(32), 'A'.repeat(32), '0'.repeat(100_000)])(
    'one that is not well-formed is replaced (%#)',
    (text) => {
      const { ports, items } = browser();
      items.set('softphone:secret:lock', text);
      const made = browserSecret('lock', ports);
      expect(made).toMatch(/^[0-9a-f]{32}$/);
      expect(made).not.toBe(text);
    }
  );

  const refusing = (): never => {
    throw new Error('denied');
  };

  it.each<[string, SecretPorts['storage']]>([
    ['is not there', undefined],
    ['throws when read', { getItem: refusing, setItem: () => {} }],
    ['throws when written', { getItem: () => null, setItem: refusing }],
    ['keeps nothing', { getItem: () => null, setItem: () => {} }]
  ])('there is none where the storage %s', (_, storage) => {
    expect(browserSecret('lock', { ...browser().ports, storage })).toBeUndefined();
  });
});
