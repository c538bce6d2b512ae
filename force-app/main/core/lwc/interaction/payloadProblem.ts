/** The three ways Genesys Cloud describes one conversation; docs/glossary.md says which source sends which. */
export type Shape = 'E' | 'M' | 'C';

/**
 * What a payload had that could not be used. A problem is counted and shown, never thrown: the rest of the payload is
 * still read. `path` is a JSON path inside the payload (`participants[2].calls[0].connectedTime`).
 */
export type PayloadProblem =
  /** The payload is no JSON object (null, text, a list …). */
  | { type: 'not_an_object'; found: string }
  /** No usable `id`: nothing to attach the payload to. */
  | { type: 'no_conversation_id' }
  /** `participants` missing, no list, empty, or without one usable entry. */
  | { type: 'no_participants'; conversationId: string }
  /** A list entry that is no participant, or one without an id. */
  | { type: 'participant_without_id'; path: string }
  /** The same participant twice; the second fills what the first lacks. */
  | { type: 'duplicate_participant'; path: string; participantId: string }
  /** A field of another JSON type than documented; treated as absent. */
  | { type: 'wrong_type'; path: string; found: string }
  /** A time that does not parse; treated as absent. */
  | { type: 'bad_time'; path: string }
  /** A flat participant of which nobody can tell the medium: no communication is made up for it. */
  | { type: 'unknown_media'; path: string }
  /** A participant or payload of a medium that makes no interaction: `videos`, `screenshares` … */
  | { type: 'other_media'; conversationId: string; media: string };
