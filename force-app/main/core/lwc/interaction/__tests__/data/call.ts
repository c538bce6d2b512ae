// Made by hand: one call in the making, step by step, after what the SDK types and the platform's documentation say of
// events. Invented numbers and names.
import type { Party, Story } from './story';
import { ANA, BEN, HELPDESK, SALES } from './story';

const customer: Party = {
  id: 'p-customer', purpose: 'customer', name: 'Blanche Stokes', joined: 0, connected: 0, queue: HELPDESK,
  direction: 'inbound', address: '+13175550101', display: '+1 317-555-0101', other: '+13175550199',
  attributes: { tier: 'gold' }
};
const ivr: Party = { id: 'p-ivr', purpose: 'ivr', joined: 0.2, connected: 0.3, left: 10.3 };
const acd: Party = { id: 'p-acd', purpose: 'acd', name: 'Helpdesk', queue: HELPDESK, joined: 10.4, connected: 10.5 };
const ana: Party = { id: 'p-ana', purpose: 'agent', userId: ANA, name: 'Ana Ruiz', queue: HELPDESK, joined: 12, direction: 'inbound' };
const again: Party = { ...ana, id: 'p-ana-2', joined: 24 };
const sales: Party = { id: 'p-sales', purpose: 'acd', name: 'Sales', queue: SALES, joined: 90, connected: 90.5, left: 95 };
const ben: Party = { id: 'p-ben', purpose: 'agent', userId: BEN, name: 'Ben Okafor', queue: SALES, joined: 93, connected: 95, direction: 'inbound' };

function step(title: string, parties: Party[]): Story {
  return { title, type: 'call', media: 'call', id: 'conv-steps', leg: 'p-ana-2', parties };
}

const declined = { ...ana, left: 22 };
const routed = { ...acd, left: 26 };
const talking = { ...again, connected: 26 };
const moved = { ...customer, queue: SALES };
const gone = { ...talking, left: 91, acw: { from: 91 } };

export const steps: Story[] = [
  step('in the menu', [customer, { ...ivr, left: undefined }]),
  step('in the queue', [customer, ivr, acd]),
  step('Ana is alerted', [customer, ivr, acd, ana]),
  step('Ana did not answer', [customer, ivr, acd, declined]),
  step('Ana is alerted again', [customer, ivr, acd, declined, again]),
  step('Ana talks', [customer, ivr, routed, declined, talking]),
  step('Ana holds', [customer, ivr, routed, declined, { ...talking, held: true }]),
  step('an attribute changes', [{ ...customer, attributes: { tier: 'silver' } }, ivr, routed, declined, talking]),
  step('Ana has transferred', [{ ...moved, attributes: { tier: 'silver' } }, ivr, routed, declined, gone, sales, ben]),
  step('Ana has wrapped up', [
    { ...moved, attributes: { tier: 'silver' } }, ivr, routed, declined,
    { ...gone, acw: { from: 91, to: 103 }, wrapUp: { code: 'ININ-WRAP-UP-TIMEOUT', name: 'ININ-WRAP-UP-TIMEOUT' } }, sales, ben
  ]),
  step('all is over', [
    { ...moved, attributes: { tier: 'bronze', late: 'yes' }, left: 120 }, ivr, routed, declined,
    { ...gone, acw: { from: 91, to: 103 }, wrapUp: { code: 'ININ-WRAP-UP-TIMEOUT', name: 'ININ-WRAP-UP-TIMEOUT' } }, sales, { ...ben, left: 120 }
  ])
];
