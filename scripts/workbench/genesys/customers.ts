import type { InteractionType } from './conversation';

export interface Customer {
  name: string;
  /** Phone number, mail address, or user id of the channel. */
  address: string;
  /** X (Twitter) only. */
  userName?: string;
  /** What they write first. */
  text: string;
}

/** Made-up customers, for requests that name none; campaigns have their contact list. */
export const customers: Readonly<Record<InteractionType, Customer>> = {
  call: { name: 'Casey Doe', address: '+13175550101', text: '' },
  callback: { name: 'Devon Price', address: '+13175550121', text: '' },
  voicemail: { name: 'Emery Quist', address: '+13175550122', text: '' },
  preview: { name: '', address: '', text: '' },
  progressive: { name: '', address: '', text: '' },
  chat: { name: 'Finley Ash', address: 'finley.ash@example.com', text: 'Hello, is anybody there?' },
  email: {
    name: 'Gray Lund',
    address: 'gray.lund@example.com',
    text: 'Hello,\nplease send me the invoice again.\nGray Lund'
  },
  sms: { name: '', address: '+13175550131', text: 'My router blinks red' },
  whatsapp: { name: 'Harper Voss', address: '+13175550132', text: 'Hi! Is my order coming? 📦' },
  facebook: { name: 'Indigo Marsh', address: '4550132001', text: 'Are you open on Sunday?' },
  line: { name: 'Jules Tan', address: 'U11aa22bb33cc44dd55ee66ff77889900', text: 'こんにちは' },
  twitter: {
    name: 'Kit Osei',
    address: '7550133002',
    userName: 'kit_osei',
    text: '@workbench my parcel is late'
  },
  webmessaging: {
    name: '',
    address: '60000000-0000-4000-8000-000000000001',
    text: 'I have a question about my order'
  },
  open: { name: 'Lane Ferro', address: 'lane-ferro-7', text: 'Message from our own app' }
};

export const isInteractionType = (type: unknown): type is InteractionType =>
  typeof type === 'string' && Object.hasOwn(customers, type);
