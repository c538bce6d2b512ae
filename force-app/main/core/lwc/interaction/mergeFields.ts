import type { Communication, Facts } from './conversation';

/**
 * How a field is merged.
 * - `lasting`: what a source merely repeats is no news, so sources that disagree cannot make a value flip back and forth.
 * - `momentary`: counts anew in every snapshot, and no more once a communication has ended.
 * - `growing`: a list of which nothing is ever taken back.
 * - `queue`, `wrapUp`: a group that belongs to one id; a new id without a name makes the old name wrong.
 */
type Rule = 'lasting' | 'momentary' | 'growing' | 'queue' | 'wrapUp';

/** Every field but those that are merged by functions of their own: the compiler says when one is missing. */
export const FACT_FIELDS = {
  purpose: 'lasting',
  userId: 'lasting',
  name: 'lasting',
  queueId: 'queue',
  queueName: 'queue',
  address: 'lasting',
  ani: 'lasting',
  dnis: 'lasting',
  startedAt: 'lasting',
  connectedAt: 'lasting',
  endedAt: 'lasting',
  acwStartedAt: 'lasting',
  acwEndedAt: 'lasting',
  wrapUpRequired: 'lasting',
  wrapUpSkipped: 'lasting',
  wrapUpPrompt: 'lasting',
  wrapUpTimeoutMs: 'lasting',
  wrapUpCode: 'wrapUp',
  wrapUpName: 'wrapUp',
  wrapUpSeconds: 'wrapUp',
  supervisor: 'lasting'
} satisfies Record<Exclude<keyof Facts, 'attributes' | 'communications'>, Rule>;

export const COMMUNICATION_FIELDS = {
  id: 'lasting',
  state: 'momentary',
  direction: 'lasting',
  held: 'momentary',
  muted: 'momentary',
  recording: 'momentary',
  alertedAt: 'lasting',
  connectedAt: 'lasting',
  disconnectedAt: 'lasting',
  heldSince: 'momentary',
  selfAddress: 'lasting',
  selfDisplay: 'lasting',
  otherAddress: 'lasting',
  fromAddress: 'lasting',
  fromDisplay: 'lasting',
  fromName: 'lasting',
  toAddress: 'lasting',
  toDisplay: 'lasting',
  uuiData: 'lasting',
  messageType: 'lasting',
  messageIds: 'growing',
  parkTimes: 'growing',
  resumeTimes: 'growing',
  subject: 'lasting',
  callbackNumber: 'lasting',
  callbackUserName: 'lasting',
  voicemail: 'lasting',
  contactId: 'lasting',
  contactListId: 'lasting',
  campaignId: 'lasting',
  acwPending: 'momentary',
  acwStartedAt: 'lasting',
  acwEndedAt: 'lasting',
  wrapUpCode: 'wrapUp',
  wrapUpName: 'wrapUp',
  wrapUpSeconds: 'wrapUp'
} satisfies Record<Exclude<keyof Communication, 'media'>, Rule>;

const ID_OF_GROUP = { queue: 'queueId', wrapUp: 'wrapUpCode' } as const;

type Fields = Readonly<Record<string, unknown>>;

/** One snapshot meets what is known. */
interface Meeting {
  current: Fields;
  incoming: Fields;
  /** What the same source said last. */
  lastFrom: Fields;
  /** The snapshot is older and may only fill gaps. */
  isStale: boolean;
  /** What is known has ended, and the snapshot tells it alive. */
  hasEnded: boolean;
}

/** What is known after a snapshot; `current` itself when it told nothing new. */
export function mergeFields<T extends object>(
  rules: Readonly<Record<string, Rule>>,
  current: T,
  incoming: T,
  lastFrom: T | undefined,
  isStale: boolean,
  hasEnded = false
): T {
  const meeting = { current, incoming, lastFrom: lastFrom ?? {}, isStale, hasEnded } as Meeting;
  let merged: Record<string, unknown> | undefined;
  for (const field of Object.keys(incoming)) {
    const rule = rules[field];
    if (rule === undefined || meeting.incoming[field] === meeting.current[field]) continue;
    const value = mergeField(rule, field, meeting);
    if (value !== meeting.current[field]) (merged ??= { ...meeting.current })[field] = value;
  }
  if (!merged) return current;
  for (const field of outdatedBy(meeting)) merged[field] = meeting.incoming[field];
  return merged as unknown as T;
}

function mergeField(rule: Rule, field: string, meeting: Meeting): unknown {
  const { current, incoming, lastFrom, isStale, hasEnded } = meeting;
  const known = current[field];
  const told = incoming[field];
  switch (rule) {
    case 'growing':
      return union(known as readonly string[], told as readonly string[]);
    case 'momentary':
      return hasEnded ? known : takeNews(known, told, undefined, isStale);
    case 'lasting':
      return takeNews(known, told, lastFrom[field], isStale);
    default: {
      const id = ID_OF_GROUP[rule];
      if (!isOther(current[id], incoming[id])) {
        return takeNews(known, told, lastFrom[field], isStale);
      }
      return isNewId(id, meeting) ? told : known;
    }
  }
}

/** Silence and repetition leave a value as it is known. */
function takeNews(known: unknown, told: unknown, lastTold: unknown, isStale: boolean): unknown {
  if (told === undefined) return known;
  return known !== undefined && (isStale || told === lastTold) ? known : told;
}

/** Names of an id that has just been replaced, of which the snapshot says nothing. */
function outdatedBy(meeting: Meeting): string[] {
  return [
    ...(isNewId('queueId', meeting) ? ['queueName'] : []),
    ...(isNewId('wrapUpCode', meeting) ? ['wrapUpName', 'wrapUpSeconds'] : [])
  ];
}

function isNewId(id: string, { current, incoming, lastFrom, isStale }: Meeting): boolean {
  return isOther(current[id], incoming[id]) && !isStale && incoming[id] !== lastFrom[id];
}

const isOther = (known: unknown, told: unknown): boolean =>
  known !== undefined && told !== undefined && known !== told;

function union(
  known: readonly string[] | undefined,
  told: readonly string[] | undefined
): readonly string[] | undefined {
  if (known === undefined || told === undefined) return told ?? known;
  const added = told.filter((each) => !known.includes(each));
  return added.length === 0 ? known : [...known, ...added];
}
