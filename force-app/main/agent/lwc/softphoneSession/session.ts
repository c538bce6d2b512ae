import type { GenesysCloud, GenesysEvent, SignInProblem, TextStorage } from 'c/genesysCloud';
import { interactionsOf } from 'c/interaction';
import type { Conversation, Interaction } from 'c/interaction';
import type { OrgView, SoftphoneSettings } from 'c/salesforceOrg';
import type { Choices, LegStatus, Timers } from 'c/taskSync';
import { commands } from './commands';
import { contactRows } from './contactRows';
import type { ContactRows } from './contactRows';
import { conversations } from './conversations';
import { drafting } from './drafting';
import { finished } from './finished';
import { lateNames } from './lateNames';
import type { LateNames } from './lateNames';
import { missed } from './missed';
import type { Missed } from './missed';
import { published } from './published';
import { queueCodes } from './queueCodes';
import { rereading } from './rereading';
import { putAside } from './putAside';
import { interactionRows, isFinished } from './rows';
import { sessionLog } from './sessionLog';
import { signInProblem } from './signInProblem';
import { keptTranscripts } from './transcripts';
import type { CreateTranscripts } from './transcripts';
import { typing } from './typing';
import type { Writing, WritingOptions } from './writing';
import type { InteractionRow, SessionProblem, SoftphoneView } from './view';

export interface SessionOptions {
  /** The adapter for these settings; undefined when the SDK could not be loaded. */
  createGenesys(settings: SoftphoneSettings): GenesysCloud | undefined;
  /** The Task writer of one Genesys user. */
  createWriting(options: WritingOptions): Writing;
  /** Keeps transcripts; absent: none are kept. */
  createTranscripts?: CreateTranscripts;
  /** ms epoch */
  clock: () => number;
  timers: Timers;
  /** Survives a reload; absent: what the agent set aside may come back. */
  storage?: TextStorage;
  /** BCP 47 of the browser, for the Subject's date. */
  locale: string;
  timeZone?: string;
}

const HOUR_MS = 3_600_000;
const DEFAULT_WATCH_HOURS = 24;

