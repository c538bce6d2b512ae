import type { PayloadProblem } from 'c/interaction';
import { payloadProblems } from '../payloadProblems';

const video: PayloadProblem = { type: 'other_media', conversationId: 'c-1', media: 'videos' };
const screen: PayloadProblem = {
  type: 'other_media',
  conversationId: 'c-2',
  media: 'screenshares'
};
const time: PayloadProblem = { type: 'bad_time', path: 'startTime' };

const cases: [title: string, problems: PayloadProblem[], lines: string[]][] = [
  ['said once', [video, video, video], ['payload: other_media videos']],
  [
    'each kind for itself',
    [video, screen, time, screen],
    ['payload: other_media videos', 'payload: other_media screenshares', 'payload: bad_time']
  ],
  [
    'with their number when there are many',
    Array.from({ length: 120 }, () => video),
    [
      'payload: other_media videos',
      'payload: other_media videos (10)',
      'payload: other_media videos (100)'
    ]
  ]
];

it.each(cases)('%s', (_title, problems, lines) => {
  const { count } = payloadProblems();
  expect(problems.flatMap((problem) => count(problem) ?? [])).toEqual(lines);
});
