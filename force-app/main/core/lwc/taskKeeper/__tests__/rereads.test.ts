import { rereads as rereadsOf } from '../rereads';

/** Reads a conversation that always fails, for as long as anything is left to be tried. */
async function readInVain(type: string) {
  const told: string[] = [];
  const due: (() => void)[] = [];
  const rereads = rereadsOf({
    clock: () => 0,
    timers: { set: (run) => due.push(run), clear: () => undefined },
    genesys: { readConversation: async () => ({ ok: false, problem: { type } }) },
    mediaOf: () => 'call',
    newsOf: () => 0,
    onRead: () => told.push('read'),
    onFresh: () => told.push('fresh'),
    onUnreadable: () => told.push('unreadable'),
    onLater: () => told.push('later'),
    note: () => undefined
  });
  for (let tries = 0; tries < 20; tries += 1) {
    await rereads.reread('c-1');
    due.splice(0).forEach((run) => run());
  }
  return new Set(told);
}

// What a tab knew before it became the writer may be older than what the one before it wrote.
it.each<[string, string[]]>([
  ['unreachable', ['later']],
  ['server', ['later']],
  ['throttled', ['later']],
  ['not_found', ['unreadable']],
  ['forbidden', ['unreadable']],
  ['refused', ['unreadable']],
  ['signed_out', []]
])('what is known has to do only where it can’t be read: %s', async (type, told) => {
  expect([...(await readInVain(type))]).toEqual(told);
});
