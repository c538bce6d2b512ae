import {
  MessageContext,
  createMessageContext,
  publish,
  subscribe,
  unsubscribe
} from '../messageService';

describe('lightning/messageService', () => {
  const channel = { name: 'dial__c' };
  const context = createMessageContext();

  it('delivers to every subscriber of the channel and to no other', () => {
    const heard: unknown[] = [];
    const subscriptions = [
      subscribe(context, channel, (message) => heard.push(['first', message])),
      subscribe(context, channel, (message) => heard.push(['second', message])),
      subscribe(context, { name: 'dial__c' }, () => heard.push('another channel'))
    ];
    publish(createMessageContext(), channel, { number: '+13175550101' });
    expect(heard).toEqual([
      ['first', { number: '+13175550101' }],
      ['second', { number: '+13175550101' }]
    ]);
    subscriptions.forEach(unsubscribe);
  });

  it('gives each subscriber what was sent, not the sender’s object, and read-only', () => {
    const message = { to: { number: '+13175550101' }, when: undefined };
    const heard: (typeof message)[] = [];
    const subscription = subscribe(context, channel, (one) => heard.push(one as typeof message));
    publish(context, channel, message);
    unsubscribe(subscription);
    expect(heard).toEqual([{ to: { number: '+13175550101' } }]);
    expect(heard[0]).not.toBe(message);
    expect('when' in heard[0]!).toBe(false);
    expect(Object.isFrozen(heard[0]?.to)).toBe(true);
  });

  it('goes on when somebody leaves while a message is delivered', () => {
    const heard: string[] = [];
    const first = subscribe(context, channel, () => {
      heard.push('first');
      unsubscribe(first);
    });
    const second = subscribe(context, channel, () => heard.push('second'));
    publish(context, channel);
    publish(context, channel);
    unsubscribe(second);
    expect(heard).toEqual(['first', 'second', 'second']);
  });

  it('provisions a context bare', () => {
    const told: unknown[] = [];
    new MessageContext((value) => told.push(value)).connect();
    expect(told).toEqual([{}]);
  });
});
