import { ANA, settle } from './doubles';
import { signedIn } from './signedIn';

const connectedTime = '2026-03-02T15:00:00.000Z';

/** Shape M: nothing in it says of which medium. */
const flat = {
  id: 'c-1',
  participants: [
    { id: 'p-me', purpose: 'agent', user: { id: ANA }, state: 'connected', connectedTime }
  ]
};
const video = {
  id: 'c-2',
  participants: [
    {
      id: 'p-me',
      purpose: 'user',
      userId: ANA,
      connectedTime,
      videos: [{ id: 'k-1', state: 'connected', connectedTime }]
    }
  ]
};

const cases: [title: string, payload: object, family: string | undefined, types: string[]][] = [
  ['a topic of emails', flat, 'emails', ['email']],
  ['a topic of callbacks', flat, 'callbacks', ['callback']],
  ['a topic of videos', flat, 'videos', []],
  ['a video meeting in the topic of all media', video, undefined, []],
  ['nobody says of which medium', flat, undefined, []]
];

it.each(cases)('%s', async (_title, payload, family, types) => {
  const { session, emit, org } = await signedIn();
  const event = { type: 'conversation', payload, from: 'topic', at: 0, family } as const;
  for (let turn = 0; turn < 5; turn++) emit(event);
  await settle();
  expect(session.view().rows.map(({ interaction }) => interaction.type)).toEqual(types);
  expect(org.tasks.size).toBe(types.length);
});

it('is said once in the support log', async () => {
  const { session, emit } = await signedIn();
  for (const muted of [true, false, true]) {
    const [me] = video.participants;
    emit({
      type: 'conversation',
      payload: { ...video, participants: [{ ...me, videoMuted: muted }] },
      from: 'topic',
      at: 0
    });
  }
  await settle();
  const lines = session.view().watchLog.map(({ text }) => text);
  expect(lines.filter((text) => text.startsWith('payload'))).toEqual([
    'payload: other_media videos'
  ]);
});
