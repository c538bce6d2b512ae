// Made by hand: one story for each kind of interaction, with the attributes that spec and calendar give for it. Worked
// out with pencil and paper from the numbers of the story, not by running the code.
import type { AttributeValue } from '../../attributeTypes';
import type { ShapeName } from './shapes';
import { ANA, BEN, HELPDESK, RESOLVED, SALES } from './story';
import type { Party, Story } from './story';
import type { AttributeContext } from '../../attributeContext';

export const context: AttributeContext = {
  region: 'mypurecloud.com',
  notes: 'Asked about the invoice',
  transcriptId: 'a05000000000001AAA',
  workItemAttribute: 'workItemId',
  contactColumns: { Policy: 'P-77', Empty: '' },
  wrapUpNames: { [RESOLVED.code]: RESOLVED.name }
};

export interface Case {
  story: Story;
  /** The whole attribute set: what is not here must be absent. */
  expected: Record<string, AttributeValue>;
  /** What a shape tells otherwise (`undefined`: it cannot tell it). */
  except?: Partial<Record<ShapeName, Record<string, AttributeValue | undefined>>>;
}

const CUSTOMER = 'c0000000-0000-4000-8000-00000000000c';
const LEG = 'c0000000-0000-4000-8000-00000000000a';

/** Ten seconds of IVR, four of queue; Ana talks from 16 to 76.5 and wraps up for twelve. */
function routed(id: string, customer: Partial<Party>, agent: Partial<Party> = {}): Pick<Story, 'id' | 'leg' | 'parties'> {
  return {
    id,
    leg: LEG,
    parties: [
      { id: CUSTOMER, purpose: 'customer', joined: 0, connected: 0, queue: HELPDESK, direction: 'inbound', ...customer, left: 76.5 },
      { id: `${id}-ivr`, purpose: 'ivr', name: 'Main menu', joined: 0.2, connected: 0.3, left: 10.3 },
      { id: `${id}-acd`, purpose: 'acd', name: 'Helpdesk', queue: HELPDESK, joined: 10.4, connected: 10.5, left: 14.5 },
      {
        id: LEG, purpose: 'agent', userId: ANA, name: 'Ana Ruiz', queue: HELPDESK, direction: 'inbound',
        joined: 14.5, connected: 16, left: 76.5, acw: { from: 76.5, to: 88.5 }, wrapUp: { ...RESOLVED }, ...agent
      }
    ]
  };
}

/** What every routed, finished story shows. Sixty and a half seconds round up. */
function always(id: string): Record<string, AttributeValue> {
  return {
    'Call.ConversationId': id,
    'Call.QueueName': 'Helpdesk',
    'Call.State': 'DISCONNECTED',
    'Interaction.ParticipantPurpose': 'agent',
    'Interaction.StartTime': '2024-03-01T09:00:00.000Z',
    'Interaction.TotalAcdTime': 4,
    'Interaction.TotalIvrTime': 10,
    'Interaction.Url': `https://apps.mypurecloud.com/directory/#/engage/admin/interactions/${id}`,
    'Salesforce.AfterCallTime': 12,
    'Salesforce.CallDuration': 61,
    'Salesforce.ConnectedTime': '2024-03-01T09:00:16.000Z',
    'Salesforce.DisconnectedTime': '2024-03-01T09:01:16.500Z',
    'Salesforce.InteractionLogNotes': 'Asked about the invoice',
    'Salesforce.ParticipantId': LEG,
    'Salesforce.WrapUpCode': 'Resolved'
  };
}

const caller: Partial<Party> = {
  name: 'Blanche Stokes', address: '+13175550101', display: '+1 317-555-0101', other: '+13175550199',
  attributes: { policyNumber: 'P-4411', 'context.tier': 'gold' }
};
const data = { 'Participant.policyNumber': 'P-4411', 'Participant.context.tier': 'gold' };

function message(title: string, messageType: string, customer: Partial<Party>, expected: Case['expected'], except?: Case['except']): Case {
  const id = `conv-${messageType}`;
  const told = { messageType, ...customer };
  return {
    story: { title, type: 'message', media: 'message', ...routed(id, told, { messageType, address: undefined }) },
    expected: { ...always(id), 'Message.Type': messageType.toLowerCase(), 'Interaction.Transcript': 'a05000000000001AAA', ...expected },
    except
  };
}

