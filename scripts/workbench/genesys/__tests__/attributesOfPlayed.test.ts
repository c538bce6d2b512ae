/** @jest-environment node */
import { attributesOf, interactionsOf, mergeConversation, readConversation } from 'c/interaction';
import type { AttributeContext, AttributeValue, Interaction } from 'c/interaction';
import { manualClock } from '../clock';
import { createContactCenter } from '../contactCenter';
import { contactList } from '../contactLists';
import { wrapUpCodes } from '../roster';
import { eventShape } from '../shapes/eventShape';
import { familyOf } from '../shapes/families';
import { fullShape } from '../shapes/fullShape';
import type { Conversation } from '../conversation';
import { mediaOf } from '../conversation';
import { createWorld } from '../world';
import { seeded } from './seeded';
import { ANA, START } from './stage';
import type { StartRequest } from '../startRequest';

/**
 * Every type is started for Ana at 9:00:00, after three seconds in the queue, answered at 9:00:02,
 * ended at 9:01:02 and wrapped up at 9:01:14; a survey comes after that. The expected values are
 * worked out from the attribute table and these times, not by running the code.
 */
interface Case {
  title: string;
  start: StartRequest;
  /** What is special about it: `type` and the like as the panel sees them. */
  seen: Partial<Interaction>;
  /** The whole attribute set but for what `always` and `routed` say; undefined: absent. */
  expected: Record<string, AttributeValue | undefined>;
  /** What a shape can't tell, or tells otherwise. */
  except?: Partial<Record<Shape, Record<string, AttributeValue | undefined>>>;
}

type Shape = 'E' | 'M' | 'M-rest' | 'C';

const CONTACT = contactList.contacts[0]!;
const TRANSCRIPT = 'a05000000000001AAA';

const context: AttributeContext = {
  region: 'mypurecloud.com',
  notes: 'Asked twice',
  transcriptId: TRANSCRIPT,
  workItemAttribute: 'workItemId',
  contactColumns: { ...CONTACT.data, Empty: '' },
  wrapUpNames: Object.fromEntries(wrapUpCodes.map(({ id, name }) => [id, name]))
};

const leftOver = {
  'Participant.policyNumber': 'P-1044',
  'Participant.survey': '9'
};
const attributes = { policyNumber: 'P-1044' };
const row = {
  'Participant.Name': 'Noor Haddad',
  'Participant.Mobile': '+13175550171',
  'Participant.Policy': 'P-2041',
  'Participant.Premium': '418.50',
  'Participant.Renewal': '2026-06-30'
};
const campaign = {
  'OutboundDialing.ContactId': '80000000-0000-4000-8000-000000000011',
  'OutboundDialing.ContactListId': '80000000-0000-4000-8000-000000000002',
  'OutboundDialing.CampaignId': '80000000-0000-4000-8000-000000000001'
};
const at = (time: string) => `2026-05-04T${time}.000Z`;

/** An agent who begins has no queue to come through, and its name only in shape C. */
const begunByAgent = {
  'Call.QueueName': 'Helpdesk',
  'Interaction.StartTime': at('09:00:00'),
  'Interaction.TotalAcdTime': undefined
};
const nameless = { 'Call.QueueName': undefined };
/** Who writes has begun at once: connected from the first second. */
const writtenByAgent = {
  ...begunByAgent,
  'Salesforce.ConnectedTime': at('09:00:00'),
  'Salesforce.CallDuration': 62
};
const onlyC = { E: nameless, M: nameless, 'M-rest': nameless };

/** Seconds in the flow that sorts messages are no IVR. */
function message(
  type: 'sms' | 'whatsapp' | 'facebook' | 'line' | 'twitter' | 'webmessaging' | 'open',
  expected: Case['expected'],
  more: Partial<Case> & { attributes?: Record<string, string> } = {}
): Case {
  return {
    title: type,
    start: { type, attributes: { ...attributes, ...more.attributes } },
    seen: { type: 'message', media: 'message', messageType: type, direction: 'inbound' },
    expected: {
      ...leftOver,
      'Interaction.StartTime': at('08:59:56'),
      'Interaction.Transcript': TRANSCRIPT,
      'Message.Type': type,
      ...expected
    },
    ...(more.except && { except: more.except })
  };
}

