/** A number of 64 bits in two halves, each a signed 32-bit integer. */
interface Word {
  high: number;
  low: number;
}

const word = (high: number, low: number): Word => ({ high: high | 0, low: low | 0 });

function add(a: Word, b: Word): void {
  const low = (a.low >>> 0) + (b.low >>> 0);
  a.high = (a.high + b.high + (low > 0xffffffff ? 1 : 0)) | 0;
  a.low = low | 0;
}

function xor(a: Word, b: Word): void {
  a.high ^= b.high;
  a.low ^= b.low;
}

/** By less than 32 bits. */
function rotate(a: Word, bits: number): void {
  const { high, low } = a;
  a.high = (high << bits) | (low >>> (32 - bits));
  a.low = (low << bits) | (high >>> (32 - bits));
}

function swapHalves(a: Word): void {
  const { high } = a;
  a.high = a.low;
  a.low = high;
}

type State = [Word, Word, Word, Word];

function mix([a, b, c, d]: State, rounds: number): void {
  for (let round = 0; round < rounds; round += 1) {
    add(a, b);
    rotate(b, 13);
    xor(b, a);
    swapHalves(a);
    add(c, d);
    rotate(d, 16);
    xor(d, c);
    add(a, d);
    rotate(d, 21);
    xor(d, a);
    add(c, b);
    rotate(b, 17);
    xor(b, c);
    swapHalves(c);
  }
}

/** Eight hexadecimal digits of the key, first byte lowest. */
const keyPart = (key: string, at: number): number =>
  [3, 2, 1, 0].reduce(
    (sum, byte) => (sum << 8) | parseInt(key.slice(at + byte * 2, at + byte * 2 + 2), 16),
    0
  );

const digits = (half: number): string => (half >>> 0).toString(16).padStart(8, '0');

/**
 * SipHash-2-4 of a text's UTF-16 units (low byte first): 64 bits as 16 hexadecimal digits. A keyed
 * hash that can be computed at once, which the browser's own (`crypto.subtle`) can't.
 * @param key 32 hexadecimal digits
 */
export function sipHash(key: string): (text: string) => string {
  const [k0, k0High, k1, k1High] = [0, 8, 16, 24].map((at) => keyPart(key, at)) as [
    number,
    number,
    number,
    number
  ];
  return (text) => {
    const state: State = [
      word(k0High ^ 0x736f6d65, k0 ^ 0x70736575),
      word(k1High ^ 0x646f7261, k1 ^ 0x6e646f6d),
      word(k0High ^ 0x6c796765, k0 ^ 0x6e657261),
      word(k1High ^ 0x74656462, k1 ^ 0x79746573)
    ];
    const absorb = (block: Word): void => {
      xor(state[3], block);
      mix(state, 2);
      xor(state[0], block);
    };
    // What lies beyond the text's end counts as zero.
    const pair = (at: number): number => text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16);
    const whole = text.length - (text.length % 4);
    for (let at = 0; at < whole; at += 4) absorb(word(pair(at + 2), pair(at)));
    const lengthByte = ((text.length * 2) & 0xff) << 24;
    absorb(word(pair(whole + 2) | lengthByte, pair(whole)));
    state[2].low ^= 0xff;
    mix(state, 4);
    const [a, b, c, d] = state;
    return digits(a.high ^ b.high ^ c.high ^ d.high) + digits(a.low ^ b.low ^ c.low ^ d.low);
  };
}