export const cases: Case[] = [
  {
    story: { title: 'inbound call', type: 'call', media: 'call', ...routed('conv-call', { ...caller, uuiData: '00FA08' }) },
    expected: {
      ...always('conv-call'), ...data,
      'Call.Ani': '+13175550101',
      'Call.CalledNumber': '+13175550199',
      'Call.Internal': false,
      'Call.RemoteName': 'Blanche Stokes',
      'Call.UUIData': '00FA08',
      'Salesforce.DisplayAddress': '+1 317-555-0101'
    },
    // Flat participants have no displayable form of the number.
    except: { M: { 'Salesforce.DisplayAddress': '+13175550101' } }
  },
  {
    story: {
      title: 'live outbound call on behalf of a queue', type: 'call', media: 'call', id: 'conv-outbound', leg: LEG,
      parties: [
        { id: LEG, purpose: 'agent', userId: ANA, queue: SALES, joined: 0, connected: 1, direction: 'outbound', held: true },
        { id: CUSTOMER, purpose: 'customer', name: 'Indianapolis, IN', joined: 1, connected: 5, direction: 'outbound', queue: SALES, address: '+13175550102', other: '+13175550199' }
      ]
    },
    expected: {
      'Call.Ani': '+13175550102',
      'Call.CalledNumber': '+13175550102',
      'Call.ConversationId': 'conv-outbound',
      'Call.Internal': false,
      'Call.QueueName': 'Sales',
      'Call.RemoteName': 'Indianapolis, IN',
      'Call.State': 'HELD',
      'Interaction.ParticipantPurpose': 'agent',
      'Interaction.StartTime': '2024-03-01T09:00:00.000Z',
      'Interaction.Url': 'https://apps.mypurecloud.com/directory/#/engage/admin/interactions/conv-outbound',
      'Salesforce.ConnectedTime': '2024-03-01T09:00:01.000Z',
      'Salesforce.DisplayAddress': '+13175550102',
      'Salesforce.InteractionLogNotes': 'Asked about the invoice',
      'Salesforce.ParticipantId': LEG
    },
    except: {
      // No start time but the connected one, and no acd participant to lend the queue's name.
      E: { 'Interaction.StartTime': '2024-03-01T09:00:01.000Z', 'Call.QueueName': undefined },
      M: { 'Call.QueueName': undefined }
    }
  },
  {
    story: {
      title: 'internal call', type: 'call', media: 'call', id: 'conv-internal', leg: LEG,
      parties: [
        { id: LEG, purpose: 'user', userId: ANA, name: 'Ana Ruiz', joined: 0, connected: 0, left: 30.4, direction: 'outbound' },
        { id: 'p-ben', purpose: 'user', userId: BEN, name: 'Ben Okafor', joined: 1, connected: 4, left: 30.4, direction: 'inbound' }
      ]
    },
    expected: {
      'Call.CalledNumber': 'Internal',
      'Call.ConversationId': 'conv-internal',
      'Call.Internal': true,
      'Call.RemoteName': 'Ben Okafor',
      'Call.State': 'DISCONNECTED',
      'Interaction.ParticipantPurpose': 'user',
      'Interaction.StartTime': '2024-03-01T09:00:00.000Z',
      'Interaction.Url': 'https://apps.mypurecloud.com/directory/#/engage/admin/interactions/conv-internal',
      'Salesforce.CallDuration': 30,
      'Salesforce.ConnectedTime': '2024-03-01T09:00:00.000Z',
      'Salesforce.DisconnectedTime': '2024-03-01T09:00:30.400Z',
      'Salesforce.InteractionLogNotes': 'Asked about the invoice',
      'Salesforce.ParticipantId': LEG
    }
  },
  {
    story: {
      title: 'callback', type: 'callback', media: 'callback',
      ...routed('conv-callback', { name: 'Web form', address: '+13175550103', callbackNumber: '+13175550104', callbackUserName: 'Carl Brandt', attributes: caller.attributes })
    },
    expected: {
      ...always('conv-callback'), ...data,
      'Call.Ani': '+13175550104',
      'Call.CalledNumber': '+13175550104',
      'Call.RemoteName': 'Carl Brandt',
      'Salesforce.DisplayAddress': '+13175550104'
    }
  },
  {
    story: {
      title: 'ACD voicemail', type: 'voicemail', media: 'callback',
      ...routed('conv-voicemail', { name: 'Dora Lima', address: '+13175550105', callbackNumber: '+13175550105', voicemailId: 'vm-1', attributes: caller.attributes })
    },
    expected: {
      ...always('conv-voicemail'), ...data,
      'Call.RemoteName': 'Dora Lima',
      'Salesforce.DisplayAddress': '+13175550105'
    }
  },
  {
    story: {
      title: 'progressive outbound dialing', type: 'dialing', media: 'call',
      ...routed('conv-progressive', {
        name: 'Eli Novak', address: '+13175550106', other: '+13175550199', direction: 'outbound', uuiData: '00FA09',
        attributes: { dialerContactId: 'contact-1', dialerContactListId: 'list-1', dialerCampaignId: 'campaign-1' }
      })
    },
    expected: {
      ...always('conv-progressive'),
      'Call.RemoteName': 'Eli Novak',
      'Call.UUIData': '00FA09',
      'OutboundDialing.ContactId': 'contact-1',
      'OutboundDialing.ContactListId': 'list-1',
      'OutboundDialing.CampaignId': 'campaign-1',
      'Participant.Policy': 'P-77',
      'Salesforce.DisplayAddress': '+13175550106'
    }
  },
  {
    story: {
      title: 'preview outbound dialing', type: 'dialing', media: 'callback',
      ...routed('conv-preview', { name: 'Fay Moreau' }, {
        callbackNumber: '+13175550107', direction: 'outbound',
        preview: { contactId: 'contact-2', contactListId: 'list-2', campaignId: 'campaign-2' }
      })
    },
    expected: {
      ...always('conv-preview'),
      'Call.RemoteName': 'Fay Moreau',
      'OutboundDialing.ContactId': 'contact-2',
      'OutboundDialing.ContactListId': 'list-2',
      'OutboundDialing.CampaignId': 'campaign-2',
      'Participant.Policy': 'P-77',
      'Salesforce.DisplayAddress': '+13175550107'
    }
  },
  {
    story: { title: 'chat', type: 'chat', media: 'chat', ...routed('conv-chat', { name: 'Gus Hale', attributes: caller.attributes }) },
    expected: {
      ...always('conv-chat'), ...data,
      'Call.RemoteName': 'Gus Hale',
      'Chat.Transcript': 'a05000000000001AAA',
      'Interaction.Transcript': 'a05000000000001AAA'
    }
  },
  {
    story: {
      title: 'email', type: 'email', media: 'email',
      ...routed('conv-email', { name: 'Hana Sato', address: 'hana@example.com', subject: 'Order 4411', attributes: caller.attributes })
    },
    expected: {
      ...always('conv-email'), ...data,
      'Call.RemoteName': 'Hana Sato',
      'Email.Subject': 'Order 4411',
      'Salesforce.DisplayAddress': 'hana@example.com'
    }
  },
  message('SMS', 'sms', { name: 'x', address: '+13175550108', display: '+1 317-555-0108', attributes: caller.attributes }, {
    ...data, 'Call.RemoteName': '+1 317-555-0108', 'Salesforce.DisplayAddress': '+1 317-555-0108'
  }),
  message('WhatsApp', 'whatsapp', { name: 'Ida Berg', address: '+13175550109', display: '+1 317-555-0109' }, {
    'Call.RemoteName': 'Ida Berg', 'Message.Userid': '+13175550109', 'Salesforce.DisplayAddress': '+1 317-555-0109'
  }),
  message('Facebook', 'facebook', { name: 'Jon Abel', address: '100200300' }, { 'Call.RemoteName': 'Jon Abel', 'Message.Userid': '100200300' }),
  message('LINE', 'line', { name: 'Kim Rey', address: 'U4af498062' }, { 'Call.RemoteName': 'Kim Rey', 'Message.Userid': 'U4af498062' }),
  message('X/Twitter', 'twitter', { name: 'Lou Vale', address: '550010', senderName: 'louvale' }, {
    'Call.RemoteName': 'Lou Vale', 'Message.Userid': '550010', 'Message.Username': 'louvale'
  }),
  message('web messaging', 'webmessaging', { name: 'Somebody', address: 'guest-77', senderName: 'Guest 77' }, {
    'Call.RemoteName': 'Guest', 'Message.Userid': 'guest-77'
  }),
  message('open messaging', 'open', { name: 'Mia Tran', address: 'open-7', attributes: { workItemId: '0Bz000000000001' } }, {
    'Call.RemoteName': 'Mia Tran', 'Participant.workItemId': '0Bz000000000001', 'Salesforce.ExternalRoutedWorkItem': '0Bz000000000001'
  }),
  message('outbound SMS in capitals', 'SMS', { direction: 'outbound', address: '+13175550110', other: '+13175550199' }, {
    'Call.RemoteName': '+13175550110', 'Salesforce.DisplayAddress': '+13175550110'
  })
];
