import type { InteractionRow, Run } from 'c/softphoneView';
import WrapUpPicker from '../wrapUpPicker';
import {
  find,
  mount,
  say,
  settled,
  unmountAll,
  ran
} from '../../softphonePanel/__tests__/data/mount';
import { afterCall, interaction, live, row } from '../../softphonePanel/__tests__/data/views';

const CODES = [
  { id: 'w1', name: 'Upgrade' },
  { id: 'w2', name: 'Question' }
];

/** Listens before the first rendering, which may already ask. */
function picker(given: InteractionRow) {
  const asked: unknown[] = [];
  const run: Run = ({ type }) => type === 'load_wrap_up_codes' && asked.push(type);
  const element = mount('c-wrap-up-picker', WrapUpPicker, { row: given, run });
  return { element, box: find(element, 'lightning-combobox'), asked };
}

afterEach(unmountAll);

describe('asks for the codes', () => {
  it('at once when one is due', async () => {
    const { box, asked } = picker(afterCall);
    await settled();
    expect(asked).toHaveLength(1);
    expect(box.required).toBe(true);
    expect(box.spinnerActive).toBe(true);
  });

  it('when it gets the focus, and not before, while the call goes on', async () => {
    const { box, asked } = picker(live);
    await settled();
    expect(asked).toHaveLength(0);
    say(box, 'focus');
    expect(asked).toHaveLength(1);
  });

  it('never when it has them', async () => {
    const { box, asked } = picker(row({ ...live, wrapUpCodes: CODES }));
    await settled();
    say(box, 'focus');
    expect(asked).toHaveLength(0);
  });

  it('again at the next focus after a failure', async () => {
    const { box, asked } = picker(
      row({
        ...afterCall,
        actionProblem: { action: 'wrap_up_codes', type: 'server', message: 'no' }
      })
    );
    await settled();
    say(box, 'focus');
    say(box, 'focus');
    expect(asked).toHaveLength(1);
    say(box, 'blur');
    say(box, 'focus');
    expect(asked).toHaveLength(2);
    expect(box.spinnerActive).toBe(false);
  });
});

const wrapUps: [string, Partial<InteractionRow>, string | undefined, string[]][] = [
  ['none yet', { wrapUpCodes: CODES }, undefined, ['Upgrade', 'Question']],
  [
    'an id',
    { wrapUpCodes: CODES, interaction: interaction({ wrapUp: { required: true, code: 'w2' } }) },
    'w2',
    ['Upgrade', 'Question']
  ],
  [
    'a name only',
    {
      wrapUpCodes: CODES,
      interaction: interaction({ wrapUp: { required: true, name: 'Question' } })
    },
    'w2',
    ['Upgrade', 'Question']
  ],
  [
    'an id whose list is not read',
    { interaction: interaction({ wrapUp: { required: true, code: 'w2', name: 'Question' } }) },
    'w2',
    ['Question']
  ]
];

it.each(wrapUps)('shows %s', async (_name, changes, value, labels) => {
  const { box } = picker(row(changes));
  await settled();
  expect(box.value).toBe(value);
  expect((box.options as { label: string }[]).map(({ label }) => label)).toEqual(labels);
});

it('says the choice', async () => {
  const { element, box } = picker(row({ ...afterCall, wrapUpCodes: CODES }));
  const said = ran(element, 'wrap_up');
  await settled();
  say(box, 'change', { value: 'w1' });
  expect(said).toEqual([{ key: afterCall.key, codeId: 'w1' }]);
});