const cases: Case[] = [
  {
    title: 'call',
    start: { type: 'call', uui: '3132;encoding=hex', attributes },
    seen: { type: 'call', media: 'call', direction: 'inbound', internal: false },
    expected: {
      ...leftOver,
      'Call.Ani': '+13175550101',
      'Call.CalledNumber': '+13175550100',
      'Call.Internal': false,
      'Call.RemoteName': 'Casey Doe',
      'Call.UUIData': '3132;encoding=hex',
      'Interaction.StartTime': at('08:59:53'),
      'Interaction.TotalIvrTime': 4,
      'Salesforce.DisplayAddress': '+13175550101'
    },
    except: { M: { 'Call.UUIData': undefined } }
  },
  {
    title: 'call by an agent on behalf of a queue',
    start: {
      type: 'call',
      direction: 'outbound',
      queue: 'Helpdesk',
      address: '+13175550155',
      name: 'Orla Finch',
      attributes
    },
    seen: { type: 'call', media: 'call', direction: 'outbound' },
    expected: {
      ...leftOver,
      ...begunByAgent,
      'Call.Ani': '+13175550155',
      'Call.CalledNumber': '+13175550155',
      'Call.Internal': false,
      'Call.RemoteName': 'Orla Finch',
      'Salesforce.DisplayAddress': '+13175550155'
    },
    // Shape E knows of nothing before somebody was connected.
    except: {
      E: { ...nameless, 'Interaction.StartTime': at('09:00:02') },
      M: nameless,
      'M-rest': nameless
    }
  },
  {
    title: 'call between agents',
    start: { type: 'call', direction: 'internal', toAgent: 'agent2' },
    seen: { type: 'call', direction: 'outbound', internal: true, purpose: 'user' },
    expected: {
      'Call.CalledNumber': 'Internal',
      'Call.Internal': true,
      'Call.QueueName': undefined,
      'Call.RemoteName': 'Ben Okafor',
      'Interaction.ParticipantPurpose': 'user',
      'Interaction.StartTime': at('09:00:00'),
      'Interaction.TotalAcdTime': undefined,
      'Salesforce.AfterCallTime': undefined,
      'Salesforce.WrapUpCode': undefined
    },
    // Nobody's connected time says when the first party joined.
    except: { E: { 'Interaction.StartTime': at('09:00:02') } }
  },
  {
    title: 'callback, with its call',
    start: { type: 'callback', attributes },
    seen: { type: 'callback', media: 'callback', direction: 'inbound' },
    expected: {
      ...leftOver,
      'Call.Ani': '+13175550121',
      'Call.CalledNumber': '+13175550121',
      'Call.RemoteName': 'Devon Price',
      'Interaction.StartTime': at('08:59:57'),
      'Salesforce.DisplayAddress': '+13175550121'
    }
  },
  {
    title: 'callback asked for in the menu',
    start: { type: 'callback', flowSeconds: 10, attributes },
    seen: { type: 'callback', media: 'callback', direction: 'inbound' },
    expected: {
      ...leftOver,
      'Call.Ani': '+13175550121',
      'Call.CalledNumber': '+13175550121',
      'Call.RemoteName': 'Devon Price',
      'Interaction.StartTime': at('08:59:47'),
      'Interaction.TotalIvrTime': 10,
      'Salesforce.DisplayAddress': '+13175550121'
    },
    // The menu spoke by telephone: it is told with the calls.
    except: {
      M: { 'Interaction.TotalIvrTime': undefined },
      'M-rest': { 'Interaction.TotalIvrTime': undefined }
    }
  },
  {
    title: 'voicemail',
    start: { type: 'voicemail', attributes },
    seen: { type: 'voicemail', media: 'callback', direction: 'inbound' },
    expected: {
      ...leftOver,
      'Call.RemoteName': 'Emery Quist',
      'Interaction.StartTime': at('08:59:38'),
      'Interaction.TotalIvrTime': 4,
      'Salesforce.DisplayAddress': '+13175550122'
    },
    except: {
      M: { 'Interaction.TotalIvrTime': undefined },
      'M-rest': { 'Interaction.TotalIvrTime': undefined }
    }
  },
  {
    title: 'preview of a campaign',
    start: { type: 'preview', attributes },
    seen: { type: 'dialing', media: 'callback', direction: 'outbound' },
    expected: {
      ...campaign,
      ...row,
      'Call.RemoteName': 'Noor Haddad',
      'Interaction.StartTime': at('08:59:57'),
      'Salesforce.DisplayAddress': '+13175550171'
    }
  },
  {
    title: 'progressive campaign',
    start: { type: 'progressive', uui: '3133;encoding=hex', attributes },
    seen: { type: 'dialing', media: 'call', direction: 'outbound' },
    expected: {
      ...campaign,
      ...row,
      'Call.RemoteName': 'Noor Haddad',
      'Call.UUIData': '3133;encoding=hex',
      'Interaction.StartTime': at('08:59:55'),
      'Salesforce.DisplayAddress': '+13175550171'
    },
    except: { M: { 'Call.UUIData': undefined } }
  },
  {
    title: 'chat',
    start: { type: 'chat', attributes },
    seen: { type: 'chat', media: 'chat', direction: 'inbound' },
    expected: {
      ...leftOver,
      'Call.RemoteName': 'Finley Ash',
      'Chat.Transcript': TRANSCRIPT,
      'Interaction.StartTime': at('08:59:56'),
      'Interaction.Transcript': TRANSCRIPT
    }
  },
  {
    title: 'email',
    start: { type: 'email', attributes },
    seen: { type: 'email', media: 'email', direction: 'inbound', subject: 'Invoice 4711' },
    expected: {
      ...leftOver,
      'Call.RemoteName': 'Gray Lund',
      'Email.Subject': 'Invoice 4711',
      'Interaction.StartTime': at('08:59:56'),
      'Salesforce.DisplayAddress': 'gray.lund@example.com'
    }
  },
  {
    title: 'email by an agent',
    start: {
      type: 'email',
      direction: 'outbound',
      address: 'peer.holm@example.com',
      name: 'Peer Holm',
      subject: 'Your offer',
      attributes
    },
    seen: { type: 'email', media: 'email', direction: 'outbound' },
    expected: {
      ...leftOver,
      ...writtenByAgent,
      'Call.RemoteName': 'Peer Holm',
      'Email.Subject': 'Your offer',
      'Salesforce.DisplayAddress': 'peer.holm@example.com'
    },
    except: onlyC
  },
  message(
    'sms',
    { 'Call.RemoteName': '+1 317-555-0131', 'Salesforce.DisplayAddress': '+1 317-555-0131' },
    {
      // The topic of messages has no addresses but the participants' own.
      except: {
        M: { 'Call.RemoteName': '+13175550131', 'Salesforce.DisplayAddress': '+13175550131' }
      }
    }
  ),
  {
    ...message('sms', {
      ...writtenByAgent,
      'Call.RemoteName': '+1 317-555-0140',
      'Salesforce.DisplayAddress': '+1 317-555-0140'
    }),
    title: 'sms by an agent',
    start: { type: 'sms', direction: 'outbound', address: '+13175550140', attributes },
    seen: { type: 'message', messageType: 'sms', direction: 'outbound' },
    except: {
      ...onlyC,
      M: {
        ...nameless,
        'Call.RemoteName': '+13175550140',
        'Salesforce.DisplayAddress': '+13175550140'
      }
    }
  },
  message(
    'whatsapp',
    {
      'Call.RemoteName': 'Harper Voss',
      'Message.Userid': '+13175550132',
      'Salesforce.DisplayAddress': '+1 317-555-0132'
    },
    { except: { M: { 'Salesforce.DisplayAddress': '+13175550132' } } }
  ),
  message('facebook', { 'Call.RemoteName': 'Indigo Marsh', 'Message.Userid': '4550132001' }),
  message('line', {
    'Call.RemoteName': 'Jules Tan',
    'Message.Userid': 'U11aa22bb33cc44dd55ee66ff77889900'
  }),
  message(
    'twitter',
    {
      'Call.RemoteName': 'Kit Osei',
      'Message.Userid': '7550133002',
      'Message.Username': 'kit_osei'
    },
    { except: { M: { 'Message.Username': undefined } } }
  ),
  message('webmessaging', {
    'Call.RemoteName': 'Guest',
    'Message.Userid': '60000000-0000-4000-8000-000000000001'
  }),
  message(
    'open',
    {
      'Call.RemoteName': 'Lane Ferro',
      'Participant.workItemId': '0Bz000000000001AAA',
      'Salesforce.ExternalRoutedWorkItem': '0Bz000000000001AAA'
    },
    { attributes: { workItemId: '0Bz000000000001AAA' } }
  )
];

