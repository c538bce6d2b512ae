/** Chance that repeats itself: the same seed gives the same shift, to the last millisecond. */
export interface Random {
  /** [0, 1) */
  next(): number;
  chance(probability: number): boolean;
  /** Whole number, both ends included. */
  between(least: number, most: number): number;
  pick<T>(list: readonly T[]): T;
  /** A stream of its own, so that one part's draws do not shift another's. */
  fork(purpose: string): Random;
}

export function createRandom(seed: number | string): Random {
  let state = 0x9e3779b9;
  for (const character of String(seed)) {
    state = Math.imul(state ^ character.charCodeAt(0), 0x85ebca6b) >>> 0;
    state = (state ^ (state >>> 13)) >>> 0;
  }

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  return {
    next,
    chance: (probability) => next() < probability,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (list) => list[Math.floor(next() * list.length)] as (typeof list)[number],
    fork: (purpose) => createRandom(`${seed}/${purpose}`)
  };
}
