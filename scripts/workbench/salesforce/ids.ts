const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The three check characters that make a case-sensitive 15-character id safe where case is lost. */
export function withChecksum(id15: string): string {
  let suffix = '';
  for (let chunk = 0; chunk < 3; chunk += 1) {
    let bits = 0;
    for (let bit = 0; bit < 5; bit += 1) {
      const character = id15[chunk * 5 + bit] ?? '';
      if (character >= 'A' && character <= 'Z') bits += 1 << bit;
    }
    suffix += ALPHABET[bits];
  }
  return id15 + suffix;
}

/** 18 characters: key prefix, a fixed instance part, a running number in base 62, checksum. */
export function recordId(keyPrefix: string, sequence: number): string {
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  let rest = sequence;
  let tail = '';
  while (tail.length < 7) {
    tail = digits[rest % 62] + tail;
    rest = Math.floor(rest / 62);
  }
  return withChecksum(`${keyPrefix}Wb00${'0'}${tail}`);
}

/** 15 or 18 characters → 18; undefined when it can be no id, or when the checksum is wrong. */
export function normalizeId(id: string): string | undefined {
  if (/^[a-zA-Z0-9]{15}$/.test(id)) return withChecksum(id);
  if (!/^[a-zA-Z0-9]{18}$/.test(id)) return undefined;
  return withChecksum(id.slice(0, 15)) === id ? id : undefined;
}
