/**
 * The only operations of the vendor's SDK that the softphone calls. `npm run build` bundles these
 * methods and drops the thousands of others; `sdk.ts` derives its types from the same list, so that
 * code calling an operation that is not bundled does not compile.
 */
export const operations = {
  ConversationsApi: [
    'getConversation',
    'getConversationParticipantWrapupcodes',
    'getConversations',
    'getConversationsCall',
    'getConversationsCallback',
    'getConversationsEmail',
    'getConversationsEmailMessages',
    'getConversationsMessage',
    'patchConversationsCallParticipantCommunication',
    'patchConversationsCallbackParticipantCommunication',
    'patchConversationsEmailParticipantCommunication',
    'patchConversationsMessageParticipantCommunication',
    'patchConversationsCallParticipant',
    'patchConversationsCallbackParticipant',
    'patchConversationsEmailParticipant',
    'patchConversationsMessageParticipant',
    'postAnalyticsConversationsDetailsQuery',
    'postConversationParticipantDigits',
    'postConversationParticipantReplaceAgent',
    'postConversationParticipantReplaceQueue',
    'postConversationsCallParticipantCommunicationWrapup',
    'postConversationsCallbackParticipantCommunicationWrapup',
    'postConversationsEmailParticipantCommunicationWrapup',
    'postConversationsMessageParticipantCommunicationWrapup',
    'postConversationsCalls',
    'postConversationsMessageMessagesBulk'
  ],
  NotificationsApi: ['postNotificationsChannels', 'putNotificationsChannelSubscriptions'],
  OutboundApi: ['getOutboundContactlistContact'],
  PresenceApi: ['getPresencedefinitions', 'patchUserPresencesPurecloud'],
  RecordingApi: ['getConversationRecordings'],
  RoutingApi: ['getRoutingQueue', 'getRoutingQueues', 'getRoutingQueuesMe', 'getRoutingWrapupcode'],
  TokensApi: ['deleteTokensMe'],
  UsersApi: ['getUsersMe', 'postUsersSearch', 'putUserRoutingstatus'],
  UtilitiesApi: ['getDate']
} as const;
