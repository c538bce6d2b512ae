import type { Interaction } from 'c/interaction';

const TASK_TYPES: Readonly<Record<Interaction['type'], string>> = {
  call: 'Call',
  dialing: 'Call',
  callback: 'Call',
  voicemail: 'Voicemail',
  chat: 'Chat',
  email: 'Email',
  message: 'Message'
};

/** The Type field. To the people who wrote it, web messaging is a chat. */
export function taskType({ type, messageType }: Interaction): string {
  if (type === 'message' && messageType === 'webmessaging') return 'Chat';
  return TASK_TYPES[type] ?? 'Call';
}
