import { isInHand, stageOf } from 'c/interaction';
import type { Stage } from 'c/interaction';
import type { Intent } from './intent';
import { isDoneWith, selectRow } from './selection';
import type { InteractionRow } from './view';

export type TabId = 'interactions' | 'dial' | 'today';

/** A page that takes the place of the detail. */
export type PanelPage = 'log' | 'support';

/** A part that takes the focus when an own action removed the focused control. */
export type FocusTarget = 'detail' | 'tabs' | 'log' | 'status' | 'support';

/** What the panel itself remembers between two views. Immutable. */
export interface PanelMemory {
  tab: TabId;
  /** Stays when its interaction ends, so that notes are not torn away. */
  selectedKey?: string | undefined;
  /** Opened from the Today tab. */
  todayKey?: string | undefined;
  page?: PanelPage | undefined;
  /** Focus goes on only where it was lost: nothing is taken from a field the agent types in. */
  focus?: FocusTarget | undefined;
  /** Answered by the agent here: opened once it is live. */
  answeredKey?: string | undefined;
  /** Ended, declined or transferred by the agent: the control they used goes with its stage. */
  leaving?: { key: string; stage: Stage } | undefined;
  /** The agent is done with it; shown until Genesys has heard of it. */
  doneKey?: string | undefined;
  /** Keys known when the agent dialed: the first new row is the one to show. */
  beforeDial?: readonly string[] | undefined;
}

export const FIRST_MEMORY: PanelMemory = { tab: 'interactions' };

/** What happens in the panel. */
export type PanelEvent =
  /** A new view arrived, with these rows. */
  | { type: 'rows' }
  | { type: 'tab'; tab: TabId }
  | { type: 'select'; key: string }
  | { type: 'select_today'; key: string }
  /** The agent closes the detail of an interaction that is over. */
  | { type: 'close'; key: string }
  | { type: 'open_page'; page: PanelPage }
  | { type: 'close_page' }
  | { type: 'intent'; intent: Intent }
  /** The focus has been given. */
  | { type: 'focused' };

/** What the panel remembers after an event, given the rows it shows. Pure. */
export function remember(
  memory: PanelMemory,
  rows: readonly InteractionRow[],
  event: PanelEvent
): PanelMemory {
  switch (event.type) {
    case 'rows':
      return followRows(memory, rows);
    case 'tab':
      return { ...memory, tab: event.tab, todayKey: undefined, page: undefined };
    case 'select':
      return select(memory, event.key);
    case 'select_today':
      return { ...memory, todayKey: event.key, focus: 'detail' };
    case 'close':
      return close(memory, rows, event.key);
    case 'open_page':
      return { ...memory, page: event.page, focus: event.page };
    case 'close_page':
      return { ...memory, page: undefined, focus: memory.page === 'log' ? 'status' : 'tabs' };
    case 'intent':
      return followIntent(memory, rows, event.intent);
    default:
      return { ...memory, focus: undefined };
  }
}

/** Key of the interaction whose detail is open. */
export function openKey({ tab, selectedKey, todayKey }: PanelMemory): string | undefined {
  return { interactions: selectedKey, today: todayKey, dial: undefined }[tab];
}

function followRows(memory: PanelMemory, rows: readonly InteractionRow[]): PanelMemory {
  const shown = followOwn(memory, rows);
  const selectedKey = selectRow(rows, shown.selectedKey)?.key;
  return followDone(followLeaving({ ...shown, selectedKey }, rows), rows);
}

/** Shows what the agent just answered or dialed, once it is live. */
function followOwn(memory: PanelMemory, rows: readonly InteractionRow[]): PanelMemory {
  const { answeredKey, beforeDial } = memory;
  const own = rows.find(
    ({ key, interaction }) =>
      isInHand(interaction) && (key === answeredKey || (beforeDial && !beforeDial.includes(key)))
  );
  if (!own) return memory;
  return {
    ...select(memory, own.key),
    answeredKey: undefined,
    beforeDial: undefined,
    focus: 'detail'
  };
}

function followLeaving(memory: PanelMemory, rows: readonly InteractionRow[]): PanelMemory {
  const { leaving } = memory;
  const row = leaving && rows.find(({ key }) => key === leaving.key);
  if (!leaving || (row && stageOf(row.interaction) === leaving.stage)) return memory;
  return { ...memory, leaving: undefined, focus: afterwards(memory, rows) };
}

/** Stays while Genesys is asked, and when it refused. */
function followDone(memory: PanelMemory, rows: readonly InteractionRow[]): PanelMemory {
  const { doneKey } = memory;
  const row = rows.find(({ key }) => key === doneKey);
  if (!doneKey || row?.busy === 'done') return memory;
  const next = { ...memory, doneKey: undefined };
  return !row || isDoneWith(row) ? close(next, rows, doneKey) : { ...next, focus: 'detail' };
}

function followIntent(
  memory: PanelMemory,
  rows: readonly InteractionRow[],
  intent: Intent
): PanelMemory {
  switch (intent.type) {
    case 'answer':
      return { ...memory, answeredKey: intent.key };
    case 'decline':
    case 'end':
    case 'transfer': {
      const row = rows.find(({ key }) => key === intent.key);
      return { ...memory, leaving: row && { key: row.key, stage: stageOf(row.interaction) } };
    }
    case 'done':
    case 'set_aside':
      return { ...memory, doneKey: intent.key };
    case 'dial':
      return { ...memory, beforeDial: rows.map(({ key }) => key) };
    default:
      return memory;
  }
}

function select(memory: PanelMemory, key: string): PanelMemory {
  return { ...memory, tab: 'interactions', selectedKey: key, page: undefined };
}

function close(memory: PanelMemory, rows: readonly InteractionRow[], key: string): PanelMemory {
  // The agent has gone on to another one.
  if (openKey(memory) !== key) return memory;
  const closed: PanelMemory =
    memory.tab === 'today'
      ? { ...memory, todayKey: undefined }
      : { ...memory, selectedKey: selectRow(rows)?.key };
  return { ...closed, page: undefined, focus: afterwards(closed, rows) };
}

function afterwards(memory: PanelMemory, rows: readonly InteractionRow[]): FocusTarget {
  return rows.some(({ key }) => key === openKey(memory)) ? 'detail' : 'tabs';
}
