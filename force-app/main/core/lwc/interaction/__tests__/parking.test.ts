// Emails and messages that an agent parks and resumes. Made by hand; ids are invented.
import { attributesOf, interactionsOf } from '../interaction';
import { hearAll } from './data/conversationOf';
import type { Told } from './data/conversationOf';

const ME = 'u-ana';
const at = (minute: number): string => new Date(Date.UTC(2026, 4, 6, 9, minute)).toISOString();

interface Moment {
  left?: number;
  park?: number;
  resume?: number;
  connected?: number;
  source?: 'E' | 'C' | 'M';
  media?: 'emails' | 'messages';
}

function told({ left, park, resume, connected = 0, source = 'E', media = 'emails' }: Moment): Told {
  const facts = {
    state: left === undefined ? 'connected' : 'disconnected',
    connectedTime: at(connected),
    ...(park !== undefined && { parkTime: at(park) }),
    ...(resume !== undefined && { resumeTime: at(resume) })
  };
  const base = { id: 'p-me', purpose: 'agent' };
  if (source === 'M') {
    const end = left !== undefined && { endTime: at(left) };
    return [{ id: 'c-1', participants: [{ ...base, user: { id: ME }, ...facts, ...end }] }, media];
  }
  const end = left !== undefined && { disconnectedTime: at(left) };
  return {
    id: 'c-1',
    ...(source === 'C' && { startTime: at(0) }),
    participants: [{ ...base, userId: ME, [media]: [{ id: 'k-1', ...facts, ...end }] }]
  };
}

const minutes = (count: number): number => 60 * count;

describe('the duration leaves parked time out', () => {
  const cases: [title: string, moments: Moment[], seconds: number | undefined][] = [
    ['never parked', [{ left: 10 }], minutes(10)],
    ['parked and resumed', [{ left: 10, park: 2, resume: 5 }], minutes(7)],
    ['as the media topic tells it', [{ left: 10, park: 2, resume: 5, source: 'M' }], minutes(7)],
    ['as REST tells it', [{ left: 10, park: 2, resume: 5, source: 'C' }], minutes(7)],
    ['a message', [{ left: 10, park: 1, resume: 9, media: 'messages' }], minutes(2)],
    [
      'twice, each park told by itself',
      [
        { park: 2 },
        { park: 2, resume: 4 },
        { park: 6, resume: 4 },
        { left: 20, park: 6, resume: 10 }
      ],
      minutes(14)
    ],
    [
      'the first resume is told with the second park',
      [{ park: 2 }, { left: 20, park: 6, resume: 4 }],
      minutes(4)
    ],
    ['parked when it ended', [{ park: 4 }, { left: 10, park: 4 }], minutes(4)],
    ['parked all the time', [{ left: 10, park: 0 }], 0],
    ['only the resume is told', [{ left: 10, resume: 5 }], minutes(10)],
    ['the resume is told without its park', [{ park: 2 }, { left: 10, resume: 5 }], minutes(7)],
    ['parked before it was answered', [{ left: 10, park: -5, resume: 2 }], minutes(8)],
    ['resumed after it had ended', [{ left: 10, park: 8, resume: 30 }], minutes(8)],
    [
      'told by two, each once',
      [
        { park: 2, resume: 5 },
        { park: 2, resume: 5, source: 'M' },
        { left: 10, park: 2, resume: 5, source: 'C' }
      ],
      minutes(7)
    ],
    [
      'out of order',
      [
        { park: 6, resume: 4 },
        { park: 2, resume: 4 },
        { left: 20, resume: 10 }
      ],
      minutes(14)
    ],
    ['still parked', [{ park: 2 }], undefined],
    ['the clocks disagree', [{ left: 2, connected: 5, park: 3, resume: 4 }], undefined]
  ];
  it.each(cases)('%s', (_title, moments, seconds) => {
    const known = hearAll(moments.map(told))!;
    expect(attributesOf(known, 'p-me', { region: '' })['Salesforce.CallDuration']).toBe(seconds);
  });
});

describe('what is parked', () => {
  const cases: [title: string, moments: Moment[], since: string | undefined][] = [
    ['a parked email', [{ park: 2 }], at(2)],
    [
      'a parked message, as the media topic tells it',
      [{ park: 3, source: 'M', media: 'messages' }],
      at(3)
    ],
    ['resumed', [{ park: 2 }, { park: 2, resume: 5 }], undefined],
    [
      'parked again',
      [
        { park: 2, resume: 5 },
        { park: 7, resume: 5 }
      ],
      at(7)
    ],
    ['an older word comes late', [{ park: 2, resume: 5 }, { park: 2 }], undefined],
    ['ended', [{ park: 2 }, { park: 2, left: 4 }], undefined],
    ['never parked', [{}], undefined]
  ];
  it.each(cases)('%s', (_title, moments, since) => {
    expect(interactionsOf(hearAll(moments.map(told))!, ME)[0]?.parkedSince).toBe(since);
  });
});
