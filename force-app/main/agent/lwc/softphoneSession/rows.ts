import { hasEnded, placeOf } from 'c/interaction';
import type { Interaction } from 'c/interaction';
import type { InteractionRow } from 'c/softphoneView';

/** Alerting first, then dialing and live oldest first, then ended newest first. */
export function inOrder(rows: Iterable<InteractionRow>): InteractionRow[] {
  return [...rows].sort(
    (a, b) =>
      placeOf(a.interaction) - placeOf(b.interaction) ||
      (hasEnded(a.interaction) ? -1 : 1) *
        (begin(a.interaction) < begin(b.interaction)
          ? -1
          : begin(a.interaction) > begin(b.interaction)
            ? 1
            : 0)
  );
}

const begin = ({ connectedTime, alertedTime, startTime }: Interaction): string =>
  connectedTime ?? alertedTime ?? startTime ?? '';

const standsAlike = (a: Interaction, b: Interaction): boolean =>
  placeOf(a) === placeOf(b) && begin(a) === begin(b);

export interface Counts {
  needsYou: number;
  saving: number;
  waiting: number;
}

/**
 * The rows of one agent. What a frame costs here does not grow with how many are open: a row that
 * keeps its place is put there, counts go up and down, and only a row that comes, goes or moves on
 * has all of them sorted again.
 */
export function interactionRows() {
  const rows = new Map<string, InteractionRow>();
  const phases = new Map<string, number>();
  let listed: InteractionRow[] = [];
  let places = new Map<string, number>();
  let isSorted = true;
  /** `listed` has been handed out: change a copy. */
  let isOut = true;

  function count(row: InteractionRow | undefined, by: 1 | -1): void {
    const phase = row?.status?.phase;
    if (phase) phases.set(phase, (phases.get(phase) ?? 0) + by);
  }

  return {
    get: (key: string): InteractionRow | undefined => rows.get(key),
    size: (): number => rows.size,
    all: (): Iterable<InteractionRow> => rows.values(),
    counts: (): Counts => ({
      needsYou: phases.get('needs_you') ?? 0,
      saving: phases.get('saving') ?? 0,
      waiting: phases.get('waiting') ?? 0
    }),
    set(row: InteractionRow): void {
      const before = rows.get(row.key);
      count(before, -1);
      count(row, 1);
      rows.set(row.key, row);
      const place = places.get(row.key);
      if (!before || place === undefined || !standsAlike(before.interaction, row.interaction)) {
        isSorted = false;
      } else if (isSorted) {
        if (isOut) listed = [...listed];
        isOut = false;
        listed[place] = row;
      }
    },
    delete(key: string): boolean {
      const row = rows.get(key);
      if (!row) return false;
      count(row, -1);
      rows.delete(key);
      isSorted = false;
      return true;
    },
    clear(): void {
      rows.clear();
      phases.clear();
      isSorted = false;
    },
    /** In order; the same array as long as nothing changes. */
    list(): InteractionRow[] {
      if (!isSorted) {
        listed = inOrder(rows.values());
        places = new Map(listed.map(({ key }, place) => [key, place]));
        isSorted = true;
      }
      isOut = true;
      return listed;
    }
  };
}

export type InteractionRows = ReturnType<typeof interactionRows>;
