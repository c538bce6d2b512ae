import { hasEnded } from 'c/interaction';
import type { Conversation, Interaction, PayloadProblem } from 'c/interaction';
import type { Choices, LegStatus } from 'c/taskSync';
import { contactRows } from './contactRows';
import { drafts } from './drafts';
import type { Enrichment } from './enrichment';
import { STEPS } from './keeperOptions';
import type { Steps, TaskKeeperOptions } from './keeperOptions';
import { keptTranscripts } from './keptTranscripts';
import type { CreateTranscripts } from './keptTranscripts';
import { knownConversations } from './knownConversations';
import { lateNames } from './lateNames';
import { missedInteractions } from './missedInteractions';
import { notesDebounce } from './notesDebounce';
import type { OrgFacts } from './orgFacts';
import { payloadProblems } from './payloadProblems';
import { rereads } from './rereads';
import { taskRows } from './taskRows';
import type { TaskRow } from './taskRows';
import type { Writer } from './taskWriter';
import { watchEnd } from './watchEnd';
import { watchList } from './watchList';

/** What became of a payload; without an `id` nothing of it could be used. */
export interface Heard {
  id: string | undefined;
  problems: readonly PayloadProblem[];
}

const HOUR_MS = 3_600_000;
const DEFAULT_WATCH_HOURS = 24;

/**
 * payload → interaction → draft → write, for one user in one tab. Knows nothing of signing in and
 * nothing of the screen.
 */
