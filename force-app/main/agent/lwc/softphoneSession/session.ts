import type { GenesysCloud, GenesysEvent, GenesysUser, SignInProblem } from 'c/genesysCloud';
import type { OrgView } from 'c/salesforceOrg';
import { createTaskKeeper } from 'c/taskKeeper';
import type { TaskKeeper, TaskRow } from 'c/taskKeeper';
import { commands } from './commands';
import { connectionOf, connectionSince } from './connection';
import { compareIdentity } from './identity';
import { interactionRow } from './interactionRow';
import { published } from './published';
import { putAside } from './putAside';
import { queueCodes } from './queueCodes';
import { interactionRows } from './rows';
import { sessionLog } from './sessionLog';
import { signInProblem } from './signInProblem';
import { viewChange } from './viewChange';
import type { Intent, InteractionRow, SessionProblem, SoftphoneView } from 'c/softphoneView';
import type { SessionOptions } from './sessionOptions';

/** Without these nothing can be set up. */
const UNUSABLE: ReadonlySet<string> = new Set(['configuration_unreadable', 'task_unreadable']);

/** One browser tab: signing in, what the agent asks of Genesys Cloud, and the view. */
export function createSession(options: SessionOptions) {
  const { clock, timers } = options;
  const rows = interactionRows();
  const log = sessionLog(clock);
  const { view, change, publish, ...told } = published(rows, log, clock());

  let org: OrgView | undefined;
  let genesys: GenesysCloud | undefined;
  let configuredFor = '';
  /** Who signed in to Genesys Cloud. */
  let agent: GenesysUser | undefined;
  /** What was found of that, as last said in the log. */
  let checked: string | undefined;
  /** Signed in, and not begun before Salesforce has told who works here. */
  let awaitsOwnUser = false;
  /** Of the signed-in agent. */
  let keeper: TaskKeeper | undefined;

  const codes = queueCodes({ genesys: () => genesys, rows, replace });
  const aside = putAside(options.storage, clock);
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

  // — Salesforce side

  /** To be called whenever settings, mappings or object info arrive or change. */
  function setOrg(next: OrgView): void {
    // Each problem once, when it is new.
    for (const problem of next.problems)
      if (!org?.problems.includes(problem)) log.add(`org: ${problem.type} ${problem.detail}`);
    org = next;
    keeper?.setOrg(next);
    checkIdentity();
    if (awaitsOwnUser && next.ownUser) void start();
    if (!next.isRead || !next.shape) {
      const unreadable = next.problems.find(({ type }) => UNUSABLE.has(type));
      if (unreadable) setPhase('failed', { type: 'no_permission', detail: unreadable.detail });
      return;
    }
    configure(next);
  }

  /**
   * Settings are read again while agents are at work: whoever is signed in keeps the connection that
   * he has, whatever was changed or became unreadable, until the next sign-in.
   */
  function configure({ settings, problems }: OrgView): void {
    if (view().phase === 'ready' || view().phase === 'starting') return undefined;
    const refused = problems.find(({ type }) => type === 'configuration_unreadable');
    if (refused) return setPhase('failed', { type: 'no_permission', detail: refused.detail });
    if (!settings) return setPhase('not_configured', { type: 'no_settings' });
    // Pages live on a host of their own: there is no guessing where the sign-in comes back to.
    if (!settings.redirectUrl) return setPhase('not_configured', { type: 'no_settings' });
    if (!settings.clientId) return setPhase('not_configured', { type: 'no_client_id' });
    const connection = connectionOf(settings);
    if (connection === configuredFor) return undefined;
    configuredFor = connection;
    genesys?.stop();
    genesys = undefined;
    forgetAgent();
    const made = options.createGenesys(settings);
    if (made === 'sdk_missing') return setPhase('failed', { type: made });
    if (typeof made === 'string') {
      log.add(`setting refused: ${made}`);
      return setPhase('not_configured', { type: made });
    }
    genesys = made;
    genesys.on(hear);
    setPhase('signed_out');
    void genesys.resume().then((isSignedIn) => {
      if (isSignedIn) void start();
    });
    return undefined;
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
    // Nothing may be heard or written before it is clear whose it is.
    awaitsOwnUser = org?.settings?.identityCheck === 'refuse' && !org.ownUser;
    if (awaitsOwnUser) return;
    change({ connection: { state: 'connecting', since: clock() } });
    const started = await genesys.start();
    if (view().phase !== 'starting') return;
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

  async function signOut(problem?: SessionProblem): Promise<void> {
    const ending = genesys?.signOut();
    if (!problem) await ending;
    const unsaved = keeper?.leave() ?? 0;
    if (unsaved) log.add(`signed out with ${unsaved} unsaved`);
    forgetAgent();
    change({ unsaved });
    setPhase('signed_out', problem);
    if (org) configure(org);
  }

  /**
   * Whoever signs in to Genesys Cloud may be somebody else than works in Salesforce: a colleague's
   * session that was left open, or a page that signs people in as somebody whose calls it wants written.
   *
   * @returns whether this agent was signed out
   */
  function checkIdentity(): boolean {
    const mode = org?.settings?.identityCheck ?? 'warn';
    if (!agent || !org?.ownUser || mode === 'ignore') {
      if (view().identity) change({ identity: undefined });
      return false;
    }
    const identity = compareIdentity(agent, org.ownUser);
    const before = view().identity;
    if (identity.verdict !== checked) log.add(`identity: ${identity.verdict}`);
    checked = identity.verdict;
    if (mode === 'refuse' && identity.verdict === 'different') {
      void signOut({ type: 'wrong_identity', identity });
      return true;
    }
    const isNews =
      identity.verdict === 'different' || (mode === 'refuse' && identity.verdict === 'unknown');
    const next = isNews ? identity : undefined;
    if (JSON.stringify(next) !== JSON.stringify(before)) change({ identity: next });
    return false;
  }

  /** The sign-in has ended in mid-session: it goes on with the next one, unless that goes elsewhere. */
  function signedOut(): void {
    change({ problem: { type: 'session_expired' } });
    if (!org?.settings || connectionOf(org.settings) === configuredFor) return;
    setPhase('signed_out');
    configure(org);
  }

  /** What is not saved yet stays in the journal. */
  function forgetAgent(): void {
    keeper?.stop();
    keeper = undefined;
    codes.clear();
    rows.clear();
    agent = undefined;
    checked = undefined;
    awaitsOwnUser = false;
    change({ identity: undefined });
    change({ user: undefined, presence: undefined, station: undefined, routingStatus: undefined });
  }

  function hear(event: GenesysEvent): void {
    switch (event.type) {
      case 'user':
        return beginFor(event.user);
      case 'conversation':
        keeper?.hear(event.payload, event.from === 'read' ? 'read' : 'event', event.family);
        return undefined;
      case 'connection':
        log.add(`connection ${event.state}`);
        if (event.state === 'live') keeper?.resume('online');
        return change({ connection: connectionSince(view().connection, event) });
      case 'reread':
        return event.done ? keeper?.caughtUp() : keeper?.beginCatchUp();
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
        return signedOut();
      case 'problem':
        return note(`${event.problem.type} ${event.problem.operation}`);
      default:
        return change(viewChange(event));
    }
  }

  function beginFor(found: GenesysUser): void {
    if (!genesys) return;
    const isNew = view().user?.id !== found.id;
    if (isNew) forgetAgent();
    agent = found;
    if (checkIdentity() || !isNew) return;
    const user = { id: found.id, name: found.name };
    change({ user, unsaved: undefined });
    keeper = createTaskKeeper({
      user,
      genesys,
      org: org ?? { mappings: [] },
      createWriter: options.createWriter,
      createTranscripts: options.createTranscripts,
      onWrapUpCodes: codes.know,
      clock,
      timers,
      locale: options.locale,
      timeZone: options.timeZone,
      onRow: showRow,
      onWriter: (writer) => change({ writer }),
      note
    });
  }

  // — Rows

  function showRow(key: string, facts: TaskRow | undefined): void {
    if (!facts) {
      if (rows.delete(key)) publish();
      return;
    }
    const before = rows.get(key);
    const wrapUpCodes = codes.of(facts.interaction.queueId) ?? before?.wrapUpCodes;
    replace(interactionRow(facts, { wrapUpCodes, isAside: aside.has(key) }, before));
  }

  function replace(row: InteractionRow): void {
    rows.set(row);
    publish();
  }

  // — What the agent does

  /** Settles when Genesys Cloud has answered, where it is asked. */
  async function run(intent: Intent): Promise<void> {
    switch (intent.type) {
      case 'sign_in':
        return signIn();
      case 'sign_out':
        return signOut();
      case 'start_again':
        return start();
      case 'notes':
        return keeper?.typeNotes(intent.key, intent.text);
      case 'choose':
        return keeper?.choose(intent.key, intent.choices);
      case 'retry':
        return keeper?.retry(intent.key);
      case 'load_wrap_up_codes':
        return codes.load(intent.key);
      default:
        return steering.run(intent);
    }
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
    run,
    transferTargets: steering.transferTargets,
    /** What the browser knows: network gone, network back, the machine woke up. */
    signal(what: 'offline' | 'online' | 'wake'): void {
      log.add(what);
      genesys?.signal(what);
      if (what !== 'offline') keeper?.resume('online');
      // Looked at again: whoever's Salesforce session had ended has signed in by now, perhaps elsewhere.
      if (what === 'wake') keeper?.resume('signed_in');
    },
    stop(): void {
      told.stop();
      genesys?.stop();
      keeper?.stop();
    }
  };
}

export type SoftphoneSession = ReturnType<typeof createSession>;
