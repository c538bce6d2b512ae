import type { Address, MessageType } from './conversation';
import { customers } from './customers';
import { plainAddress } from './legs';
import type { Opening } from './openings';
import { ownAddresses } from './roster';
import type { Writing } from './texts';
import type { StartWorld, StartRequest, Resolved } from './startRequest';
import { routingOf } from './startRequest';

export type Digital = 'chat' | 'email' | MessageType;

export function digitalOpening(world: StartWorld, resolved: Resolved, type: Digital): Opening {
  const { request, attributes } = resolved;
  const self = customerAddress(type, request);
  const text = writingOf(request, customers[type].text);
  // The platform knows no more of who sends an SMS than the number.
  const name = type === 'sms' ? self.displayable : request.name || customers[type].name;
  return {
    ...routingOf(world, resolved),
    type,
    facts: digitalFacts(world, type, request),
    direction: 'inbound',
    ...(name && { name }),
    address: type === 'chat' ? '' : self.normalized,
    ani: '',
    dnis: '',
    self,
    other: ownAddress(type, request),
    attributes,
    stages: [{ flow: 'workflow', ms: (request.flowSeconds ?? 1) * 1000 }],
    ...(text && { texts: [text] })
  };
}

function digitalFacts(
  world: StartWorld,
  type: Digital,
  { subject }: StartRequest
): Opening['facts'] {
  if (type === 'email') return { media: 'email', subject: subject ?? 'Invoice 4711' };
  if (type !== 'chat') return { media: 'message', type };
  return { media: 'chat', roomId: `${world.ids.uuid()}@conference.workbench.orgspan.com` };
}

/** `+13175550101` as people write it. */
const readable = (number: string) => number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '+1 $1-$2-$3');

export function customerAddress(type: Digital, request: StartRequest): Address {
  const address = request.address || customers[type].address;
  const name = request.name || customers[type].name;
  switch (type) {
    case 'sms':
      return plainAddress(address, undefined, readable(address));
    case 'whatsapp':
      return plainAddress(address, name, readable(address));
    case 'twitter':
      return plainAddress(address, request.userName || customers.twitter.userName);
    default:
      return plainAddress(address, name);
  }
}

export const ownAddress = (type: Digital, { to }: StartRequest): Address =>
  plainAddress(to ?? (type === 'chat' ? '' : ownAddresses[type]), 'Workbench');

export function writingOf(request: StartRequest, usual: string): Writing | undefined {
  const { text, attachments, sticker, subject } = request;
  const body = text ?? usual;
  if (body === '' && !attachments?.length && !sticker) return undefined;
  return {
    body,
    ...(attachments && { attachments }),
    ...(sticker && { sticker }),
    ...(subject !== undefined && { subject })
  };
}
