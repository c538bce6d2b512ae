import type { GenesysCloud, GenesysEvent, Result } from 'c/genesysCloud';
import { attributesOf, interactionsOf } from 'c/interaction';
import type { Conversation, Interaction } from 'c/interaction';
import type { OrgView, SoftphoneSettings } from 'c/salesforceOrg';
import { KEY_FIELD, draftTask } from 'c/taskDraft';
import type { Choices, LegStatus, Timers } from 'c/taskSync';
import { conversations } from './conversations';
import { lateNames } from './lateNames';
import type { LateNames } from './lateNames';
import { inOrder, isFinished } from './rows';
import { sessionLog } from './sessionLog';
import type { Writing, WritingOptions } from './writing';
import type {
  BusyAction,
  InteractionRow,
  SessionProblem,
  SoftphoneView,
  TransferTargets
} from './view';

export interface SessionOptions {
  /** The adapter for these settings; undefined when the SDK could not be loaded. */
  createGenesys(settings: SoftphoneSettings): GenesysCloud | undefined;
  /** The Task writer of one Genesys user. */
  createWriting(options: WritingOptions): Writing;
  /** ms epoch */
  clock: () => number;
  timers: Timers;
  /** BCP 47 of the browser, for the Subject's date. */
  locale: string;
  timeZone?: string;
}

/** A conversation read this recently need not be asked for again. */
const FRESH_MS = 10_000;
const DEFAULT_REGION = 'mypurecloud.com';
const HOUR_MS = 3_600_000;
/** Notes are kept with every keystroke and written when the typing pauses. */
const NOTES_PAUSE_MS = 800;
/** An accepted command whose effect has not come by then is shown as not busy any more. */
const EFFECT_WITHIN_MS = 8_000;

