import { createContactCenter } from '../workbench/genesys/contactCenter';
import { manualClock } from '../workbench/genesys/clock';
import { CLIENT_ID, users } from '../workbench/genesys/roster';
import { fullShape } from '../workbench/genesys/shapes/fullShape';
import { createWorld } from '../workbench/genesys/world';
import { createRandom } from '../simulate/random';
import type { Frame, Recording, Shape } from './recording';

const START = Date.UTC(2026, 4, 4, 9);
const SECOND = 1_000;

/** What a flow that knows its customer leaves on the call: 20 attributes of usual length. */
const DATA: Readonly<Record<string, string>> = {
  accountNumber: '4471-0093-22',
  policyNumber: 'HX-2207-55190',
  customerTier: 'gold',
  language: 'en-US',
  reason: 'Complaint',
  menuPath: 'main>claims>status',
  claimId: 'CLM-2026-0051773',
  claimStatus: 'waiting for documents',
  callerVerified: 'true',
  verifiedBy: 'pin',
  lastContact: '2026-04-28T15:21:07.000Z',
  openCases: '2',
  estimatedValue: '1249.50',
  email: 'casey.doe@example.com',
  postalCode: '46204',
  surveyConsent: 'yes',
  screenPop: 'https://crm.example.com/customers/4471009322',
  flowVersion: '17.0',
  priority: '3',
  step: '0'
};

/**
 * Plays one eventful call through the simulated Genesys Cloud and keeps every frame that Ana's topics
 * carry (shapes E and M), and what `GET /conversations/{id}` would answer at each of them (shape C):
 * menu, queue, a missed alert, hold, mute, attributes, a transfer to Ben, wrap-up and late attributes.
 * The same frames each time.
 */
export function recordCall(): Recording {
  const clock = manualClock(START);
  const world = createWorld({ clock, random: createRandom('bench').next });
  const center = createContactCenter(world);
  const me = users[0]!.id;
  const frames: Record<Shape, Frame[]> = { E: [], M: [], C: [] };
  let conversationId = '';

  const keep = (shape: Shape, text: string): void => {
    frames[shape].push({ at: clock.now(), text });
  };
  const channel = world.channels.create(me, CLIENT_ID, '');
  world.channels.subscribe(channel.id, [`v2.users.${me}?conversations&conversations.calls`], 'add');
  world.channels.attach(channel.id, {
    send(text) {
      const { topicName } = JSON.parse(text) as { topicName: string };
      if (topicName.endsWith('.calls')) keep('M', text);
      else if (topicName.endsWith('.conversations')) {
        keep('E', text);
        const conversation = world.conversations.all()[0];
        if (conversation) keep('C', JSON.stringify(fullShape(conversation)));
      }
    },
    close: () => undefined,
    terminate: () => undefined
  });

  const wait = (seconds: number): void => clock.advance(seconds * SECOND);
  const tell = (attributes: Record<string, string>): void => {
    center.setAttributes(conversationId, { attributes });
  };

  const placed = center.placeCall({
    name: 'Casey Doe',
    queue: 'Helpdesk',
    agent: 'agent',
    ivrSeconds: 14,
    queueSeconds: 31,
    attributes: DATA
  });
  if (!placed.ok) throw new Error(`The recorded call was refused: ${placed.problem.type}`);
  conversationId = placed.value.id;
  wait(23);
  center.agent(conversationId, { agent: 'agent', action: 'answer' });
  wait(8);
  tell({ step: '1', claimStatus: 'documents received' });
  wait(20);
  for (const action of ['mute', 'unmute', 'hold', 'resume'] as const) {
    center.agent(conversationId, { agent: 'agent', action });
    wait(15);
  }
  tell({ step: '2', openCases: '3' });
  wait(30);
  const live = frames.E.length - 1;
  center.transfer(conversationId, { agent: 'agent', toQueue: 'Sales', for: 'agent2' });
  wait(3);
  center.agent(conversationId, { agent: 'agent', action: 'wrapUp', code: 'Follow-up needed' });
  wait(3);
  center.agent(conversationId, { agent: 'agent2', action: 'answer' });
  wait(40);
  tell({ step: '3', priority: '1' });
  wait(20);
  center.customer(conversationId, 'hangUp');
  wait(5);
  tell({ step: '4', claimStatus: 'closed' });
  wait(1);
  return { userId: me, conversationId, live, frames };
}
