import type { Fields, FieldValue } from 'c/taskSync';
import type { Version } from './leastWrites';
import type { Page } from './page';

interface Edit {
  at: number;
  value: FieldValue;
  /** Our value had arrived before the edit, and no other was on its way. */
  wasSettled: boolean;
  ours: FieldValue;
}

/** What the witness keeps of one leg. */
export interface Dossier {
  wanted: Fields;
  /** What each field was last wanted to say. */
  said: Fields;
  changedAt: Record<string, number>;
  /** Since when the Task is behind; undefined: it is not. */
  behindSince?: number | undefined;
  wasRefused: boolean;
  /** Fields that were refused once: nobody needs to try them again unasked. */
  refused: Set<string>;
  notes?: { text: string; at: number; page: Page; excused: boolean };
  edits: Record<string, Edit>;
  deleted: boolean;
  /** Fields whose write got no answer: writing the same once more is right. */
  doubted: Set<string>;
  /** A page ended after an edit: whether ours or theirs came later, nobody can tell. */
  orderUnknown: boolean;
  wasAdopted: boolean;
  versions: Version[];
}

export const newDossier = (): Dossier => ({
  wanted: {},
  said: {},
  changedAt: {},
  edits: {},
  wasRefused: false,
  refused: new Set(),
  deleted: false,
  doubted: new Set(),
  orderUnknown: false,
  wasAdopted: false,
  versions: []
});

export const plain = (value: FieldValue | undefined): FieldValue => value ?? null;
