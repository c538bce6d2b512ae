import { connectionFault } from 'c/genesysAddress';
import type { ConnectionFault } from 'c/genesysAddress';
import type { TimerId } from 'c/ports';
import { createBudget } from './budget';
import { createCallControl } from './callControl';
import { createCatchUp } from './catchUp';
import { createChannel } from './channel';
import type { GenesysCloud } from './cloud';
import type { GenesysUser } from './events';
import { connectTo } from './host';
import { createHistory } from './history';
import { createHttpClient } from './httpClient';
import { conversationOfDetail, createLateChanges, detailTopics } from './lateChanges';
import { createListeners } from './listeners';
import { createLookUps } from './lookUps';
import { createNames } from './names';
import type { GenesysOptions } from './options';
import { createOwnStatus } from './ownStatus';
import { askOwnUser } from './ownUser';
import { createReading } from './reading';
import type { WatchedConversation } from './reading';
import { createRequests, textOf } from './requests';
import { done, failed } from './result';
import type { Result } from './result';
import type { GenesysSdk } from './sdk';
import { askServerTime } from './serverTime';
import { createSignIn } from './signIn';
import { createTexts } from './texts';
import { createToken } from './token';
import type { Token } from './token';
import { eventOf, userTopics } from './userEvents';

const LOOK_AROUND = 15 * 60_000;

/**
 * One user's Genesys Cloud in one browser tab. Opens nothing and asks nothing until somebody signs in,
 * `resume` or `start`.
 *
 * @param options the world it may use; see `GenesysOptions`
 * @returns a setting instead, when it may not be connected to
 */
export function createGenesysCloud(options: GenesysOptions): GenesysCloud | ConnectionFault {
  const fault = connectionFault(options);
  return fault ?? connected(options);
}

