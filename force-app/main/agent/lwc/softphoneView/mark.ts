import type { InteractionRow } from './view';

/** How well the Task of a row is saved, at one glance. */
export type Mark = 'none' | 'saving' | 'saved' | 'saved_partly' | 'waiting' | 'needs_you' | 'gone';

export function markOf({ status, transcriptRefused }: InteractionRow): Mark {
  switch (status?.phase) {
    case 'saving':
    case 'waiting':
    case 'needs_you':
    case 'gone':
      return status.phase;
    case 'saved':
      return status.issues.length || transcriptRefused ? 'saved_partly' : 'saved';
    default:
      return 'none';
  }
}
