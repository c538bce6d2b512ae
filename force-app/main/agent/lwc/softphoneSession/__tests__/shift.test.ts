import { callEvent, settle } from './doubles';
import { signedIn } from './signedIn';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const iso = (ms: number): string => new Date(ms).toISOString();

type Desk = Awaited<ReturnType<typeof signedIn>>;
const watched = ({ calls }: Desk) => calls.filter(([name]) => name === 'watch');

describe('over a shift', () => {
  it('interactions leave when their watch has ended, and what is watched with them', async () => {
    const desk = await signedIn();
    const { session, time } = desk;
    for (let n = 0; n < 20; n += 1) {
      const now = time.clock();
      await desk.call({
        id: `c-${n}`,
        connectedTime: iso(now - MINUTE),
        disconnectedTime: iso(now)
      });
      await time.pass(MINUTE);
    }
    expect(session.view().rows).toHaveLength(20);
    await time.pass(23 * HOUR);
    expect(session.view().rows).toHaveLength(20);
    await time.pass(2 * HOUR);
    expect(session.view().rows).toEqual([]);
    expect(watched(desk).at(-1)).toEqual(['watch', []]);

    // A late echo of a forgotten one brings nothing back.
    const writes = desk.org.writes.length;
    await desk.call({
      id: 'c-3',
      connectedTime: '2026-03-02T14:59:00.000Z',
      disconnectedTime: '2026-03-02T15:00:00.000Z'
    });
    expect(session.view().rows).toEqual([]);
    expect(desk.org.writes).toHaveLength(writes);
  });

  it('one whose Task still needs the agent stays', async () => {
    const desk = await signedIn();
    desk.org.gateway.create = async () => ({
      ok: false,
      failure: { type: 'permanent', message: 'no' }
    });
    const now = desk.time.clock();
    await desk.call({ connectedTime: iso(now - MINUTE), disconnectedTime: iso(now) });
    await desk.time.pass(26 * HOUR);
    expect(desk.session.view()).toMatchObject({ needsYou: 1, rows: [{}] });
  });

  it('the session log keeps its last lines only', async () => {
    const desk = await signedIn();
    for (let n = 0; n < 500; n += 1) desk.session.signal('wake');
    expect(desk.session.view().watchLog.length).toBeLessThanOrEqual(200);
  });
});

it('what is watched is told when it changes, not with every frame', async () => {
  const desk = await signedIn();
  const start = desk.time.clock();
  const call = { id: 'c-1', connectedTime: iso(start) };
  await desk.call(call);
  expect(watched(desk).at(-1)).toEqual([
    'watch',
    [{ conversationId: 'c-1', media: 'call', isOver: false }]
  ]);
  const told = watched(desk).length;
  for (const policyNumber of ['A', 'B', 'C'])
    await desk.call({ ...call, attributes: { policyNumber } });
  expect(watched(desk)).toHaveLength(told);
  await desk.call({ ...call, disconnectedTime: iso(start + MINUTE) });
  expect(watched(desk).at(-1)).toEqual([
    'watch',
    [{ conversationId: 'c-1', media: 'call', isOver: true }]
  ]);
});

it('a frame touches its own row only, however many are open', async () => {
  const desk = await signedIn();
  const start = desk.time.clock();
  for (let n = 0; n < 50; n += 1) {
    desk.emit(callEvent({ id: `c-${n}`, connectedTime: iso(start + n * 1_000) }, start));
  }
  await settle();
  const before = desk.session.view().rows;
  await desk.call({
    id: 'c-25',
    connectedTime: iso(start + 25_000),
    attributes: { policyNumber: 'P-1' }
  });
  const after = desk.session.view().rows;
  expect(after).not.toBe(before);
  expect(after.flatMap((row, at) => (row === before[at] ? [] : [row.key]))).toEqual([
    'c-25:p-agent'
  ]);
  expect(before[25]?.attributes['Participant.policyNumber']).toBeUndefined();
});
