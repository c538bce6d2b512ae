import type { Interaction } from 'c/interaction';
import { formatPhone } from './phone';

const ICONS: Record<Interaction['type'], string> = {
  call: 'utility:call',
  callback: 'utility:incoming_call',
  dialing: 'utility:outbound_call',
  chat: 'utility:chat',
  email: 'utility:email',
  message: 'utility:chat',
  voicemail: 'utility:voicemail_drop'
};

export function iconOf({ type, direction, messageType }: Interaction): string {
  if (messageType === 'sms') return 'utility:sms';
  return type === 'call' && direction === 'outbound' ? ICONS.dialing : ICONS[type];
}

/** The address fit for reading; undefined when none is known. */
export function addressOf({ remoteAddress }: Interaction): string | undefined {
  return remoteAddress ? formatPhone(remoteAddress) : undefined;
}

/**
 * Who is on the other side: name, else address; an email without a name is known by its subject.
 * Undefined when nobody told us.
 */
export function partyOf(interaction: Interaction): string | undefined {
  const { remoteName, subject } = interaction;
  return (remoteName && formatPhone(remoteName)) || subject || addressOf(interaction);
}
