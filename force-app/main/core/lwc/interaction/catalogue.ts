import { afterCallSeconds, wrapUpOf } from './afterCall';
import type { AttributeDefinition, AttributeDescription } from './attributeTypes';
import { interactionUrl } from './interactionUrl';
import type { InteractionType } from './interactionView';
import { isInternal, stateOf } from './leg';
import type { Leg } from './leg';
import {
  calledNumber,
  callerNumber,
  displayAddressOf,
  messageSide,
  messageTypeOf,
  queueNameOf,
  remoteNameOf,
  startOf,
  textOf,
  toldBy,
  uuiDataOf
} from './parties';
import { participantData, PREFIX, valueOf } from './participantData';
import { acdSeconds, ivrSeconds } from './routingTime';
import { handledSeconds } from './parking';

/** Channels whose sender has a user id; WhatsApp's is the phone number. SMS has none. */
const WITH_USER_ID = new Set(['facebook', 'line', 'twitter', 'x', 'webmessaging', 'whatsapp']);
const WITH_USER_NAME = new Set(['twitter', 'x']);
/** Channels whose address is one that people read. */
const WITH_DISPLAY_ADDRESS = new Set(['sms', 'whatsapp']);

const CALLS: readonly InteractionType[] = ['call', 'callback'];

/**
 * All attributes with a fixed name. Extraction, docs/attributes.md, the setup tab and the tests walk this table; names
 * are public vocabulary and never change.
 */
