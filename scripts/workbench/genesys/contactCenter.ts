import type { RoutingStatus } from './agents';
import type { Conversation, Supervision } from './conversation';
import {
  communicationIn,
  communicationOf,
  customerOf,
  isLive,
  isSupervisor,
  isUser,
  lastStayOf
} from './conversation';
import type { Notify } from './conversations';
import type { FrameFault, RequestFault } from './faults';
import type { Place } from './floor';
import { campaign, contactList } from './contactLists';
import { createPlayer } from './play';
import { done, refused } from './problem';
import type { Outcome } from './problem';
import {
  findQueue,
  findUser,
  MAIN_NUMBER,
  presenceByName,
  presences,
  queues,
  users
} from './roster';
import type { User } from './roster';
import { scenarios } from './scenarios';
import { defaultSettings } from './settings';
import type { Settings } from './settings';
import { startInteraction, textsIn } from './starts';
import type { StartRequest } from './starts';
import { startTypes } from './startTypes';
import { summaryOf } from './summary';
import type { ConversationSummary } from './summary';
import type { Writing } from './texts';
import type { SpeakTo } from './transfers';
import type { World } from './world';

/** A queue or user is named by its id or its name; a user also by agent, agent2, admin. */
type Named = string;

export interface CallRequest {
  /** Phone number or SIP address of the caller. Default +1 317 555 0101. */
  ani?: string;
  name?: string;
  /** The number called. Default: the organization's own. */
  dnis?: string;
  /** Default Helpdesk; null: straight to the agent, without a queue. */
  queue?: Named | null;
  /** Only this user is alerted, on queue or not. Default: the first free agent of the queue. */
  agent?: Named;
  /** Time in the menu, default 4; 0: no menu. */
  ivrSeconds?: number;
  /** Time in the queue before the first alert, default 3. */
  queueSeconds?: number;
  /** True: those seconds really pass. Default: they are written down as past, the alert is now. */
  realTime?: boolean;
  alertSeconds?: number;
  attributes?: Record<string, unknown>;
  /** User-to-user information. */
  uui?: string;
}

export interface OutboundRequest {
  agent: Named;
  phoneNumber: string;
  name?: string;
  queue?: Named;
  attributes?: Record<string, unknown>;
  uui?: string;
}

export type CustomerAction =
  'answer' | 'hangUp' | 'hold' | 'resume' | 'secureIvr' | 'endSecureIvr' | 'send';

/** `send`: what a chat line, message or email says. */
export interface SendRequest {
  text?: string;
  subject?: string;
  attachments?: Writing['attachments'];
  /** Address of a picture. */
  sticker?: string;
}

export interface CustomerRequest extends SendRequest {
  action: CustomerAction;
}

export interface SuperviseRequest {
  /** Default admin. */
  supervisor?: Named;
  how: Supervision['how'];
  /** Whom. Default: the connected user. */
  agent?: Named;
}

export interface AddRequest {
  /** Who adds. */
  agent?: Named;
  toAgent?: Named;
  toNumber?: string;
}

export interface AgentRequest extends SendRequest {
  /** Default: the user who is in the call, or alerted by it. */
  agent?: Named;
  action:
    | 'answer'
    | 'decline'
    | 'hangUp'
    | 'hold'
    | 'resume'
    | 'park'
    | 'unpark'
    | 'mute'
    | 'unmute'
    | 'wrapUp'
    | 'skipWrapUp'
    | 'consult'
    | 'speakTo'
    | 'cancelConsult'
    | 'record'
    | 'stopRecording'
    | 'send'
    | 'callBack';
  /** For wrapUp: id or name. */
  code?: string;
  notes?: string;
  /** For consult: a user; for callBack: a number, default the one that was left. */
  to?: Named;
  /** For consult, instead of `to`: whoever of this queue answers, or only `for`. */
  toQueue?: Named;
  for?: Named;
  speakTo?: SpeakTo;
}

export interface TransferRequest {
  agent?: Named;
  toQueue?: Named;
  toAgent?: Named;
  toNumber?: string;
  /** With toQueue: only this user is alerted. */
  for?: Named;
}