function connected(options: GenesysOptions): GenesysCloud {
  const { clock, random } = options;
  const sdk = options.sdk as GenesysSdk;
  const client = new sdk.ApiClient();
  const host = connectTo(client, options);
  const budget = createBudget(clock);
  client.setHttpClient(createHttpClient(sdk, { fetch: options.fetch, clock, random, budget }));

  const { emit, on } = createListeners(clock);
  const signIn = createSignIn({
    client,
    options,
    onAddress: (url) => emit({ type: 'signInAddress', url }),
    onToken(good) {
      use(good);
      emit({ type: 'signedIn', expiresAt: good.expiresAt });
      void goOn();
    },
    onFailed: (problem) => emit({ type: 'signInFailed', problem })
  });
  const token = createToken({
    client,
    clock,
    storage: options.storage,
    owner: `${options.clientId}@${host}`,
    onDue() {
      emit({ type: 'expiring', expiresAt: token.expiresAt() });
      signIn.offer();
    },
    onExpired: ended
  });
  const requests = createRequests({
    sdk,
    client,
    clock,
    token: token.current,
    onRefused: ended,
    onForbidden: (problem) => emit({ type: 'problem', problem })
  });

  const reading = createReading(requests);
  const control = createCallControl(requests);
  const lookUps = createLookUps(requests, () => user?.id, options.locale ?? 'en-US');
  const texts = createTexts(requests);
  const history = createHistory(requests, askTime, () => user?.id);
  const names = createNames({ ...lookUps, wrapUpCodes: control.wrapUpCodes });
  let user: GenesysUser | undefined;
  let watched: readonly WatchedConversation[] = [];
  let isSignedOut = true;
  let isLive = false;
  let unreadable = 0;
  let looking: TimerId;
  /** conversation → how often it was told of */
  const news = new Map<string, number>();

  function heard(id: string): void {
    news.set(id, (news.get(id) ?? 0) + 1);
  }

  function tellRead(payload: unknown): void {
    heard(idIn(payload));
    emit({ type: 'conversation', payload, from: 'read', at: clock.now() });
  }

  const late = createLateChanges({
    read: (id) => reading.one(id, watched.find((each) => each.conversationId === id)?.media),
    tell: tellRead
  });

  const catchUp = createCatchUp({
    clock,
    random,
    read: () => reading.all(watched, tellRead),
    deliver(frame) {
      const changed = conversationOfDetail(frame.topic);
      if (changed) return late.changed(changed);
      const event = eventOf(frame, clock.now());
      if (event && 'malformed' in event) sayUnreadable(frame.topic, event.malformed);
      else if (event) {
        if (event.type === 'conversation') {
          heard(idIn(event.payload));
          late.heard(idIn(event.payload));
        }
        emit(event);
      }
    },
    onReread: (isDone) => emit({ type: 'reread', done: isDone })
  });
  const channel = createChannel({
    requests,
    WebSocket: options.WebSocket,
    clock,
    random,
    onState(state) {
      isLive = state === 'live';
      emit({ type: 'connection', state, since: clock.now() });
    },
    onFrame: catchUp.frame,
    onLive() {
      // The browser's clock may have been set meanwhile.
      void askTime();
      void catchUp.run();
    },
    onProblem: (problem) => emit({ type: 'problem', problem })
  });

  function sayUnreadable(operation: string, message: string): void {
    const count = ++unreadable;
    emit({ type: 'problem', problem: { type: 'malformed_frame', operation, message, count } });
  }

  /** What a frame told that was lost on a living line is known to nobody until somebody asks. */
  function lookAround(): void {
    clock.clear(looking);
    looking = clock.set(() => {
      lookAround();
      // When it lives again, everything is read.
      if (!isLive) return;
      const before = new Map(news);
      const open = watched.filter(({ isOver }) => !isOver);
      void reading.all(open, (payload) => {
        const id = idIn(payload);
        // Otherwise an event has overtaken this answer.
        if (news.get(id) === before.get(id)) tellRead(payload);
      });
    }, LOOK_AROUND);
  }

  // The token's life.

  function use(good: Token): void {
    isSignedOut = false;
    signIn.withdraw();
    token.set(good);
  }

  /** This token is of no use any more: said once, however many requests were out with it. */
  function ended(accessToken: string): void {
    if (isSignedOut || token.current() !== accessToken) return;
    isSignedOut = true;
    token.clear();
    emit({ type: 'signedOut', reason: 'expired' });
    signIn.offer();
  }

  /** With a new token: the channel may have ended meanwhile, reads may have failed. */
  async function goOn(): Promise<void> {
    if (!user) return;
    const before = user.id;
    const me = await readUser();
    if (!me.ok && me.problem.type === 'signed_out') return;
    if (me.ok && me.value.id !== before) {
      await channel.start(userTopics(me.value.id));
      return;
    }
    channel.resume();
    await catchUp.run();
  }

  async function readUser(): Promise<Result<GenesysUser>> {
    const me = await askOwnUser(requests);
    if (!me.ok) return me;
    const { user: found, states } = me.value;
    user = found;
    emit({ type: 'user', user: found });
    // Whoever hears of this user may want no part of it.
    if (isSignedOut) return failed(signedOutProblem);
    for (const event of states) emit(event);
    return done(found);
  }

  /** Asks Genesys for its time, ms epoch, and tells how far ours is from it. */
  async function askTime(): Promise<Result<number>> {
    const asked = await askServerTime(requests, clock);
    if (!asked.ok) return asked;
    emit({ type: 'clock', offsetMs: asked.value.offsetMs });
    return done(asked.value.server);
  }

  function goQuiet(): void {
    clock.clear(looking);
    news.clear();
    channel.stop();
    catchUp.stop();
    user = undefined;
  }

  signIn.offer();

  return {
    ...control,
    queues: lookUps.queues,
    agents: lookUps.agents,
    presences: lookUps.presences,
    contactColumns: lookUps.contactColumns,
    ...names,
    ...texts,

    async resume() {
      const remembered = token.remembered();
      if (remembered) use(remembered);
      return remembered !== undefined;
    },
    async signOut() {
      goQuiet();
      isSignedOut = true;
      // Its headers are made before the token is forgotten; nobody waits for a dead network.
      const ending = token.current() && requests.ask('TokensApi', 'deleteTokensMe');
      token.clear();
      emit({ type: 'signedOut', reason: 'by_user' });
      // Genesys keeps its own session: whoever follows at this desk would be signed in as this user.
      signIn.offer(true);
      await ending;
    },

    async start() {
      const me = await readUser();
      if (!me.ok) return me;
      lookAround();
      await channel.start(userTopics(me.value.id));
      return me;
    },
    stop() {
      goQuiet();
      signIn.withdraw();
    },
    on,
    signal: channel.signal,
    reread: catchUp.run,
    watch(conversations) {
      const wasLive = new Set(watched.filter(({ isOver }) => !isOver).map(idOf));
      watched = [...conversations];
      const over = watched.filter(({ isOver }) => isOver).map(idOf);
      void channel.follow(detailTopics(over)).then(() => {
        // Between the last event of the user's own and the subscription nobody was listening.
        for (const id of over) if (wasLive.has(id)) late.changed(id);
      });
    },
    handled: history.handled,
    readConversation: reading.one,
    ...createOwnStatus(requests, () => user?.id)
  };
}

const signedOutProblem = {
  type: 'signed_out',
  operation: 'getUsersMe',
  message: 'signed out meanwhile'
} as const;

const idIn = (payload: unknown): string => textOf(payload, 'id') ?? '';

const idOf = ({ conversationId }: WatchedConversation): string => conversationId;