/** Wires Genesys Cloud, the core and Salesforce together for one browser tab. */
export function createSession(options: SessionOptions) {
  const { clock, timers } = options;
  const known = conversations();
  const rows = interactionRows();
  const log = sessionLog(clock);
  const { view, change, publish, ...told } = published(rows, log, clock());
  const drafts = drafting(options);

  let org: OrgView | undefined;
  let genesys: GenesysCloud | undefined;
  let configuredFor = '';
  let names: LateNames | undefined;
  let contacts: ContactRows | undefined;
  let writing: Writing | undefined;
  let away: Missed | undefined;
  /** The conversations of now have been read: from here on, missed ones are asked for singly. */
  let hasRead = false;
  /** Known from before this tab became the writer and not heard of since: perhaps older than its Task. */
  const outdated = new Set<string>();
  let watchVersion = 0;

  const watchMs = (): number => (org?.settings?.watchHours ?? DEFAULT_WATCH_HOURS) * HOUR_MS;
  const rereads = rereading({
    clock,
    timers,
    note,
    genesys: () => genesys,
    mediaOf: (id) => rows.ofConversation(id)[0]?.interaction.media,
    newsOf: known.count,
    onRead: (payload) => take(payload, clock(), true),
    onFresh: showGood,
    onUnreadable: showGood,
    onLater: (id) => writing?.reread([id])
  });
  const over = finished({ clock, timers, rows, watchMs, onOver: letGo });
  const codes = queueCodes({ genesys: () => genesys, rows, replace });
  const aside = putAside(options.storage);
  const steering = commands({
    genesys: () => genesys,
    rows,
    replace,
    timers,
    aside,
    ownId: () => view().user?.id,
    note,
    refuse: (refused) => change({ refused })
  });
  const notes = typing(timers, redraft);
  const transcripts = keptTranscripts({
    create: options.createTranscripts,
    user: () => view().user,
    onRecord(key) {
      sayTranscript(key, undefined);
      redraft(key);
    },
    onRefused(key, why) {
      note('transcript refused');
      sayTranscript(key, why);
    }
  });

  // — Salesforce side

  /** To be called whenever settings, mappings or object info arrive or change. */
  function setOrg(next: OrgView): void {
    const reshaped = org && (org.shape !== next.shape || org.mappings !== next.mappings);
    org = next;
    drafts.setOrg(next);
    transcripts.setMappings(next.mappings);
    if (reshaped) {
      writing?.reshape();
      transcripts.retry();
      redraftAll();
    }
    if (!next.isRead || !next.shape) {
      const unreadable = next.problems[0];
      if (unreadable) setPhase('failed', { type: 'no_permission', detail: unreadable.detail });
      return;
    }
    configure(next);
  }

  function configure({ settings, problems }: OrgView): void {
    const refused = problems.find(({ type }) => type === 'configuration_unreadable');
    if (refused) return setPhase('failed', { type: 'no_permission', detail: refused.detail });
    if (!settings) return setPhase('not_configured', { type: 'no_settings' });
    // Pages live on a host of their own: there is no guessing where the sign-in comes back to.
    if (!settings.redirectUrl) return setPhase('not_configured', { type: 'no_settings' });
    if (!settings.clientId) return setPhase('not_configured', { type: 'no_client_id' });
    const identity = JSON.stringify([settings.clientId, settings.gateway, settings.region]);
    if (identity === configuredFor) return;
    configuredFor = identity;
    genesys?.stop();
    genesys = options.createGenesys(settings);
    if (!genesys) return setPhase('failed', { type: 'sdk_missing' });
    names = lateNames(genesys, showAgain);
    contacts = contactRows(genesys, showAgain);
    transcripts.connect(genesys);
    genesys.on(hear);
    setPhase('signed_out');
    void genesys.resume().then((isSignedIn) => {
      if (isSignedIn) void start();
    });
  }

  // — Genesys side

  /** The agent has followed the link to the sign-in; what becomes of it, events tell. */
  function signIn(): void {
    if (view().phase === 'signed_out') setPhase('signing_in');
  }

  /** In mid-session all goes on by itself. */
  async function signedIn(): Promise<void> {
    log.add('signed in');
    if (view().phase === 'ready') change({ problem: undefined });
    else await start();
  }

  function signInFailed(failure: SignInProblem): void {
    log.add(`sign-in failed: ${failure.type}`);
    const problem = signInProblem(failure);
    if (view().phase === 'ready') change({ problem });
    else setPhase('signed_out', problem);
  }

  async function start(): Promise<void> {
    if (!genesys) return;
    setPhase('starting');
    change({ connection: { state: 'connecting', since: clock() } });
    const started = await genesys.start();
    if (!started.ok) {
      const { type, message } = started.problem;
      log.add(`start failed: ${type}`);
      if (type === 'signed_out') setPhase('signed_out', { type: 'session_expired' });
      else setPhase('failed', { type: 'genesys_unreachable', detail: message });
      return;
    }
    setPhase('ready');
    const presences = await genesys.presences();
    if (presences.ok) change({ presences: presences.value });
  }

  async function signOut(): Promise<void> {
    await genesys?.signOut();
    forgetAgent();
    change({ user: undefined, presence: undefined, station: undefined, routingStatus: undefined });
    setPhase('signed_out');
  }

  /** What is not saved yet stays in the journal. */
  function forgetAgent(): void {
    writing?.stop();
    writing = undefined;
    transcripts.stop();
    away?.stop();
    over.stop();
    known.clear();
    outdated.clear();
    rows.clear();
    codes.clear();
    rereads.clear();
    contacts?.clear();
    hasRead = false;
  }

  function hear(event: GenesysEvent): void {
    switch (event.type) {
      case 'user':
        return beginFor(event.user);
      case 'conversation':
        return take(event.payload, event.at, event.from === 'read');
      case 'presence':
        return change({
          presence: {
            id: event.presence.id,
            name: event.presence.system,
            since: event.presence.since
          }
        });
      case 'routingStatus':
        return change({ routingStatus: event.status });
      case 'station':
        return change({ station: event.station ? { name: event.station.name } : 'none' });
      case 'connection':
        log.add(`connection ${event.state}`);
        if (event.state === 'live') resume();
        return change({ connection: connectionSince(view().connection, event) });
      case 'reread':
        return event.done ? caughtUp() : beginCatchUp();
      case 'clock':
        return change({ clockOffsetMs: event.offsetMs });
      case 'signInAddress':
        return change({ signInUrl: event.url });
      case 'signedIn':
        return void signedIn();
      case 'signInFailed':
        return signInFailed(event.problem);
      case 'expiring':
        log.add('sign-in ends soon');
        return change({ problem: { type: 'session_ending' } });
      case 'signedOut':
        log.add(`signed out: ${event.reason}`);
        if (event.reason === 'by_user') return undefined;
        return change({ problem: { type: 'session_expired' } });
      case 'problem':
        return note(`${event.problem.type} ${event.problem.operation}`);
      default:
        return undefined;
    }
  }

  function beginFor(user: { id: string; name: string }): void {
    if (view().user?.id === user.id) return;
    forgetAgent();
    change({ user });
    if (genesys) {
      away = missed({
        timers,
        note,
        genesys,
        watchMs: watchMs(),
        // Of a declined alert nothing is kept: a later one of the same conversation may have been missed.
        isKnown: (id) => rows.ofConversation(id).length > 0,
        onMissed(found) {
          for (const { conversationId, media } of found) rereads.learn(conversationId, media);
          writing?.reread(found.map(({ conversationId }) => conversationId));
        }
      });
    }
    writing = options.createWriting({
      userId: user.id,
      watchMs: watchMs(),
      onReread: (conversationId) => void rereads.reread(conversationId),
      onElected() {
        log.add('writing');
        for (const { id } of known.all()) outdated.add(id);
        if (hasRead) catchUp();
      },
      onWriter(writer) {
        if (transcripts.setWriter(writer)) redraftAll();
        change({ writer });
      },
      onStatus: showStatus,
      onChoices: redraft
    });
  }

  /** Network or sign-in are back: what waited for them goes on. */
  function resume(): void {
    writing?.resume('online');
    transcripts.resume();
  }

  function beginCatchUp(): void {
    hasRead = false;
    rereads.begin();
  }

  function caughtUp(): void {
    hasRead = true;
    for (const id of names?.takeUnnamed() ?? []) showAgain(id);
    catchUp();
  }

  /** Whoever writes makes up for what nobody saw; the others follow. */
  function catchUp(): void {
    rereads.done(() => writing?.catchUp() ?? []);
    if (writing?.isWriter()) away?.look();
  }

  /** What was read counts also when it is no news: the writer may wait for just that. */
  function take(payload: unknown, at: number, isRead: boolean): void {
    const { conversation, id, isNews, problems } = known.take(payload, at);
    if (id) outdated.delete(id);
    if (isRead && id) {
      rereads.wasRead(id);
      away?.wasRead(id);
    }
    for (const problem of problems) note(`payload: ${problem.type}`);
    if (conversation && (isNews || isRead)) show(conversation);
  }

  // — Interactions

  /** Brings the rows and Tasks of one conversation up to date. */
  function show(conversation: Conversation): void {
    const userId = view().user?.id;
    if (!userId) return;
    for (const interaction of interactionsOf(conversation, userId)) {
      // A declined or unanswered alert is no leg: nothing to log, nothing to show.
      const isNothing = isFinished(interaction) && !interaction.isLeg;
      if (isNothing || isForgotten(interaction)) drop(interaction.key);
      else showInteraction(conversation, interaction);
    }
    watch();
  }

  /** Neither shown any more nor to be shown again because an old event comes by. */
  function isForgotten(interaction: Interaction): boolean {
    const { key } = interaction;
    return !rows.get(key) && !writing?.status(key) && over.isOver({ interaction });
  }

  function showInteraction(conversation: Conversation, interaction: Interaction): void {
    names?.lookFor(interaction);
    transcripts.follow(conversation, interaction);
    const { key } = interaction;
    const before = rows.get(key);
    const choices = writing?.choices(key) ?? {};
    const late = {
      names,
      transcriptId: transcripts.recordId(key),
      contactColumns: contacts?.of(before?.attributes)
    };
    const { attributes, draft } = drafts.draft(conversation, interaction, choices, late, before);
    if (drafts.wantsParticipantData()) {
      contacts?.lookFor(interaction.conversationId, attributes);
    }
    const isSteady = before && !hasMoved(before.interaction, interaction);
    rows.set({
      key,
      interaction,
      attributes,
      draft,
      status: before?.status,
      notes: choices.notes ?? '',
      whoId: choices.whoId,
      whatId: choices.whatId,
      whoName: choices.whoName,
      whatName: choices.whatName,
      taskUrl: before?.taskUrl,
      // A command is done, and its refusal forgotten, when the interaction has moved on.
      busy: isSteady ? before.busy : undefined,
      actionProblem: isSteady ? before.actionProblem : undefined,
      wrapUpCodes: codes.of(interaction.queueId) ?? before?.wrapUpCodes,
      isAside: aside.has(key),
      transcriptRefused: before?.transcriptRefused
    });
    if (isFinished(interaction)) over.arm();
    if (interaction.isLeg && interaction.queueId) void codes.prepare(key, interaction.queueId);
    const isGood = !outdated.has(interaction.conversationId);
    if (writing && isGood && interaction.isLeg && !interaction.isSupervisor && org?.shape) {
      const endedAt = Date.parse(interaction.disconnectedTime ?? '');
      writing.setDraft(key, draft, Number.isNaN(endedAt) ? {} : { endedAt });
    }
    showStatus(key, writing?.status(key));
  }

  function showStatus(key: string, status: LegStatus | undefined): void {
    const row = rows.get(key);
    if (!row) return;
    const { phase, failure } = status ?? {};
    if (phase !== row.status?.phase && (failure || phase === 'gone')) {
      log.add(`task ${phase}${failure ? `: ${failure.type}` : ''} ${key}`);
    }
    const taskUrl = status?.taskId ? `/lightning/r/Task/${status.taskId}/view` : row.taskUrl;
    replace({ ...row, status, taskUrl });
  }

  function sayTranscript(key: string, why: string | undefined): void {
    const row = rows.get(key);
    if (row && row.transcriptRefused !== why) replace({ ...row, transcriptRefused: why });
  }

  function redraftAll(): void {
    for (const conversation of known.all()) show(conversation);
  }

  function showGood(conversationId: string): void {
    outdated.delete(conversationId);
    showAgain(conversationId);
  }

  function showAgain(conversationId: string): void {
    const conversation = known.get(conversationId);
    if (conversation) show(conversation);
  }

  function redraft(key: string): void {
    showAgain(rows.get(key)?.interaction.conversationId ?? '');
  }

  /** Tells the adapter what to read again after a lost connection, and what to listen for. */
  function watch(): void {
    if (!genesys || watchVersion === rows.watchVersion()) return;
    watchVersion = rows.watchVersion();
    const watched = [...rows.conversationIds()].map((conversationId) => {
      const own = rows.ofConversation(conversationId).map(({ interaction }) => interaction);
      const isOver = own.every(isFinished);
      return { conversationId, media: own[0]?.media ?? 'call', isOver } as const;
    });
    genesys.watch(watched);
  }

  function replace(row: InteractionRow): void {
    rows.set(row);
    publish();
  }

  function drop(key: string): void {
    if (rows.delete(key)) publish();
  }

  /** Watched to the end: costs nothing from here on. */
  function letGo(done: InteractionRow[]): void {
    for (const { key } of done) drop(key);
    for (const { interaction } of done) {
      const { conversationId } = interaction;
      if (rows.ofConversation(conversationId).length > 0) continue;
      known.forget(conversationId);
      rereads.forget(conversationId);
      transcripts.forget(conversationId);
      names?.forget(conversationId);
    }
    // Alerts that were never answered have no row: an hour later nobody comes back to them.
    known.forgetSilent(clock() - HOUR_MS, (id) => rows.ofConversation(id).length > 0);
    watch();
  }

  // — What the agent does

  function choose(key: string, choices: Choices): void {
    if (!writing || !rows.get(key)) return;
    writing.choose(key, choices);
    redraft(key);
  }

  function setNotes(key: string, text: string): void {
    const row = rows.get(key);
    if (!writing || !row) return;
    writing.choose(key, { notes: text });
    replace({ ...row, notes: text });
    notes.typed(key);
  }

  // — View

  function setPhase(phase: SoftphoneView['phase'], problem?: SessionProblem): void {
    change({ phase, problem });
  }

  function note(text: string): void {
    log.add(text);
    publish();
  }

  return {
    view,
    subscribe: told.subscribe,
    setOrg,
    signIn,
    start,
    signOut,
    ...steering,
    loadWrapUpCodes: codes.load,
    setNotes,
    choose,
    retry(key?: string): void {
      writing?.retry(key);
      for (const row of [...rows.all()]) sayTranscript(row.key, undefined);
      transcripts.retry();
    },
    /** What the browser knows: network gone, network back, the machine woke up. */
    signal(what: 'offline' | 'online' | 'wake'): void {
      log.add(what);
      genesys?.signal(what);
      if (what !== 'offline') resume();
      // Looked at again: whoever's Salesforce session had ended has signed in by now, perhaps elsewhere.
      if (what === 'wake') writing?.resume('signed_in');
    },
    stop(): void {
      told.stop();
      genesys?.stop();
      writing?.stop();
      transcripts.stop();
      away?.stop();
      over.stop();
      rereads.clear();
    }
  };
}

export type SoftphoneSession = ReturnType<typeof createSession>;

type Connection = SoftphoneView['connection'];

/** Each attempt tells its own time: what counts is when the connection was last alive. */
function connectionSince(before: Connection, { state, since }: Connection): Connection {
  const lasts = state !== 'live' && before.state !== 'live';
  return { state, since: lasts ? before.since : since };
}

/** Has a command had its effect? */
function hasMoved(before: Interaction, after: Interaction): boolean {
  return (
    before.state !== after.state ||
    before.held !== after.held ||
    before.muted !== after.muted ||
    before.wrapUp.code !== after.wrapUp.code ||
    before.wrapUp.endAcwTime !== after.wrapUp.endAcwTime
  );
}
