import { readFrame } from '../frame';

const frame = (body: string): string =>
  `{"topicName":"v2.users.u.conversations","eventBody":${body}}`;
const nested = (levels: number, open: string, close: string): string =>
  open.repeat(levels) + '1' + close.repeat(levels);

describe('a frame that nobody can use', () => {
  const cases: [string, data: unknown, why: string][] = [
    ['no text', new Uint8Array(3), 'not a text'],
    ['nothing', '', 'not JSON'],
    ['half a frame', '{"topicName":"v2', 'not JSON'],
    ['a number', '7', 'not an object'],
    ['null', 'null', 'not an object'],
    ['a list', '[1]', 'no topicName'],
    ['a topic that is no text', '{"topicName":7}', 'no topicName'],
    ['10,000 levels of lists', frame(nested(10_000, '[', ']')), 'too deep'],
    ['10,000 levels of objects', frame(nested(10_000, '{"a":', '}')), 'too deep'],
    ['a million levels', frame(nested(1_000_000, '[', ']')), 'too deep'],
    ['levels between texts', frame(nested(3_000, '{"]}\\\\":', '}')), 'too deep'],
    ['10,000 levels without an end', frame('['.repeat(20_000)), 'too deep'],
    ['5 MB', frame(`"${'x'.repeat(5_000_000)}"`), 'too long']
  ];
  it.each(cases)('%s', (_what, data, why) => {
    expect(readFrame(data)).toEqual({ malformed: why });
  });

  it('takes no longer than a blink', () => {
    const started = performance.now();
    for (const [, data] of cases) readFrame(data);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('a frame of many brackets that is not deep', () => {
  it.each([
    ['in a text', `{"a":"${'['.repeat(20_000)}"}`],
    ['behind an escaped quote', `{"a":"\\"${'['.repeat(20_000)}"}`],
    ['behind escaped backslashes', `{"a":"\\\\","b":"${'{'.repeat(20_000)}"}`],
    ['beside each other', `{"a":[${'[],'.repeat(20_000)}1]}`]
  ])('%s', (_where, body) => {
    expect(readFrame(frame(body))).toEqual({
      frame: { topic: 'v2.users.u.conversations', body: JSON.parse(body) as unknown }
    });
  });
});
