import { fromEntry, toEntry } from '../entry';
import { fingerprints } from '../fingerprint';
import type { JournalEntry } from '../journal';
import type { Fields } from '../fields';
import type { Leg } from '../leg';
import { reduce } from '../reduce';
import { context, draftOf, keyField, saved } from './legs';
import type { Effect, LegEvent } from '../effects';

/** What happens to one leg, in words; requests are answered in turn. */
type Happening =
  | { draft: Fields }
  /** The request on its way gets none, and the pause after it passes. */
  | 'no answer'
  | 'accepted'
  | 'collision'
  | { refused: string }
  | { read: Fields; lastModified?: string }
  | 'reload'
  | 'the agent retries'
  | { passes: number };

const own = { keyField, fingerprint: fingerprints('0'.repeat(32)) };
const minute = 60_000;
const edit = (value: string, lastModified: string): Happening => ({
  read: { Subject: value },
  lastModified
});
const iso = (ms: number): string => new Date(ms).toISOString();

/** Plays a story from a Task that holds `written`; returns what was asked of Salesforce. */
function play(written: Fields, story: readonly Happening[], more: Partial<Leg> = {}) {
  let leg = saved(written, { lastModified: iso(0), ...more });
  let { now } = context;
  const asked: string[] = [];
  let isWaiting = false;

  function happen(event: LegEvent): void {
    const step = reduce(leg, event, { ...context, now });
    leg = step.leg;
    isWaiting = step.effects.some(({ type }) => type === 'wait');
    step.effects.forEach(note);
  }
  function note(effect: Effect): void {
    if (effect.type === 'update') asked.push(`write ${JSON.stringify(effect.fields)}`);
    if (effect.type === 'read') asked.push(`read ${effect.fields.join()}`);
  }
  const answer = (type: 'wrote' | 'read', result: object): void =>
    happen({ type, n: leg.flight!.n, result } as unknown as LegEvent);
  const fail = (type: string, details: object = {}): void =>
    answer('wrote', { ok: false, failure: { type, message: '', ...details } });

  for (const what of story) {
    if (what === 'no answer' || what === 'collision') {
      fail(what === 'collision' ? what : 'unknown_outcome');
      happen({ type: 'timer' });
    } else if (what === 'accepted') answer('wrote', { ok: true, taskId: '00T1' });
    else if (what === 'reload') {
      const stored = JSON.stringify(toEntry(leg, own));
      // That it is ours is proven: what is looked at here comes after it.
      leg = { ...fromEntry(JSON.parse(stored) as JournalEntry, own), unproven: undefined };
    } else if (what === 'the agent retries') happen({ type: 'retry' });
    else if ('draft' in what) happen({ type: 'draft', draft: draftOf(what.draft), facts: {} });
    else if ('refused' in what) {
      const fields = [{ field: what.refused, code: 'c', message: '' }];
      fail('field', { fields });
    } else if ('read' in what) {
      answer('read', { ok: true, fields: what.read, lastModified: what.lastModified ?? iso(0) });
    } else {
      now += what.passes;
      if (isWaiting) happen({ type: 'timer' });
    }
  }
  return { asked, leg };
}

/** An update of Subject from A to B had no answer and the page ended. */
const lostWithThePage: Happening[] = [{ draft: { Subject: 'B' } }, 'reload'];