export const catalogue: readonly AttributeDefinition[] = [
  {
    name: 'Call.Ani',
    types: CALLS,
    dataType: 'string',
    label: 'Caller number',
    description:
      'Number of the caller, without `tel:` or SIP decoration. For a callback, the first number to call back.',
    resolve: callerNumber
  },
  {
    name: 'Call.CalledNumber',
    types: CALLS,
    dataType: 'string',
    label: 'Called number',
    description:
      'Number that was dialed (DNIS); `Internal` for an internal call. For a callback, the first number to call back.',
    resolve: calledNumber
  },
  {
    name: 'Call.ConversationId',
    types: 'all',
    dataType: 'string',
    label: 'Interaction id',
    description: 'Id of the interaction in Genesys Cloud.',
    resolve: ({ conversation }) => conversation.id
  },
  {
    name: 'Call.Internal',
    types: ['call'],
    dataType: 'boolean',
    label: 'Internal call',
    description:
      'True when users call each other: no customer, no external party, two or more users.',
    resolve: isInternal
  },
  {
    name: 'Call.QueueName',
    types: 'all',
    dataType: 'string',
    label: 'Queue',
    description: 'Name of the queue that the interaction was routed to or placed from.',
    resolve: queueNameOf
  },
  {
    name: 'Call.RemoteName',
    types: 'all',
    dataType: 'string',
    label: 'Other party',
    description:
      'Name of the other party: the display address for SMS, `Guest` for web messaging, the name left for a callback.',
    resolve: remoteNameOf
  },
  {
    name: 'Call.State',
    types: 'all',
    dataType: 'string',
    label: 'State',
    description:
      'State of the agent’s side in upper case: ALERTING, CONNECTED, HELD, DISCONNECTED …',
    resolve: ({ facts, communication }) => stateOf(facts, communication)?.toUpperCase()
  },
  {
    name: 'Call.UUIData',
    types: ['call', 'callback', 'dialing'],
    dataType: 'string',
    label: 'User-to-user information',
    description: 'User-to-user information (UUI) that came with the call.',
    resolve: uuiDataOf
  },
  {
    name: 'Chat.Transcript',
    types: ['chat'],
    dataType: 'string',
    label: 'Chat transcript',
    description: 'Salesforce id of the transcript record.',
    resolve: ({ context }) => nonEmpty(context.transcriptId)
  },
  {
    name: 'Email.Subject',
    types: ['email'],
    dataType: 'string',
    label: 'Email subject',
    description: 'Subject line of the email.',
    resolve: (leg) => toldBy(leg, 'subject')
  },
  {
    name: 'Interaction.ParticipantPurpose',
    types: 'all',
    dataType: 'string',
    label: 'Participant type',
    description: 'Type of the agent’s participant: `agent` or `user`.',
    resolve: ({ facts }) => facts.purpose
  },
  {
    name: 'Interaction.StartTime',
    types: 'all',
    dataType: 'datetime',
    label: 'Start time',
    description: 'When the first participant joined.',
    resolve: startOf
  },
  {
    name: 'Interaction.TotalAcdTime',
    types: 'all',
    dataType: 'number',
    label: 'Queue time (s)',
    description:
      'Seconds spent being routed to an agent, without IVR. After a transfer it includes the earlier queues.',
    resolve: acdSeconds
  },
  {
    name: 'Interaction.TotalIvrTime',
    types: 'all',
    dataType: 'number',
    label: 'IVR time (s)',
    description:
      'Seconds spent in the IVR before the agent, secure IVR during the interaction included.',
    resolve: ivrSeconds
  },
  {
    name: 'Interaction.Transcript',
    types: ['chat', 'message'],
    dataType: 'string',
    label: 'Transcript',
    description: 'Salesforce id of the transcript record.',
    resolve: ({ context }) => nonEmpty(context.transcriptId)
  },
  {
    name: 'Interaction.Url',
    types: 'all',
    dataType: 'string',
    label: 'Interaction page',
    description: 'Address of the interaction’s page in Genesys Cloud.',
    resolve: urlOf
  },
  {
    name: 'Message.Type',
    types: ['message'],
    dataType: 'string',
    label: 'Message channel',
    description:
      'Channel in lower case: facebook, line, sms, twitter, whatsapp, webmessaging, open …',
    resolve: messageTypeOf
  },
  {
    name: 'Message.Username',
    types: ['message'],
    dataType: 'string',
    label: 'Sender’s user name',
    description: 'User name of the sender; X (Twitter) only.',
    resolve: (leg) => (channelIn(leg, WITH_USER_NAME) ? senderName(leg) : undefined)
  },
  {
    name: 'Message.Userid',
    types: ['message'],
    dataType: 'string',
    label: 'Sender’s user id',
    description:
      'User id of the sender: Facebook, LINE, X (Twitter), web messaging; the phone number for WhatsApp; nothing for SMS.',
    resolve: (leg) => (channelIn(leg, WITH_USER_ID) ? messageSide(leg).address : undefined)
  },
  {
    name: 'OutboundDialing.ContactId',
    types: ['dialing'],
    dataType: 'string',
    label: 'Contact',
    description: 'Id of the contact in the campaign’s contact list.',
    resolve: (leg) => dialerData(leg, 'dialerContactId') ?? toldBy(leg, 'contactId')
  },
  {
    name: 'OutboundDialing.ContactListId',
    types: ['dialing'],
    dataType: 'string',
    label: 'Contact list',
    description: 'Id of the campaign’s contact list.',
    resolve: (leg) => dialerData(leg, 'dialerContactListId') ?? toldBy(leg, 'contactListId')
  },
  {
    name: 'OutboundDialing.CampaignId',
    types: ['dialing'],
    dataType: 'string',
    label: 'Campaign',
    description: 'Id of the campaign.',
    resolve: (leg) => dialerData(leg, 'dialerCampaignId') ?? toldBy(leg, 'campaignId')
  },
  {
    name: 'Salesforce.AfterCallTime',
    types: 'all',
    dataType: 'number',
    label: 'After-call time (s)',
    description: 'Seconds of wrap-up work, from disconnect to completion; absent while it goes on.',
    resolve: afterCallSeconds
  },
  {
    name: 'Salesforce.CallDuration',
    types: 'all',
    dataType: 'number',
    label: 'Duration (s)',
    description:
      'Seconds that the agent spent on the interaction, hold included, wrap-up and parked time not; absent while it is live.',
    resolve: handledSeconds
  },
  {
    name: 'Salesforce.ConnectedTime',
    types: 'all',
    dataType: 'datetime',
    label: 'Connected',
    description: 'When the agent connected.',
    resolve: ({ connectedAt }) => connectedAt
  },
  {
    name: 'Salesforce.DisconnectedTime',
    types: 'all',
    dataType: 'datetime',
    label: 'Disconnected',
    description: 'When the agent disconnected.',
    resolve: ({ disconnectedAt }) => disconnectedAt
  },
  {
    name: 'Salesforce.DisplayAddress',
    types: ['call', 'callback', 'dialing', 'email', 'message', 'voicemail'],
    dataType: 'string',
    label: 'Other party’s address',
    description:
      'Address of the other party as people read it; of messages only SMS and WhatsApp. A callback shows the number to call back, not where it came from.',
    resolve: (leg) =>
      leg.type !== 'message' || channelIn(leg, WITH_DISPLAY_ADDRESS)
        ? displayAddressOf(leg)
        : undefined
  },
  {
    name: 'Salesforce.ExternalRoutedWorkItem',
    types: ['message'],
    dataType: 'string',
    label: 'Routed work item',
    description:
      'Open messaging only: id of the work item of a Salesforce chat that Genesys Cloud routed. The participant attribute that holds it is a setting.',
    resolve: workItem
  },
  {
    name: 'Salesforce.InteractionLogNotes',
    types: 'all',
    dataType: 'string',
    label: 'Notes',
    description: 'Notes that the agent typed in the panel; absent until typed.',
    resolve: ({ context }) => nonEmpty(context.notes)
  },
  {
    name: 'Salesforce.ParticipantId',
    types: 'all',
    dataType: 'string',
    label: 'Participant id',
    description: 'Id of the agent’s participant; after a transfer each agent has their own.',
    resolve: ({ id }) => id
  },
  {
    name: 'Salesforce.WrapUpCode',
    types: 'all',
    dataType: 'string',
    label: 'Wrap-up code',
    description: 'Name of the wrap-up code; only interactions with a queue have one.',
    resolve: (leg) => wrapUpOf(leg).name
  }
];

