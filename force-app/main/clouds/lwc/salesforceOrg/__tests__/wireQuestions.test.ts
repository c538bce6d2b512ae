import { wireQuestions } from '../wireQuestions';

function setUp(alwaysRefresh = false) {
  const asked: string[] = [];
  const timers: (() => void)[] = [];
  const questions = wireQuestions<{ key: string }>({
    ask: ({ key }) => asked.push(key),
    after: (_ms, run) => {
      timers.push(run);
      return () => timers.splice(timers.indexOf(run), 1);
    },
    timeoutMs: 1000,
    alwaysRefresh
  });
  return { asked, timers, questions };
}

describe('questions through a wire', () => {
  it('asks one at a time and gives each its own answer', async () => {
    const { asked, questions } = setUp();
    const first = questions.ask({ key: 'a' });
    const second = questions.ask({ key: 'b' });
    expect(asked).toEqual(['a']);
    questions.provisioned({});
    questions.provisioned({ data: 1 });
    expect(asked).toEqual(['a', 'b']);
    questions.provisioned({ data: 2 });
    expect(await first).toEqual({ ok: true, data: 1 });
    expect(await second).toEqual({ ok: true, data: 2 });
  });

  it('refreshes what it asked before, whatever the cache says', async () => {
    const { asked, questions } = setUp();
    let data = 'none';
    const refresh = async (): Promise<void> => {
      questions.provisioned({ data: (data = 'found'), refresh });
    };
    const ask = async (key: string, cached: unknown) => {
      const answer = questions.ask({ key });
      questions.provisioned({ data: cached, refresh });
      return answer;
    };
    expect(await ask('a', data)).toEqual({ ok: true, data: 'none' });
    await ask('b', 'other');
    expect(await ask('a', 'none')).toEqual({ ok: true, data: 'found' });
    expect(asked).toEqual(['a', 'b', 'a']);
  });

  it('refreshes instead of setting equal variables, which may provision nothing', async () => {
    const { asked, questions } = setUp();
    const refresh = jest.fn(async () => {});
    const first = questions.ask({ key: 'a' });
    questions.provisioned({ data: 1, refresh });
    await first;
    expect(await questions.ask({ key: 'a' })).toEqual({ ok: true, data: 1 });
    expect(asked).toEqual(['a']);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('goes on after an answer that never came and after an error', async () => {
    const { timers, questions } = setUp();
    const first = questions.ask({ key: 'a' });
    const second = questions.ask({ key: 'b' });
    timers[0]?.();
    expect(await first).toEqual({ ok: false, message: 'timeout' });
    questions.provisioned({ errors: [{ message: 'no such field' }] });
    expect(await second).toEqual({ ok: false, message: 'no such field' });
    expect(timers).toEqual([]);
  });

  it('refreshes even a first answer when others may have filled the cache', async () => {
    const { questions } = setUp(true);
    const refresh = jest.fn(async () => questions.provisioned({ data: 'new' }));
    const answer = questions.ask({ key: 'a' });
    questions.provisioned({ data: 'old', refresh });
    expect(await answer).toEqual({ ok: true, data: 'new' });
  });

  it.each([1, 2, 3])(
    'an older question’s answer, told %i times more, is not this one’s',
    async (times) => {
      const questions = wireQuestions<{ key: string }>({
        ask: () => {},
        after: () => () => {},
        timeoutMs: 1000,
        belongs: ({ key }, data) => data === key || data === 'none'
      });
      const first = questions.ask({ key: 'a' });
      questions.provisioned({ data: 'a' });
      await first;
      const second = questions.ask({ key: 'b' });
      for (let turn = 0; turn < times; turn += 1) questions.provisioned({ data: 'a' });
      questions.provisioned({ data: 'b' });
      expect(await second).toEqual({ ok: true, data: 'b' });
    }
  );
});