const stories: [what: string, story: Happening[], asked: string[]][] = [
  // What is in doubt stays so until it has been read or written
  [
    'hidden at the reload, and back to what was written before when it is shown',
    [
      ...lostWithThePage,
      { draft: {} },
      { read: {} },
      { draft: { Subject: 'A' } },
      edit('B', iso(0))
    ],
    ['write {"Subject":"B"}', 'read ', 'read Subject', 'write {"Subject":"A"}']
  ],
  [
    'hidden at the reload, and the update never came',
    [
      ...lostWithThePage,
      { draft: {} },
      { read: {} },
      { draft: { Subject: 'B' } },
      edit('A', iso(0))
    ],
    ['write {"Subject":"B"}', 'read ', 'read Subject', 'write {"Subject":"B"}']
  ],
  [
    'hidden without a word: read in vain, refused, and read again when the agent retries',
    [
      ...lostWithThePage,
      { draft: { Subject: 'A' } },
      { read: {} },
      { refused: 'Subject' },
      'the agent retries',
      edit('B', iso(0)),
      'accepted'
    ],
    [
      'write {"Subject":"B"}',
      'read Subject',
      'write {"Subject":"A"}',
      'read Subject',
      'write {"Subject":"A"}'
    ]
  ],
  [
    'left out of the update that was accepted next',
    [
      { draft: { Subject: 'B', Call: 1 } },
      'no answer',
      { refused: 'Subject' },
      'accepted',
      { draft: { Subject: 'A', Call: 1 } },
      edit('B', iso(0))
    ],
    [
      'write {"Subject":"B","Call":1}',
      'write {"Subject":"B","Call":1}',
      'write {"Call":1}',
      'read Subject,Call',
      'write {"Subject":"A"}'
    ]
  ],
  [
    'hidden while it was empty',
    [
      ...lostWithThePage,
      { draft: {} },
      { read: {} },
      { draft: { Subject: null } },
      edit('B', iso(0))
    ],
    ['write {"Subject":"B"}', 'read ', 'read Subject', 'write {"Subject":null}']
  ],

  // Ours, wherever and whenever it turns up
  [
    'the older of two unanswered updates arrives last',
    [
      { draft: { Subject: 'B' } },
      'no answer',
      { draft: { Subject: 'C' } },
      'accepted',
      'accepted',
      { passes: 2 * minute },
      edit('B', iso(9e12))
    ],
    [
      'write {"Subject":"B"}',
      'write {"Subject":"B"}',
      'write {"Subject":"C"}',
      'read Subject',
      'write {"Subject":"C"}'
    ]
  ],
  [
    'it arrives while the Task is read, and once more after it',
    [
      ...lostWithThePage,
      { draft: { Subject: 'C' } },
      edit('A', iso(9e12)),
      'accepted',
      { passes: 2 * minute },
      edit('B', iso(9e12))
    ],
    [
      'write {"Subject":"B"}',
      'read Subject',
      'write {"Subject":"C"}',
      'read Subject',
      'write {"Subject":"C"}'
    ]
  ],
  [
    'sent again when its time is over, and accepted: nothing is looked at any more',
    [
      { draft: { Subject: 'B' } },
      { passes: 3 * minute },
      'no answer',
      { passes: 2 * minute },
      'reload',
      { draft: { Subject: 'B' } },
      edit('B', iso(0)),
      { passes: 9 * minute }
    ],
    ['write {"Subject":"B"}', 'write {"Subject":"B"}', 'read Subject']
  ],

  // What differs from what we said last has changed since, at the latest now
  [
    'an edit, then a change of ours that nobody heard: ours',
    [...lostWithThePage, { draft: { Subject: 'C' } }, edit('edited', iso(context.now - 5_000))],
    ['write {"Subject":"B"}', 'read Subject', 'write {"Subject":"C"}']
  ],
  [
    'an edit of what had arrived: theirs',
    [...lostWithThePage, { draft: { Subject: 'B' } }, edit('edited', iso(context.now - 5_000))],
    ['write {"Subject":"B"}', 'read Subject']
  ],
  [
    'an edit, then ours went back to what it was before the last update: ours',
    [...lostWithThePage, { draft: { Subject: 'A' } }, edit('edited', iso(context.now - 5_000))],
    ['write {"Subject":"B"}', 'read Subject', 'write {"Subject":"A"}']
  ],
  [
    'an edit, then a change of ours whose update never came: ours',
    [
      { draft: { Subject: 'B' } },
      'no answer',
      'collision',
      edit('edited', iso(context.now - 5_000))
    ],
    ['write {"Subject":"B"}', 'write {"Subject":"B"}', 'read Subject', 'write {"Subject":"B"}']
  ],
  [
    'a change of ours whose update never came, then an edit: theirs',
    [
      { draft: { Subject: 'B' } },
      'no answer',
      'collision',
      edit('edited', iso(context.now + 5_000))
    ],
    ['write {"Subject":"B"}', 'write {"Subject":"B"}', 'read Subject']
  ],
  [
    'an edit, then ours changed and went back, and only one of the two updates came: ours',
    [
      { draft: { Subject: 'B' } },
      'no answer',
      { draft: { Subject: 'A' } },
      'collision',
      edit('edited', iso(context.now - 5_000))
    ],
    ['write {"Subject":"B"}', 'write {"Subject":"B"}', 'read Subject', 'write {"Subject":"A"}']
  ],
  [
    'an edit of what had been emptied: theirs',
    [
      { draft: { Subject: null } },
      'reload',
      { draft: { Subject: null } },
      edit('edited', iso(context.now - 5_000))
    ],
    ['write {"Subject":null}', 'read Subject']
  ],
  [
    'an edit while it was hidden, and ours is as it was: theirs',
    [
      ...lostWithThePage,
      { draft: {} },
      { read: {} },
      { draft: { Subject: 'B' } },
      edit('edited', iso(context.now - 5_000))
    ],
    ['write {"Subject":"B"}', 'read ', 'read Subject']
  ]
];

describe('a field in doubt', () => {
  it.each(stories)('%s', (_, story, asked) => {
    expect(play({ Subject: 'A' }, story).asked).toEqual(asked);
  });

  it('is looked at when the clock was set back', () => {
    const { leg } = play({ Subject: 'A' }, lostWithThePage);
    const before = {
      ...leg,
      stage: 'known' as const,
      doubts: closed(leg, context.now + 90 * minute)
    };
    const event: LegEvent = { type: 'draft', draft: draftOf({ Subject: 'B' }), facts: {} };
    expect(reduce({ ...before, written: { Subject: 'B' } }, event, context).effects).toEqual([
      { type: 'wait', ms: 2 * minute }
    ]);
  });

  const closed = (leg: Leg, until: number): Leg['doubts'] => ({
    Subject: { ...leg.doubts.Subject!, open: false, until }
  });
});

describe('a Task that was found, not created', () => {
  const adopted = { stage: 'adopting', adopted: true, written: {} } as const;
  it.each<[what: string, story: Happening[], asked: string[]]>([
    [
      'a field that was hidden when it was read may hold anything: it is emptied when it is shown',
      [
        { draft: { Call: 1 } },
        { read: { [keyField]: 'c-1:p-1', Call: 1 } },
        { draft: { Call: 1, Subject: null } }
      ],
      [`read ${keyField},Call`, 'write {"Subject":null}']
    ],
    [
      'also after a reload',
      [
        { draft: { Call: 1 } },
        { read: { [keyField]: 'c-1:p-1', Call: 1 } },
        'reload',
        { draft: { Call: 1, Subject: null } }
      ],
      [`read ${keyField},Call`, 'write {"Subject":null}']
    ],
    [
      'what an agent fills is not emptied',
      [
        { draft: { Call: 1 } },
        { read: { [keyField]: 'c-1:p-1', Call: 1 } },
        { draft: { Call: 1, Description: null, WhoId: null, WhatId: null } }
      ],
      [`read ${keyField},Call`]
    ]
  ])('%s', (_, story, asked) => {
    expect(play({}, story, adopted).asked).toEqual(asked);
  });
});