/** Wires Genesys Cloud, the core and Salesforce together for one browser tab. */
export function createSession(options: SessionOptions) {
  const { clock, timers } = options;
  const known = conversations();
  const rows = new Map<string, InteractionRow>();
  const log = sessionLog(clock);
  const listeners = new Set<(view: SoftphoneView) => void>();
  const wrapUpCodes = new Map<string, { id: string; name: string }[]>();

  /** conversation id → ms epoch of the last answer that was read, not pushed */
  const readAt = new Map<string, number>();

  let org: OrgView | undefined;
  let genesys: GenesysCloud | undefined;
  let configuredFor = '';
  let names: LateNames | undefined;
  let writing: Writing | undefined;
  let mappedNames: string[] = [];
  /** The conversations of now have been read: from here on, missed ones are asked for singly. */
  let hasRead = false;
  let isScheduled = false;
  let isStopped = false;
  let view: SoftphoneView = {
    phase: 'loading',
    presences: [],
    connection: { state: 'connecting', since: clock() },
    writer: 'this_tab',
    rows: [],
    needsYou: 0,
    saving: 0,
    waiting: 0,
    clockOffsetMs: 0,
    watchLog: []
  };

  // — Salesforce side

  /** To be called whenever settings, mappings or object info arrive or change. */
  function setOrg(next: OrgView): void {
    const reshaped = org && (org.shape !== next.shape || org.mappings !== next.mappings);
    org = next;
    mappedNames = next.mappings
      .filter(({ active, attribute }) => active && attribute.startsWith('Participant.'))
      .map(({ attribute }) => attribute);
    if (reshaped) {
      writing?.reshape();
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
    if (!settings.clientId) return setPhase('not_configured', { type: 'no_client_id' });
    const identity = JSON.stringify([settings.clientId, settings.gateway, settings.region]);
    if (identity === configuredFor) return;
    configuredFor = identity;
    genesys?.stop();
    genesys = options.createGenesys(settings);
    if (!genesys) return setPhase('failed', { type: 'sdk_missing' });
    names = lateNames(genesys, (conversationId) => {
      const conversation = known.get(conversationId);
      if (conversation) show(conversation);
    });
    genesys.on(hear);
    setPhase('signed_out');
    void genesys.resume().then((isSignedIn) => {
      if (isSignedIn) void start();
    });
  }

  // — Genesys side

  async function signIn(): Promise<void> {
    if (!genesys || view.phase === 'signing_in') return;
    const wasReady = view.phase === 'ready';
    // The window must open within the click, so nothing is awaited before this call.
    const signingIn = genesys.signIn();
    if (!wasReady) setPhase('signing_in');
    const result = await signingIn;
    if (result.ok) {
      log.add('signed in');
      if (wasReady) change({ problem: undefined });
      else await start();
      return;
    }
    const { type, detail } = result.problem;
    log.add(`sign-in failed: ${type}`);
    const problem: SessionProblem = {
      type:
        type === 'refused'
          ? 'sign_in_refused'
          : type === 'popup_blocked' || type === 'popup_closed'
            ? type
            : type === 'unreachable' || type === 'timed_out'
              ? 'genesys_unreachable'
              : 'unexpected',
      ...(detail ? { detail } : {})
    };
    if (wasReady) change({ problem });
    else setPhase('signed_out', problem);
  }

  async function start(): Promise<void> {
    if (!genesys) return;
    setPhase('starting');
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
    leave();
  }

  /** Forgets the agent; what is not saved yet stays in the journal. */
  function leave(): void {
    writing?.stop();
    writing = undefined;
    known.clear();
    rows.clear();
    wrapUpCodes.clear();
    change({ user: undefined, presence: undefined, station: undefined, routingStatus: undefined });
    setPhase('signed_out');
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
        if (event.state === 'live') writing?.resume('online');
        return change({ connection: { state: event.state, since: event.since } });
      case 'reread':
        hasRead = event.done;
        if (event.done) writing?.catchUp();
        return undefined;
      case 'clock':
        return change({ clockOffsetMs: event.offsetMs });
      case 'expiring':
        log.add('sign-in ends soon');
        return change({ problem: { type: 'session_expired' } });
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
    if (view.user?.id !== user.id) {
      writing?.stop();
      known.clear();
      rows.clear();
      change({ user });
      writing = options.createWriting({
        userId: user.id,
        watchMs: (org?.settings?.watchHours ?? 24) * HOUR_MS,
        onReread: (conversationId) => void reread(conversationId),
        onElected: () => {
          redraftAll();
          if (hasRead) writing?.catchUp();
        },
        onWriter: (writer) => change({ writer }),
        onStatus: showStatus,
        onChoices: redraft
      });
    }
  }

  function take(payload: unknown, at: number, isRead: boolean): void {
    const { changed, id, problems } = known.take(payload, at);
    if (isRead && id) readAt.set(id, clock());
    for (const problem of problems) note(`payload: ${problem.type}`);
    if (changed) show(changed);
  }

  async function reread(conversationId: string): Promise<void> {
    if (!genesys || clock() - (readAt.get(conversationId) ?? -Infinity) < FRESH_MS) return;
    const row = [...rows.values()].find((one) => one.interaction.conversationId === conversationId);
    // The media route needs no permission. Without a row, a call is the likeliest by far.
    const media = row?.interaction.media ?? 'call';
    let result = await genesys.readConversation(conversationId, media);
    if (!result.ok && result.problem.type === 'not_found' && !row) {
      result = await genesys.readConversation(conversationId);
    }
    if (result.ok) take(result.value, clock(), true);
    else note(`re-read: ${result.problem.type}`);
  }

  // — Interactions

  /** Brings the rows and Tasks of one conversation up to date. */
  function show(conversation: Conversation): void {
    const userId = view.user?.id;
    if (!userId) return;
    const before = rows.size;
    for (const interaction of interactionsOf(conversation, userId)) {
      // A declined or unanswered alert is no leg: nothing to log, nothing to show.
      if (isFinished(interaction) && !interaction.isLeg) drop(interaction.key);
      else showInteraction(conversation, interaction);
    }
    if (rows.size !== before) watch();
  }

  function showInteraction(conversation: Conversation, interaction: Interaction): void {
    names?.lookFor(interaction);
    const { key } = interaction;
    const before = rows.get(key);
    const choices = writing?.choices(key) ?? {};
    const settings = org?.settings;
    const attributes = attributesOf(conversation, interaction.participantId, {
      region: settings?.region ?? DEFAULT_REGION,
      urlTemplate: settings?.interactionUrl,
      workItemAttribute: settings?.workItemAttribute,
      notes: choices.notes || undefined,
      queueNames: names?.queues,
      wrapUpNames: names?.wrapUps,
      names: mappedNames
    });
    const draft = draftTask({
      interaction,
      attributes,
      mappings: org?.mappings ?? [],
      shape: org?.shape ?? { fields: {} },
      locale: options.locale,
      timeZone: options.timeZone,
      choices,
      settings: {
        keyField: KEY_FIELD,
        openStatus: settings?.openStatus,
        closedStatus: settings?.closedStatus
      }
    });
    const isSteady = before && !hasMoved(before.interaction, interaction);
    const codes = wrapUpCodes.get(interaction.queueId ?? '');
    rows.set(key, {
      key,
      interaction,
      attributes,
      draft,
      notes: choices.notes ?? '',
      whoId: choices.whoId,
      whatId: choices.whatId,
      whoName: choices.whoName,
      whatName: choices.whatName,
      taskUrl: before?.taskUrl,
      // A command is done, and its refusal forgotten, when the interaction has moved on.
      busy: isSteady ? before.busy : undefined,
      actionProblem: isSteady ? before.actionProblem : undefined,
      wrapUpCodes: codes ?? before?.wrapUpCodes
    });
    // Asked for before the agent opens the list, so that it opens filled.
    if (interaction.isLeg && interaction.queueId) void loadQueueCodes(key, interaction.queueId);
    if (writing && interaction.isLeg && !interaction.isSupervisor && org?.shape) {
      const endedAt = Date.parse(interaction.disconnectedTime ?? '');
      writing.setDraft(key, draft, Number.isNaN(endedAt) ? {} : { endedAt });
    }
    showStatus(key, writing?.status(key));
  }

  function showStatus(key: string, status: LegStatus | undefined): void {
    const row = rows.get(key);
    if (!row) return;
    const taskUrl = status?.taskId ? `/lightning/r/Task/${status.taskId}/view` : row.taskUrl;
    replace({ ...row, status, taskUrl });
  }

  function redraftAll(): void {
    for (const conversation of known.all()) show(conversation);
  }

  function redraft(key: string): void {
    const conversation = known.get(rows.get(key)?.interaction.conversationId ?? '');
    if (conversation) show(conversation);
  }

  /** Tells the adapter what to read again after a lost connection. */
  function watch(): void {
    const watched = new Map<string, Interaction>();
    for (const { interaction } of rows.values())
      watched.set(interaction.conversationId, interaction);
    genesys?.watch(
      [...watched.values()].map(({ conversationId, media }) => ({ conversationId, media }))
    );
  }

  function replace(row: InteractionRow): void {
    rows.set(row.key, row);
    publish();
  }

  function drop(key: string): void {
    if (rows.delete(key)) publish();
  }

  // — What the agent does

  /** Runs a command, shows it as busy until its effect arrives, and says when it was refused. */
  async function steer(
    key: string,
    busy: BusyAction,
    action: string,
    run: (cloud: GenesysCloud, interaction: Interaction) => Promise<Result>
  ): Promise<void> {
    const row = rows.get(key);
    if (!row || !genesys) return;
    replace({ ...row, busy, actionProblem: undefined });
    const result = await run(genesys, row.interaction);
    const now = rows.get(key);
    if (!now) return;
    if (!result.ok) {
      const { type, message } = result.problem;
      note(`${action} refused: ${type}`);
      replace({ ...now, busy: undefined, actionProblem: { action, message } });
      return;
    }
    timers.set(() => {
      const later = rows.get(key);
      if (later?.busy === busy) replace({ ...later, busy: undefined });
    }, EFFECT_WITHIN_MS);
  }

  function choose(key: string, choices: Choices): void {
    if (!writing || !rows.has(key)) return;
    writing.choose(key, choices);
    redraft(key);
  }

  const typing = new Map<string, unknown>();

  function setNotes(key: string, notes: string): void {
    const row = rows.get(key);
    if (!writing || !row) return;
    writing.choose(key, { notes });
    replace({ ...row, notes });
    timers.clear(typing.get(key));
    typing.set(
      key,
      timers.set(() => {
        typing.delete(key);
        redraft(key);
      }, NOTES_PAUSE_MS)
    );
  }

  const askedQueues = new Set<string>();

  async function loadQueueCodes(key: string, queueId: string): Promise<void> {
    if (askedQueues.has(queueId)) return;
    askedQueues.add(queueId);
    await loadWrapUpCodes(key);
  }

  async function loadWrapUpCodes(key: string): Promise<void> {
    const row = rows.get(key);
    if (!row || !genesys || row.wrapUpCodes) return;
    const result = await genesys.wrapUpCodes(row.interaction);
    const now = rows.get(key);
    if (!now) return;
    if (!result.ok) {
      replace({ ...now, actionProblem: { action: 'wrap_up', message: result.problem.message } });
      return;
    }
    const { queueId } = now.interaction;
    if (queueId) wrapUpCodes.set(queueId, result.value);
    for (const one of rows.values()) {
      const isConcerned = one.key === key || (queueId && one.interaction.queueId === queueId);
      if (isConcerned) replace({ ...one, wrapUpCodes: result.value });
    }
  }

  async function transferTargets(): Promise<TransferTargets> {
    if (!genesys) return { queues: [], users: [] };
    const [queues, users] = await Promise.all([genesys.queues(), genesys.agents('')]);
    const problem = !queues.ok ? queues.problem : !users.ok ? users.problem : undefined;
    return {
      queues: queues.ok ? queues.value : [],
      users: (users.ok ? users.value : []).filter(({ id }) => id !== view.user?.id),
      ...(problem ? { problem: problem.message } : {})
    };
  }

  async function setPresence(id: string): Promise<void> {
    const result = await genesys?.setPresence(id);
    if (result && !result.ok) note(`presence refused: ${result.problem.type}`);
  }

  // — View

  function setPhase(phase: SoftphoneView['phase'], problem?: SessionProblem): void {
    change({ phase, problem });
  }

  function note(text: string): void {
    log.add(text);
    publish();
  }

  function change(part: Partial<SoftphoneView>): void {
    view = { ...view, ...part };
    publish();
  }

  /** Many things change in one turn (a frame, its draft, its write): listeners hear once. */
  function publish(): void {
    if (isScheduled || isStopped) return;
    isScheduled = true;
    void Promise.resolve().then(() => {
      isScheduled = false;
      if (isStopped) return;
      view = withRows(view);
      for (const listener of listeners) listener(view);
    });
  }

  function withRows(last: SoftphoneView): SoftphoneView {
    const inPhase = (phase: string): number =>
      [...rows.values()].filter(({ status }) => status?.phase === phase).length;
    return {
      ...last,
      rows: inOrder(rows.values()),
      needsYou: inPhase('needs_you'),
      saving: inPhase('saving'),
      waiting: inPhase('waiting'),
      watchLog: log.lines()
    };
  }

  return {
    view: (): SoftphoneView => view,
    subscribe(listener: (view: SoftphoneView) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    setOrg,
    signIn,
    signOut,
    setPresence,
    answer: (key: string) => steer(key, 'answer', 'answer', (cloud, one) => cloud.answer(one)),
    decline: (key: string) =>
      steer(key, 'disconnect', 'decline', (cloud, one) => cloud.decline(one)),
    end: (key: string) => steer(key, 'disconnect', 'end', (cloud, one) => cloud.disconnect(one)),
    hold: (key: string, on: boolean) =>
      steer(key, 'hold', on ? 'hold' : 'resume', (cloud, one) => cloud.hold(one, on)),
    mute: (key: string, on: boolean) =>
      steer(key, 'mute', on ? 'mute' : 'unmute', (cloud, one) => cloud.mute(one, on)),
    sendDigits: (key: string, digits: string) =>
      steer(key, 'mute', 'digits', (cloud, one) => cloud.sendDigits(one, digits)),
    transfer: (key: string, to: { queueId?: string; userId?: string }) =>
      steer(key, 'transfer', 'transfer', (cloud, one) =>
        to.queueId
          ? cloud.transferToQueue(one, to.queueId)
          : cloud.transferToUser(one, to.userId ?? '')
      ),
    setWrapUp: (key: string, code: string) =>
      steer(key, 'wrap_up', 'wrap_up', (cloud, one) => cloud.setWrapUp(one, { code })),
    loadWrapUpCodes,
    setNotes,
    choose,
    transferTargets,
    retry: (key?: string) => writing?.retry(key),
    async dial(phoneNumber: string, queueId?: string): Promise<Result<string> | undefined> {
      const result = await genesys?.dial({
        phoneNumber,
        ...(queueId ? { callFromQueueId: queueId } : {})
      });
      if (result && !result.ok) note(`dial refused: ${result.problem.type}`);
      return result;
    },
    /** What the browser knows: network gone, network back, the machine woke up. */
    signal(what: 'offline' | 'online' | 'wake'): void {
      genesys?.signal(what);
      if (what !== 'offline') writing?.resume('online');
    },
    stop(): void {
      isStopped = true;
      genesys?.stop();
      writing?.stop();
      listeners.clear();
    }
  };
}

export type SoftphoneSession = ReturnType<typeof createSession>;

/** Has a command had its effect? */
function hasMoved(before: Interaction, after: Interaction): boolean {
  return (
    before.state !== after.state ||
    before.held !== after.held ||
    before.muted !== after.muted ||
    before.wrapUp.code !== after.wrapUp.code
  );
}
