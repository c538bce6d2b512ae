/** `sessionStorage`, `localStorage` or the like; each call may throw. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A storage that can be looked through. */
export interface Store extends TextStorage {
  /** Names of all items. */
  names(): string[];
}
