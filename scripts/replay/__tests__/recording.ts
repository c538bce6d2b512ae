export const AGENT = 'a0000000-0000-4000-8000-000000000001';
export const OTHER_AGENT = 'a0000000-0000-4000-8000-000000000002';

export interface Moment {
  conversationId?: string;
  userId?: string;
  /** The agent has not answered. */
  ringing?: boolean;
  ended?: boolean;
  wrapUp?: string;
  policy?: string;
}

/** A made-up inbound call in shape C, as of one moment. The agent answers at 10:00:09 UTC. */
export function call(moment: Moment = {}): object {
  const {
    conversationId = 'c1',
    userId = AGENT,
    ringing,
    ended,
    wrapUp,
    policy = 'P-4411'
  } = moment;
  const queue = { queueId: 'b0000000-0000-4000-8000-000000000001', queueName: 'Helpdesk' };
  const at = (seconds: number): string =>
    new Date(Date.UTC(2026, 2, 1, 10, 0, seconds)).toISOString();
  const leg = (state: string, from: number | undefined, to?: number): object => ({
    id: `call-${from}`,
    state,
    direction: 'inbound',
    held: false,
    ...(from === undefined ? {} : { connectedTime: at(from) }),
    ...(to === undefined ? {} : { disconnectedTime: at(to) })
  });
  return {
    id: conversationId,
    startTime: at(0),
    participants: [
      {
        id: `${conversationId}-customer`,
        purpose: 'customer',
        name: 'Blanche Stokes',
        ani: 'tel:+13175550101',
        dnis: 'tel:+13175550102',
        startTime: at(0),
        connectedTime: at(0),
        ...(ended ? { endTime: at(69) } : {}),
        attributes: { policy },
        calls: [leg(ended ? 'disconnected' : 'connected', 0, ended ? 69 : undefined)]
      },
      {
        id: `${conversationId}-ivr`,
        purpose: 'ivr',
        startTime: at(0),
        connectedTime: at(0),
        endTime: at(4),
        calls: [leg('disconnected', 0, 4)]
      },
      {
        id: `${conversationId}-acd`,
        purpose: 'acd',
        name: 'Helpdesk',
        ...queue,
        startTime: at(4),
        connectedTime: at(4),
        ...(ringing ? {} : { endTime: at(9) }),
        calls: [leg(ringing ? 'connected' : 'disconnected', 4, ringing ? undefined : 9)]
      },
      {
        id: `${conversationId}-agent`,
        purpose: 'agent',
        userId,
        ...queue,
        startTime: at(6),
        ...(ringing ? {} : { connectedTime: at(9) }),
        ...(ended ? { endTime: at(69) } : {}),
        ...(wrapUp ? { wrapup: { code: 'w1', name: wrapUp } } : {}),
        calls: [
          ringing
            ? leg('alerting', undefined)
            : leg(ended ? 'disconnected' : 'connected', 9, ended ? 69 : undefined)
        ]
      }
    ]
  };
}

export function frame(topicName: string, eventBody: unknown): object {
  return { topicName, version: '2', eventBody, metadata: {} };
}