export function createTaskKeeper(options: TaskKeeperOptions) {
  const { user, genesys, clock, timers, note } = options;
  const steps: Steps = { ...STEPS, ...options.steps };
  const conversations = knownConversations(steps.hearConversation);
  const rows = taskRows();
  const payloads = payloadProblems();
  const drafting = drafts({ ...options, ...steps });
  /** Known from before this tab became the writer and not heard of since: perhaps older than its Task. */
  const outdated = new Set<string>();
  let org = options.org;
  /** The conversations of now have been read: from here on, missed ones are asked for singly. */
  let isCaughtUp = false;
  let isWriter = false;

  const watchMs = (): number => (org.settings?.watchHours ?? DEFAULT_WATCH_HOURS) * HOUR_MS;

  const enrichments: Enrichment[] = [
    lateNames(genesys, showAgain, options.onWrapUpCodes),
    contactRows(genesys, showAgain),
    ...(options.createTranscripts ? [transcripts(options.createTranscripts)] : [])
  ];
  const rereading = rereads({
    clock,
    timers,
    note,
    genesys,
    mediaOf: (id) => rows.ofConversation(id)[0]?.interaction.media,
    newsOf: conversations.count,
    onRead: (payload) => void hear(payload, 'read'),
    onFresh: believe,
    onUnreadable: believe,
    onLater: (id) => writer.reread([id])
  });
  const missed = missedInteractions({
    timers,
    note,
    genesys,
    watchMs: watchMs(),
    // Of a declined alert nothing is kept: a later one of the same conversation may have been missed.
    isKnown: (id) => rows.ofConversation(id).length > 0,
    onMissed(found) {
      for (const { conversationId, media } of found) rereading.learn(conversationId, media);
      writer.reread(found.map(({ conversationId }) => conversationId));
    }
  });
  const watch = watchList(genesys, rows);
  const ending = watchEnd({ clock, timers, rows, watchMs, onOver: letGo });
  const notes = notesDebounce(timers, redraft);
  setOrgOfParts(org);
  const writer = options.createWriter({
    userId: user.id,
    watchMs: watchMs(),
    onReread: (conversationId) => void rereading.reread(conversationId),
    onElected() {
      if (isCaughtUp) catchUp();
    },
    onWriter: setWriter,
    onStatus: showStatus,
    onChoices: redraft,
    onNote: note
  });

  function transcripts(create: CreateTranscripts): Enrichment {
    return keptTranscripts({
      create,
      source: genesys,
      user,
      onRecord(key) {
        setTranscriptRefused(key, undefined);
        redraft(key);
      },
      onRefused(key, why) {
        note('transcript refused');
        setTranscriptRefused(key, why);
      }
    });
  }

  // — What comes in

  /** One payload in shape E, M or C. What was read counts also when it is no news. */
  function hear(payload: unknown, from: 'event' | 'read', family?: string): Heard {
    const { conversation, id, isNews, problems } = conversations.take(payload, clock(), family);
    if (id) outdated.delete(id);
    if (from === 'read' && id) {
      rereading.wasRead(id);
      missed.wasRead(id);
    }
    for (const problem of problems) {
      const line = payloads.count(problem);
      if (line) note(line);
    }
    if (conversation && (isNews || from === 'read')) show(conversation);
    return { id, problems };
  }

  /** Settings, mappings or object info arrived or changed. */
  function setOrg(next: OrgFacts): void {
    const isReshaped =
      org.shape !== next.shape || org.mappings !== next.mappings || org.settings !== next.settings;
    org = next;
    setOrgOfParts(next);
    if (!isReshaped) return;
    writer.reshape();
    for (const enrichment of enrichments) enrichment.retry?.();
    redraftAll();
  }

  function setOrgOfParts(next: OrgFacts): void {
    drafting.setOrg(next);
    for (const enrichment of enrichments) enrichment.setOrg?.(next);
  }

  function setWriter(next: Writer): void {
    options.onWriter(next);
    const isElected = next !== 'other_tab' && next !== 'taken';
    if (isElected === isWriter) return;
    isWriter = isElected;
    for (const enrichment of enrichments) enrichment.setWriter?.(isElected);
    if (!isElected) return;
    note('writing');
    for (const { id } of conversations.all()) outdated.add(id);
    redraftAll();
  }

  // — From a conversation to its drafts

  function show(conversation: Conversation): void {
    for (const interaction of steps.interactionsOf(conversation, user.id)) {
      // A declined or unanswered alert is no leg: nothing to log, nothing to show.
      const isNothing = hasEnded(interaction) && !interaction.isLeg;
      if (isNothing || isForgotten(interaction)) drop(interaction.key);
      else showInteraction(conversation, interaction);
    }
    watch();
  }

  /** Neither kept any more nor to be kept again because an old event comes by. */
  function isForgotten(interaction: Interaction): boolean {
    const { key } = interaction;
    return !rows.get(key) && !writer.status(key) && ending.isOver({ interaction });
  }

  function showInteraction(conversation: Conversation, interaction: Interaction): void {
    const { key } = interaction;
    const before = rows.get(key);
    const choices = writer.choices(key);
    const looked = enrichments.map((each) => each.context?.(key, before?.attributes));
    const context = Object.assign({}, ...looked);
    const { attributes, draft } = drafting.draft(
      conversation,
      interaction,
      choices,
      context,
      before
    );
    rows.set({ ...before, key, interaction, attributes, draft, choices });
    if (hasEnded(interaction)) ending.arm();
    if (deservesTask(interaction) && !outdated.has(conversation.id)) {
      const endedAt = Date.parse(interaction.disconnectedTime ?? '');
      writer.setDraft(key, draft, Number.isNaN(endedAt) ? {} : { endedAt });
    }
    showStatus(key, writer.status(key));
    for (const enrichment of enrichments) enrichment.heard?.(conversation, interaction, attributes);
  }

  const deservesTask = ({ isLeg, isSupervisor }: Interaction): boolean =>
    isLeg && !isSupervisor && org.shape !== undefined;

  function showStatus(key: string, status: LegStatus | undefined): void {
    const row = rows.get(key);
    if (!row) return;
    const { phase, failure } = status ?? {};
    if (phase !== row.status?.phase && (failure || phase === 'gone')) {
      note(`task ${phase}${failure ? `: ${failure.type}` : ''} ${key}`);
    }
    replace({ ...row, status });
  }

  function setTranscriptRefused(key: string, why: string | undefined): void {
    const row = rows.get(key);
    if (row && row.transcriptRefused !== why) replace({ ...row, transcriptRefused: why });
  }

  function replace(row: TaskRow): void {
    rows.set(row);
    options.onRow(row.key, row);
  }

  function redraftAll(): void {
    for (const conversation of conversations.all()) show(conversation);
  }

  function showAgain(conversationId: string): void {
    const conversation = conversations.get(conversationId);
    if (conversation) show(conversation);
  }

  function redraft(key: string): void {
    showAgain(rows.get(key)?.interaction.conversationId ?? '');
  }

  /** What is known of it is as good as it gets: its drafts may be written. */
  function believe(conversationId: string): void {
    outdated.delete(conversationId);
    showAgain(conversationId);
  }

  // — What nobody saw

  function beginCatchUp(): void {
    isCaughtUp = false;
    rereading.begin();
  }

  function caughtUp(): void {
    isCaughtUp = true;
    for (const enrichment of enrichments) enrichment.resume?.();
    catchUp();
  }

  /** Whoever writes makes up for what nobody saw; the others follow. */
  function catchUp(): void {
    rereading.done(() => writer.catchUp());
    if (writer.isWriter()) missed.look();
  }

  // — The end of a watch

  function drop(key: string): void {
    if (rows.delete(key)) options.onRow(key, undefined);
  }

  /** Watched to the end: costs nothing from here on. */
  function letGo(over: TaskRow[]): void {
    for (const { key } of over) drop(key);
    for (const { interaction } of over) {
      const { conversationId } = interaction;
      if (rows.ofConversation(conversationId).length > 0) continue;
      conversations.forget(conversationId);
      rereading.forget(conversationId);
      for (const enrichment of enrichments) enrichment.forget?.(conversationId);
    }
    // Alerts that were never answered have no row: an hour later nobody comes back to them.
    conversations.forgetSilent(clock() - HOUR_MS, (id) => rows.ofConversation(id).length > 0);
    watch();
  }

  /** Another tab takes over. What is not saved yet stays in the journal. */
  function stop(): void {
    writer.stop();
    missed.stop();
    ending.stop();
    notes.stop();
    rereading.clear();
    for (const enrichment of enrichments) enrichment.stop();
  }

  return {
    hear,
    setOrg,
    beginCatchUp,
    caughtUp,
    row: rows.get,
    rows: rows.all,
    /** How many conversations are known. */
    size: conversations.size,
    /** The agent chose Name or Related To. */
    choose(key: string, choices: Choices): void {
      if (!rows.get(key)) return;
      writer.choose(key, choices);
      redraft(key);
    },
    /** The agent types: kept at once, written when the typing pauses. */
    typeNotes(key: string, text: string): void {
      const row = rows.get(key);
      if (!row) return;
      writer.choose(key, { notes: text });
      replace({ ...row, choices: writer.choices(key) });
      notes.typed(key);
    },
    /** The agent wants another try, for one interaction or for all. */
    retry(key?: string): void {
      writer.retry(key);
      for (const row of [...rows.all()]) setTranscriptRefused(row.key, undefined);
      for (const enrichment of enrichments) enrichment.retry?.();
    },
    /** What waited goes on. `online`: the network or Genesys is back; `signed_in`: Salesforce is. */
    resume(reason: 'online' | 'signed_in'): void {
      writer.resume(reason);
      if (reason === 'online') for (const enrichment of enrichments) enrichment.resume?.();
    },
    /** The agent signs out: only what is not saved yet stays in the browser. Returns how many logs. */
    leave(): number {
      const unsaved = writer.leave();
      stop();
      return unsaved;
    },
    stop
  };
}

export type TaskKeeper = ReturnType<typeof createTaskKeeper>;