export interface AttributesRequest {
  attributes: Record<string, unknown>;
  /** customer (default), ivr, acd, a user, or a participant's id. */
  participant?: string;
  /** `none`: nobody is told; `detail`: only the detail topic. Default all that apply. */
  notify?: Notify;
}

export interface AgentPatch {
  presence?: string;
  routingStatus?: RoutingStatus;
  /** A station's name; null takes the station away. */
  station?: string | null;
  grant?: string[];
  revoke?: string[];
}

/**
 * Everything that is not the softphone's own doing: customers, the agents' other screens,
 * administrators, and bad luck. The same functions stand behind the HTTP routes.
 */
export type ContactCenter = ReturnType<typeof createContactCenter>;

export function createContactCenter(world: World) {
  const { conversations, tokens, channels, faults, settings } = world;
  const { agents } = conversations;

  const summarize = (outcome: Outcome<Conversation | Place>): Outcome<ConversationSummary> => {
    if (!outcome.ok) return outcome;
    const { value } = outcome;
    return done(summaryOf('conversation' in value ? value.conversation : value));
  };

  const inConversation = (
    id: string,
    run: (conversation: Conversation) => Outcome<Conversation | Place>
  ): Outcome<ConversationSummary> => {
    const conversation = conversations.get(id);
    return conversation
      ? summarize(run(conversation))
      : refused({ type: 'not_found', entity: 'conversation' });
  };

  /** Runs with the user's latest stay in the conversation. */
  const asAgent = (
    id: string,
    agent: Named | undefined,
    run: (place: Place) => Outcome<Conversation | Place>
  ) =>
    inConversation(id, (conversation) => {
      const live = conversation.participants.filter(
        (each) => isUser(each) && isLive(each) && !isSupervisor(each)
      );
      const active = live.find((each) => communicationOf(each).state === 'connected') ?? live[0];
      const user = agent === undefined ? undefined : findUser(agent);
      if (agent !== undefined && !user) return refused({ type: 'not_found', entity: 'user' });
      const participant = user
        ? lastStayOf(conversation, user.id)
        : (active ?? conversation.participants.findLast(isUser));
      return participant
        ? run({ conversation, participant })
        : refused({ type: 'not_found', entity: 'participant' });
    });

  const send = (place: Place, { text = '', ...rest }: SendRequest): Outcome<Place> => {
    const { subject, attachments, sticker } = rest;
    const sent = conversations.write(place, {
      body: text,
      ...(subject !== undefined && { subject }),
      ...(attachments && { attachments }),
      ...(sticker && { sticker })
    });
    return sent.ok ? done(place) : sent;
  };

  const stated = (agent: Named): Outcome<User> => {
    const user = findUser(agent);
    return user ? done(user) : refused({ type: 'not_found', entity: 'user' });
  };

  const center = {
    users,
    queues,
    settings,

    overview: () => ({
      version: world.version(),
      now: new Date(world.clock.now()).toISOString(),
      agents: users.map((user) => {
        const agent = agents.get(user.id);
        return {
          id: user.id,
          key: user.key,
          name: user.name,
          email: user.email,
          presence: agent?.presence.name,
          routingStatus: agent?.routingStatus,
          station: agent?.station?.name ?? null,
          permissions: [...(world.permissions.get(user.id) ?? [])],
          channels: channels
            .all()
            .filter((channel) => channel.userId === user.id)
            .map(({ id, topics, connected, expires }) => ({
              id,
              connected,
              topics: topics.length,
              expires: new Date(expires).toISOString()
            }))
        };
      }),
      queues: queues.map(({ id, name, wrapUp, codes }) => ({ id, name, wrapUp, codes })),
      presences: presences.map((presence) => presence.name),
      settings: { ...settings },
      faults: faults.list(),
      types: startTypes,
      scenarios: scenarios.map(({ name, label, description, start }) => ({
        name,
        label,
        description,
        type: start.type
      })),
      campaign: { ...campaign, contactList },
      conversations: conversations
        .all()
        .filter((each) => each.endTime === undefined)
        .map(summaryOf)
    }),

    /** Oldest first. */
    list(state: 'live' | 'finished' | 'all' = 'all'): ConversationSummary[] {
      return conversations
        .all()
        .filter(({ endTime }) => state === 'all' || (endTime === undefined) === (state === 'live'))
        .map(summaryOf);
    },

    conversation: (id: string) => inConversation(id, done),

    /** Any type; the `types` of the overview say which there are, and what each can be told. */
    start: (request: StartRequest): Outcome<ConversationSummary> =>
      summarize(startInteraction(world, request)),

    placeCall(request: CallRequest = {}): Outcome<ConversationSummary> {
      const queue = request.queue === null ? null : findQueue(request.queue ?? 'Helpdesk');
      const pinned = request.agent === undefined ? undefined : findUser(request.agent);
      if (queue === undefined) return refused({ type: 'not_found', entity: 'queue' });
      if ((request.agent !== undefined || !queue) && !pinned) {
        return refused({ type: 'not_found', entity: 'user' });
      }
      const { ivrSeconds = 4, queueSeconds = 3, alertSeconds } = request;
      const bad = [ivrSeconds, queueSeconds, alertSeconds ?? 1].find((each) => !(each >= 0));
      if (bad !== undefined) return refused(notSeconds(bad));
      const attributes = textsIn(request.attributes);
      if (!attributes.ok) return attributes;
      const call = conversations.placeCall({
        ani: request.ani ?? '+13175550101',
        ...(request.name && { name: request.name }),
        dnis: request.dnis ?? MAIN_NUMBER,
        ...(queue && { queue }),
        ...(pinned && { pinned }),
        ivrMs: ivrSeconds * 1000,
        queueMs: queue ? queueSeconds * 1000 : 0,
        realTime: request.realTime ?? false,
        alertMs: alertSeconds === undefined ? settings.alertMs : alertSeconds * 1000,
        attributes: attributes.value,
        ...(request.uui && { uuiData: request.uui })
      });
      return done(summaryOf(call));
    },

    dial(request: OutboundRequest): Outcome<ConversationSummary> {
      const user = stated(request.agent);
      if (!user.ok) return user;
      const queue = request.queue === undefined ? undefined : findQueue(request.queue);
      if (request.queue !== undefined && !queue) {
        return refused({ type: 'not_found', entity: 'queue' });
      }
      const attributes = textsIn(request.attributes);
      if (!attributes.ok) return attributes;
      return summarize(
        conversations.dial(user.value, {
          phoneNumber: request.phoneNumber,
          attributes: attributes.value,
          ...(request.name && { name: request.name }),
          ...(queue && { queue }),
          ...(request.uui && { uuiData: request.uui })
        })
      );
    },

    callUser(request: { agent: Named; to: Named }): Outcome<ConversationSummary> {
      const [user, target] = [stated(request.agent), stated(request.to)];
      if (!user.ok) return user;
      if (!target.ok) return target;
      return summarize(conversations.callUser(user.value, target.value));
    },

    customer: (id: string, request: CustomerAction | CustomerRequest) =>
      inConversation(id, (conversation) => {
        const { action, ...sent } = typeof request === 'string' ? { action: request } : request;
        const participant =
          conversation.participants.findLast(
            (each) =>
              isLive(each) && !isUser(each) && communicationIn(each, 'call')?.state === 'contacting'
          ) ?? customerOf(conversation);
        if (!participant) return refused({ type: 'not_found', entity: 'participant' });
        const place = { conversation, participant };
        switch (action) {
          case 'answer':
            return conversations.pickUp(place);
          case 'hangUp':
            return conversations.hangUp(place);
          case 'hold':
          case 'resume':
            return conversations.hold(place, action === 'hold');
          case 'secureIvr':
          case 'endSecureIvr':
            return conversations.secureIvr(conversation, action === 'secureIvr');
          case 'send':
            return send(place, sent);
          default:
            return refused(notAnAction(action));
        }
      }),

    agent: (id: string, request: AgentRequest) =>
      asAgent(id, request.agent, (place) => {
        const { action } = request;
        switch (action) {
          case 'answer':
            return conversations.answer(place);
          case 'decline':
          case 'hangUp':
            return conversations.hangUp(place);
          case 'hold':
          case 'resume':
            return conversations.hold(place, action === 'hold');
          case 'park':
          case 'unpark':
            return conversations.park(place, action === 'park');
          case 'mute':
          case 'unmute':
            return conversations.mute(place, action === 'mute');
          case 'wrapUp':
            return conversations.setWrapUp(place, {
              code: request.code ?? '',
              ...(request.notes !== undefined && { notes: request.notes })
            });
          case 'skipWrapUp':
            return conversations.skipWrapUp(place);
          case 'send':
            return send(place, request);
          case 'callBack':
            return conversations.callBack(place, request.to);
          case 'consult': {
            if (request.toQueue !== undefined) {
              const queue = findQueue(request.toQueue);
              const pinned = request.for === undefined ? undefined : stated(request.for);
              if (!queue) return refused({ type: 'not_found', entity: 'queue' });
              if (pinned && !pinned.ok) return pinned;
              const speakTo = request.speakTo ?? 'DESTINATION';
              return conversations.consultQueue(place, queue, speakTo, pinned?.value);
            }
            const user = stated(request.to ?? '');
            return user.ok
              ? conversations.consult(place, user.value, request.speakTo ?? 'DESTINATION')
              : user;
          }
          case 'speakTo':
            return conversations.steerConsult(place, request.speakTo ?? 'BOTH');
          case 'cancelConsult':
            return conversations.cancelConsult(place);
          case 'record':
          case 'stopRecording':
            return conversations.record(place.conversation, action === 'record');
          default:
            return refused(notAnAction(action));
        }
      }),

    transfer: (id: string, request: TransferRequest) =>
      asAgent(id, request.agent, (place) => {
        if (request.toQueue !== undefined) {
          const queue = findQueue(request.toQueue);
          if (!queue) return refused({ type: 'not_found', entity: 'queue' });
          const pinned = request.for === undefined ? undefined : stated(request.for);
          if (pinned && !pinned.ok) return pinned;
          return conversations.transferToQueue(place, queue, pinned?.value);
        }
        if (request.toAgent !== undefined) {
          const user = stated(request.toAgent);
          return user.ok ? conversations.transferToUser(place, user.value) : user;
        }
        return request.toNumber
          ? conversations.transferToNumber(place, request.toNumber)
          : refused({
              type: 'invalid',
              field: 'target',
              value: '',
              expected: 'toQueue, toAgent or toNumber'
            });
      }),

    /** One more party in a call, while everybody stays. */
    add: (id: string, request: AddRequest) =>
      asAgent(id, request.agent, (place) => {
        if (request.toNumber) return conversations.addNumber(place, request.toNumber);
        const user = stated(request.toAgent ?? '');
        return user.ok ? conversations.addUser(place, user.value) : user;
      }),

    supervise: (id: string, request: SuperviseRequest) =>
      asAgent(id, request.agent, (place) => {
        const supervisor = stated(request.supervisor ?? 'admin');
        if (!['monitor', 'coach', 'bargeIn'].includes(request.how)) {
          return refused({
            type: 'invalid',
            field: 'how',
            value: String(request.how),
            expected: 'monitor, coach or bargeIn'
          });
        }
        return supervisor.ok
          ? conversations.supervise(place, supervisor.value, request.how)
          : supervisor;
      }),

    setAttributes: (id: string, request: AttributesRequest) =>
      inConversation(id, (conversation) => {
        const words = request.participant ?? 'customer';
        const user = findUser(words);
        const participant =
          (user && lastStayOf(conversation, user.id)) ??
          (words === 'customer' ? customerOf(conversation) : undefined) ??
          conversation.participants.findLast((each) => each.id === words || each.purpose === words);
        if (!participant) return refused({ type: 'not_found', entity: 'participant' });
        const attributes = textsIn(request.attributes);
        if (!attributes.ok) return attributes;
        return conversations.setAttributes(
          { conversation, participant },
          attributes.value,
          request.notify
        );
      }),

    /** As in the agent's or an administrator's own Genesys screen. */
    setAgent(agent: Named, patch: AgentPatch): Outcome<{ userId: string }> {
      const user = stated(agent);
      if (!user.ok) return user;
      const { id, station } = user.value;
      if (patch.presence !== undefined) {
        const presence = presenceByName(patch.presence);
        if (!presence) {
          return refused({
            type: 'invalid',
            field: 'presence',
            value: patch.presence,
            expected: presences.map((each) => each.name).join(', ')
          });
        }
        agents.setPresence(id, presence);
      }
      if (patch.routingStatus && !agents.setRoutingStatus(id, patch.routingStatus)) {
        return refused({
          type: 'invalid',
          field: 'routingStatus',
          value: patch.routingStatus,
          expected: 'IDLE or NOT_RESPONDING, on queue'
        });
      }
      if (patch.station !== undefined) {
        const name = patch.station;
        agents.setStation(id, name === null ? undefined : { id: station?.id ?? id, name });
      }
      const granted = world.permissions.get(id);
      for (const permission of patch.grant ?? []) granted?.add(permission);
      for (const permission of patch.revoke ?? []) granted?.delete(permission);
      return done({ userId: id });
    },

    /** A token without the sign-in page, for tests. */
    issueToken(agent: Named): Outcome<{ access_token: string; userId: string }> {
      const user = stated(agent);
      if (!user.ok) return user;
      return done({ access_token: tokens.issue(user.value.id).value, userId: user.value.id });
    },

    expireTokens: (agent?: Named) => tokens.expire(idOf(agent)),
    dropSockets: (agent?: Named) => channels.drop(idOf(agent)),
    announceClose: (agent?: Named) => channels.announceClose(idOf(agent)),
    failRequests: (fault: RequestFault & { agent?: Named }) => {
      const { agent, ...rest } = fault;
      faults.addRequestFault({ ...rest, ...(agent && { userId: idOf(agent) ?? agent }) });
    },
    spoilFrames: (fault: FrameFault & { agent?: Named }) => {
      const { agent, ...rest } = fault;
      faults.addFrameFault({ ...rest, ...(agent && { userId: idOf(agent) ?? agent }) });
    },
    faults: () => faults.list(),
    clearFaults: () => faults.clear(),

    change(patch: Partial<Settings>): Outcome<Settings> {
      for (const [name, value] of Object.entries(patch)) {
        const isKnown = Object.hasOwn(settings, name);
        const isRight =
          (name === 'outboundAnswerMs' && value === null) ||
          (isSwitch(name) ? typeof value === 'boolean' : typeof value === 'number' && value >= 0);
        if (!isKnown || !isRight) {
          return refused({
            type: 'invalid',
            field: name,
            value: String(value),
            expected: isKnown
              ? isSwitch(name)
                ? 'true or false'
                : 'a number, 0 or more'
              : Object.keys(settings).join(', ')
          });
        }
      }
      return done(Object.assign(settings, patch));
    },

    reset(): void {
      player.stop();
      world.reset();
    }
  };
  const player = createPlayer(world, center);
  return { ...center, play: player.play };
}

const idOf = (agent: Named | undefined) =>
  agent === undefined ? undefined : (findUser(agent)?.id ?? agent);

const isSwitch = (name: string) => typeof defaultSettings[name as keyof Settings] === 'boolean';

const notSeconds = (value: number) =>
  ({
    type: 'invalid',
    field: 'seconds',
    value: String(value),
    expected: 'a number, 0 or more'
  }) as const;

const notAnAction = (action: never) =>
  ({
    type: 'invalid',
    field: 'action',
    value: String(action),
    expected: 'an action of docs/workbench.md'
  }) as const;
