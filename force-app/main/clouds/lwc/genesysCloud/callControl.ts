import { cleanText } from 'c/interaction';
import type { Media } from 'c/interaction';
import type { GenesysCloud, InteractionRef } from './cloud';
import type { Requests } from './requests';
import { done, failed } from './result';
import type { Result } from './result';

export type CallControl = Pick<
  GenesysCloud,
  | 'answer'
  | 'decline'
  | 'disconnect'
  | 'hold'
  | 'mute'
  | 'sendDigits'
  | 'transferToQueue'
  | 'transferToUser'
  | 'setWrapUp'
  | 'skipWrapUp'
  | 'wrapUpCodes'
  | 'dial'
>;

/** The routes of each medium. Web chat has had none since SDK 259. */
const ROUTES = {
  call: {
    patch: 'patchConversationsCallParticipantCommunication',
    patchParticipant: 'patchConversationsCallParticipant',
    wrapUp: 'postConversationsCallParticipantCommunicationWrapup',
    list: 'calls'
  },
  callback: {
    patch: 'patchConversationsCallbackParticipantCommunication',
    patchParticipant: 'patchConversationsCallbackParticipant',
    wrapUp: 'postConversationsCallbackParticipantCommunicationWrapup',
    list: 'callbacks'
  },
  email: {
    patch: 'patchConversationsEmailParticipantCommunication',
    patchParticipant: 'patchConversationsEmailParticipant',
    wrapUp: 'postConversationsEmailParticipantCommunicationWrapup',
    list: 'emails'
  },
  message: {
    patch: 'patchConversationsMessageParticipantCommunication',
    patchParticipant: undefined,
    wrapUp: 'postConversationsMessageParticipantCommunicationWrapup',
    list: 'messages'
  }
} as const;

interface Change {
  state?: 'connected' | 'disconnected';
  held?: boolean;
  muted?: boolean;
}

/** "Do this to that interaction." Effects come as events; `ok` means that Genesys accepted. */
export function createCallControl(requests: Requests): CallControl {
  async function patch(interaction: InteractionRef, change: Change): Promise<Result> {
    const route = routeOf(interaction.media);
    if (!route) return unsupported(interaction.media);
    const { conversationId, participantId, communicationId } = interaction;
    if (!communicationId && route.patchParticipant) {
      const { patchParticipant } = route;
      return nothing(
        requests.ask('ConversationsApi', patchParticipant, conversationId, participantId, change)
      );
    }
    const found = await communicationOf(interaction);
    if (!found.ok) return found;
    return nothing(
      requests.ask(
        'ConversationsApi',
        route.patch,
        conversationId,
        participantId,
        found.value,
        change
      )
    );
  }

  /** Shape M does not carry it; the full conversation does, for those who may read it. */
  async function communicationOf(interaction: InteractionRef): Promise<Result<string>> {
    const { conversationId, participantId, communicationId, media } = interaction;
    if (communicationId) return done(communicationId);
    const read = await requests.ask('ConversationsApi', 'getConversation', conversationId);
    if (!read.ok && read.problem.type !== 'forbidden') return read;
    const list = routeOf(media)?.list;
    const participant = read.ok && read.value.participants?.find(({ id }) => id === participantId);
    const id = participant && list && participant[list]?.at(-1)?.id;
    if (id) return done(id);
    const message = 'the id of the communication is not known';
    return failed({ type: 'no_communication', operation: 'communication', message });
  }

  return {
    answer: (interaction) => patch(interaction, { state: 'connected' }),
    decline: (interaction) => patch(interaction, { state: 'disconnected' }),
    disconnect: (interaction) => patch(interaction, { state: 'disconnected' }),
    hold: (interaction, on) => patch(interaction, { held: on }),
    mute: (interaction, on) => patch(interaction, { muted: on }),

    async sendDigits({ conversationId, participantId, media }, digits) {
      if (media !== 'call') return unsupported(media);
      if (!/^[0-9*#A-D]+$/.test(digits)) {
        const message = 'digits are 0-9, *, # and A-D';
        return failed({ type: 'refused', operation: 'postConversationParticipantDigits', message });
      }
      return nothing(
        requests.ask(
          'ConversationsApi',
          'postConversationParticipantDigits',
          conversationId,
          participantId,
          { body: { digits } }
        )
      );
    },

    transferToQueue: ({ conversationId, participantId }, queueId) =>
      nothing(
        requests.ask(
          'ConversationsApi',
          'postConversationParticipantReplaceQueue',
          conversationId,
          participantId,
          { transferType: 'Unattended', queueId }
        )
      ),
    transferToUser: ({ conversationId, participantId }, userId) =>
      nothing(
        requests.ask(
          'ConversationsApi',
          'postConversationParticipantReplaceAgent',
          conversationId,
          participantId,
          { transferType: 'Unattended', userId }
        )
      ),

    async setWrapUp(interaction, { code, notes }) {
      const route = routeOf(interaction.media);
      if (!route) return unsupported(interaction.media);
      const found = await communicationOf(interaction);
      if (!found.ok) return found;
      const { conversationId, participantId } = interaction;
      const body = { code, ...(notes && { notes }) };
      return nothing(
        requests.ask('ConversationsApi', route.wrapUp, conversationId, participantId, found.value, {
          body
        })
      );
    },

    async skipWrapUp({ media, conversationId, participantId }) {
      const route = routeOf(media);
      if (!route) return unsupported(media);
      const { patchParticipant } = route;
      const change = { wrapupSkipped: true };
      // The SDK takes the body of a message's participant as an option.
      const asked = patchParticipant
        ? requests.ask('ConversationsApi', patchParticipant, conversationId, participantId, change)
        : requests.ask(
            'ConversationsApi',
            'patchConversationsMessageParticipant',
            conversationId,
            participantId,
            { body: change }
          );
      return nothing(asked);
    },

    async wrapUpCodes({ conversationId, participantId }) {
      const read = await requests.ask(
        'ConversationsApi',
        'getConversationParticipantWrapupcodes',
        conversationId,
        participantId
      );
      if (!read.ok) return read;
      const codes = (read.value ?? []).flatMap(({ id, name }) =>
        id ? [{ id, name: cleanText(name) }] : []
      );
      return done(codes);
    },

    async dial({ phoneNumber, callFromQueueId }) {
      const body = { phoneNumber, ...(callFromQueueId && { callFromQueueId }) };
      const dialed = await requests.ask('ConversationsApi', 'postConversationsCalls', body);
      return dialed.ok ? done(dialed.value?.id ?? '') : dialed;
    }
  };
}

function routeOf(media: Media) {
  return media === 'chat' ? undefined : ROUTES[media];
}

function unsupported(media: Media): Result {
  const message = `Genesys Cloud offers no such control for ${media}`;
  return failed({ type: 'unsupported', operation: media, message });
}

async function nothing(request: Promise<Result<unknown>>): Promise<Result> {
  const answer = await request;
  return answer.ok ? done(undefined) : answer;
}