/** What every leg of the story shows, whatever its type. */
const always = (id: string, participantId: string): Record<string, AttributeValue> => ({
  'Call.ConversationId': id,
  'Call.QueueName': 'Helpdesk',
  'Call.State': 'DISCONNECTED',
  'Interaction.ParticipantPurpose': 'agent',
  'Interaction.TotalAcdTime': 5,
  'Interaction.Url': `https://apps.mypurecloud.com/directory/#/engage/admin/interactions/${id}`,
  'Salesforce.AfterCallTime': 12,
  'Salesforce.CallDuration': 60,
  'Salesforce.ConnectedTime': at('09:00:02'),
  'Salesforce.DisconnectedTime': at('09:01:02'),
  'Salesforce.InteractionLogNotes': 'Asked twice',
  'Salesforce.ParticipantId': participantId,
  'Salesforce.WrapUpCode': 'Resolved'
});

function played(
  { start }: Case,
  observe: (conversation: Conversation) => void = () => undefined
): Conversation {
  const clock = manualClock(START);
  const world = createWorld({ clock, random: seeded() });
  const center = createContactCenter(world);
  const begun = center.start({ agent: 'agent', ...start });
  if (!begun.ok) throw new Error(`${start.type} did not start`);
  const { id, media } = begun.value;
  const conversation = world.conversations.get(id);
  if (!conversation) throw new Error('gone');
  const wait = (ms: number) => {
    observe(conversation);
    clock.advance(ms);
  };
  wait(2_000);
  center.agent(id, {
    agent: start.direction === 'internal' ? 'agent2' : 'agent',
    action: 'answer'
  });
  if (media === 'callback' && start.type !== 'voicemail') {
    wait(5_000);
    center.agent(id, { action: 'callBack' });
    wait(45_000);
    center.customer(id, 'hangUp');
    wait(10_000);
  } else {
    wait(30_000);
    center.agent(id, { action: 'send', text: 'One moment' });
    center.customer(id, { action: 'send', text: 'Of course', subject: 'Something else' });
    wait(30_000);
  }
  center.agent(id, { agent: 'agent', action: 'hangUp' });
  wait(12_000);
  center.agent(id, { agent: 'agent', action: 'wrapUp', code: 'Resolved' });
  wait(60_000);
  center.setAttributes(id, { attributes: { survey: 9 } });
  observe(conversation);
  return conversation;
}

