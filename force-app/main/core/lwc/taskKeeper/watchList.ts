import type { GenesysPort } from './genesysPort';
import { hasEnded } from 'c/interaction';
import type { TaskRows } from './taskRows';

/** Tells the adapter what to read again after a lost connection, and what to listen for. */
export function watchList(genesys: Pick<GenesysPort, 'watch'>, rows: TaskRows): () => void {
  let toldVersion = rows.watchVersion();

  return () => {
    if (toldVersion === rows.watchVersion()) return;
    toldVersion = rows.watchVersion();
    const watched = [...rows.conversationIds()].map((conversationId) => {
      const mine = rows.ofConversation(conversationId).map(({ interaction }) => interaction);
      const media = mine[0]?.media ?? 'call';
      return { conversationId, media, isOver: mine.every(hasEnded) };
    });
    genesys.watch(watched);
  };
}
