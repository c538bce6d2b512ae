const DIGITS = '0123456789abcdef';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Everything the simulator makes up, from one injected source of chance. */
export interface Ids {
  /** A version 4 UUID, as every Genesys Cloud entity id. */
  uuid(): string;
  /** URL-safe text, for codes and tokens. */
  secret(length: number): string;
}

/** `random` yields numbers in [0, 1), as Math.random does. */
export function idsFrom(random: () => number): Ids {
  const pick = (alphabet: string) => alphabet.charAt(Math.floor(random() * alphabet.length));
  return {
    uuid: () =>
      'xxxxxxxx-xxxx-4xxx-vxxx-xxxxxxxxxxxx'.replace(/[xv]/g, (mark) =>
        mark === 'x' ? pick(DIGITS) : pick('89ab')
      ),
    secret: (length) => Array.from({ length }, () => pick(LETTERS)).join('')
  };
}