/** Attributes whose names the customer's own data makes. */
export const attributeFamilies: readonly AttributeDescription[] = [
  {
    name: 'Participant.{ColumnName}',
    types: ['dialing'],
    dataType: 'string',
    label: 'Contact list column',
    description:
      'A column of the contact’s row in the campaign’s contact list. Needs a permission to view contacts.'
  },
  {
    name: 'Participant.{CustomFieldName}',
    types: ['call', 'callback', 'chat', 'email', 'message', 'voicemail'],
    dataType: 'string',
    label: 'Participant data',
    description:
      'Participant data set by a flow, or a custom field of a chat widget. The name is looked up exactly, then ignoring case, then with the prefix `context.`; the customer’s data first, then the agent’s, then the others’.'
  }
];

const NAMES = new Set(catalogue.map(({ name }) => name));

/** Whether an attribute of this name can exist: case-sensitive, as mappings are. */
export function isKnownAttribute(name: string): boolean {
  return NAMES.has(name) || (name.startsWith(PREFIX) && name.length > PREFIX.length);
}

function nonEmpty(text: string | undefined): string | undefined {
  return typeof text === 'string' && text !== '' ? text : undefined;
}

function channelIn(leg: Leg, channels: ReadonlySet<string>): boolean {
  const channel = messageTypeOf(leg);
  return channel !== undefined && channels.has(channel);
}

function senderName({ customerCommunication, communication }: Leg): string | undefined {
  return customerCommunication?.fromName ?? communication?.fromName;
}

function dialerData({ customer }: Leg, key: string): string | undefined {
  return textOf(customer?.now.attributes, key);
}

function workItem(leg: Leg): string | undefined {
  const key = leg.context.workItemAttribute;
  if (!key || messageTypeOf(leg) !== 'open') return undefined;
  return valueOf(participantData(leg), key);
}

function urlOf({ context, conversation }: Leg): string | undefined {
  const { region, urlTemplate } = context;
  return interactionUrl(urlTemplate, { region, conversationId: conversation.id });
}