const shapes: Record<Shape, (conversation: Conversation) => object | undefined> = {
  E: eventShape,
  M: (conversation) => familyOf(mediaOf(conversation)).event(conversation),
  'M-rest': (conversation) => familyOf(mediaOf(conversation)).rest?.(conversation),
  C: fullShape
};

const matrix = cases.flatMap((each) =>
  (Object.keys(shapes) as Shape[])
    // Chats have no REST.
    .filter((shape) => each.start.type !== 'chat' || shape !== 'M-rest')
    .map((shape) => [each.title, shape, each] as const)
);

describe('shapes that alternate while it is played', () => {
  it.each(cases.map((each) => [each.title, each] as const))('%s', (_title, each) => {
    let merged: ReturnType<typeof mergeConversation> | undefined;
    const take = (conversation: Conversation, names: readonly Shape[]) => {
      for (const name of names) {
        const shaped = shapes[name](conversation);
        if (!shaped) continue;
        const reading = readConversation(JSON.parse(JSON.stringify(shaped)));
        if ('problem' in reading) throw new Error(JSON.stringify(reading.problem));
        merged = mergeConversation(merged, reading.conversation);
      }
    };
    const conversation = played(each, (now) => take(now, ['M', 'E', 'M-rest', 'M']));
    take(conversation, ['C', 'E', 'M', 'M-rest']);
    const leg = interactionsOf(merged!, ANA.id).find(({ isLeg }) => isLeg)!;
    expect(leg).toMatchObject(each.seen);
    const all = { ...always(conversation.id, leg.participantId), ...each.expected };
    const expected = Object.fromEntries(
      Object.entries(all).filter(([, value]) => value !== undefined)
    );
    expect(attributesOf(merged!, leg.participantId, context)).toEqual(expected);
  });
});

describe('the attributes of a played conversation', () => {
  it.each(matrix)('%s in shape %s', (_title, shape, each) => {
    const conversation = played(each);
    const payload: unknown = JSON.parse(JSON.stringify(shapes[shape](conversation)));
    const reading = readConversation(payload);
    if ('problem' in reading) throw new Error(JSON.stringify(reading.problem));
    expect(reading.problems).toEqual([]);
    const legs = interactionsOf(reading.conversation, ANA.id).filter((leg) => leg.isLeg);
    expect(legs).toHaveLength(1);
    const [leg] = legs;
    expect(leg).toMatchObject({ state: 'disconnected', purpose: 'agent', ...each.seen });
    const all = {
      ...always(conversation.id, leg!.participantId),
      ...each.expected,
      ...each.except?.[shape]
    };
    const expected = Object.fromEntries(
      Object.entries(all).filter(([, value]) => value !== undefined)
    );
    expect(attributesOf(reading.conversation, leg!.participantId, context)).toEqual(expected);
  });
});
