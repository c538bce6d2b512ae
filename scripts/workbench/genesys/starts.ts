import { mediaOfType } from './conversation';
import type { Conversation, InteractionType } from './conversation';
import { campaign, contactList, findContact } from './contactLists';
import { customers, isInteractionType } from './customers';
import { addressOf, toUri } from './legs';
import type { Opening, Stage } from './openings';
import { done, refused } from './problem';
import type { Outcome } from './problem';
import { findQueue, findUser, MAIN_NUMBER } from './roster';
import type { StartWorld, StartRequest, Resolved } from './startRequest';
import { wrong, textsIn } from './textsIn';
import {
  digitalOpening,
  type Digital,
  writingOf,
  customerAddress,
  ownAddress
} from './digitalOpening';
import { routingOf } from './startRequest';

const SECONDS = ['flowSeconds', 'queueSeconds', 'alertSeconds', 'scheduledInSeconds'] as const;

export function startInteraction(world: StartWorld, request: StartRequest): Outcome<Conversation> {
  const { type, direction = 'inbound' } = request;
  if (!isInteractionType(type)) return wrong('type', type, Object.keys(customers).join(', '));
  const attributes = textsIn(request.attributes);
  if (!attributes.ok) return attributes;
  for (const field of SECONDS) {
    const value = request[field];
    if (value !== undefined && !(value >= 0)) return wrong(field, value, 'a number, 0 or more');
  }
  const agent = request.agent ? findUser(request.agent) : undefined;
  if (request.agent && !agent) return refused({ type: 'not_found', entity: 'user' });
  const isDialed = type === 'call' && direction !== 'inbound';
  const words = request.queue === undefined && !isDialed ? 'Helpdesk' : request.queue;
  const queue = words ? findQueue(words) : undefined;
  if (words && !queue) return refused({ type: 'not_found', entity: 'queue' });
  if (!queue && !agent) return wrong('agent', '', 'an agent, where there is no queue');
  const resolved: Resolved = {
    request,
    type,
    attributes: attributes.value,
    ...(queue && { queue }),
    ...(agent && { agent })
  };
  const isCampaign = type === 'progressive' || type === 'preview';
  if (direction === 'internal') return startInternal(world, resolved);
  if (direction === 'outbound' && !isCampaign) return startOutbound(world, resolved);
  if (direction !== 'inbound' && direction !== 'outbound') {
    return wrong('direction', direction, 'inbound, outbound, internal');
  }
  const opening = isDigital(type)
    ? done(digitalOpening(world, resolved, type))
    : voiceOpening(world, resolved);
  return opening.ok ? done(world.conversations.receive(opening.value)) : opening;
}

const isDigital = (type: InteractionType): type is Digital =>
  !['call', 'callback'].includes(mediaOfType(type));

function startInternal(
  world: StartWorld,
  { request, type, agent }: Resolved
): Outcome<Conversation> {
  const target = findUser(request.toAgent);
  if (type !== 'call') return wrong('direction', 'internal', 'inbound or outbound');
  if (!agent || !target) return refused({ type: 'not_found', entity: 'user' });
  return world.conversations.callUser(agent, target);
}

function startOutbound(world: StartWorld, resolved: Resolved): Outcome<Conversation> {
  const { request, type, agent, queue, attributes } = resolved;
  if (!agent) return wrong('agent', request.agent ?? '', 'the agent who starts it');
  const shared = {
    attributes,
    ...(request.name && { name: request.name }),
    ...(queue && { queue })
  };
  if (type === 'call') {
    return world.conversations.dial(agent, {
      ...shared,
      phoneNumber: request.address ?? '+13175550155',
      ...(request.uui && { uuiData: request.uui })
    });
  }
  if (!isDigital(type) || type === 'chat') return wrong('direction', 'outbound', 'inbound');
  const text = writingOf(request, 'Hello, how can we help?');
  return done(
    world.conversations.compose(agent, {
      ...shared,
      type,
      customer: customerAddress(type, request),
      own: ownAddress(type, request),
      ...(type === 'email' && { subject: request.subject ?? 'Your question' }),
      ...(text && { text })
    })
  );
}

/** Where the customer is before the queue; the first stage's time can be asked for. */
const STAGES: Partial<Record<InteractionType, readonly Stage[]>> = {
  call: [{ flow: 'ivr', ms: 4_000 }],
  callback: [{ flow: 'ivr', ms: 0 }],
  voicemail: [
    { flow: 'ivr', ms: 4_000 },
    { flow: 'voicemail', ms: 15_000 }
  ],
  progressive: [{ flow: 'dialer', ms: 2_000 }]
};

/** Calls, callbacks and voicemails of customers, and those of a campaign. */
function voiceOpening(world: StartWorld, resolved: Resolved): Outcome<Opening> {
  const { request, type } = resolved;
  const isCampaign = type === 'progressive' || type === 'preview';
  const contact = findContact(request.contact || (contactList.contacts[0]?.id ?? ''));
  if (isCampaign && !contact) {
    const names = contactList.contacts.map(({ data }) => data.Name).join(', ');
    return wrong('contact', request.contact, names);
  }
  const row = isCampaign ? contact?.data : undefined;
  const number = row?.[contactList.phoneColumn] ?? (request.address || customers[type].address);
  const name = row?.Name ?? request.name ?? (request.address ? number : customers[type].name);
  const [theirs, ours] = [toUri(number), toUri(request.to ?? MAIN_NUMBER)];
  const stages = (STAGES[type] ?? []).map((stage, index) =>
    index === 0 && request.flowSeconds !== undefined
      ? { ...stage, ms: request.flowSeconds * 1000 }
      : stage
  );
  const ids = {
    contactId: contact?.id ?? '',
    contactListId: contactList.id,
    campaignId: campaign.id
  };
  return done({
    ...routingOf(world, resolved),
    type,
    direction: isCampaign ? 'outbound' : 'inbound',
    name,
    address: theirs,
    ani: isCampaign ? ours : theirs,
    dnis: isCampaign ? theirs : ours,
    self: addressOf(theirs, name),
    other: addressOf(ours),
    stages,
    attributes: {
      ...resolved.attributes,
      ...(type === 'progressive' && {
        dialerContactId: ids.contactId,
        dialerContactListId: ids.contactListId,
        dialerCampaignId: ids.campaignId
      })
    },
    facts:
      mediaOfType(type) === 'call'
        ? { media: 'call', ...(request.uui && { uuiData: request.uui }) }
        : {
            media: 'callback',
            numbers: [number],
            userName: name,
            ...dueIn(world, request),
            ...(type === 'voicemail' && { voicemailId: world.ids.uuid() }),
            ...(type === 'preview' && {
              preview: { id: world.ids.uuid(), ...ids, phoneColumn: contactList.phoneColumn }
            })
          }
  });
}

function dueIn(world: StartWorld, { scheduledTime, scheduledInSeconds }: StartRequest) {
  if (scheduledTime !== undefined) return { scheduledTime };
  if (!scheduledInSeconds) return {};
  return { scheduledTime: world.clock.now() + scheduledInSeconds * 1000 };
}
