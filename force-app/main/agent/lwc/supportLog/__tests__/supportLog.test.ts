import SupportLog from '../supportLog';
import { logText } from '../logText';
import {
  find,
  mount,
  quietly,
  recorded,
  say,
  settled,
  unmountAll,
  words
} from '../../softphonePanel/__tests__/data/mount';
import { NOON, view, views } from '../../softphonePanel/__tests__/data/views';

const clipboard = (writeText?: (text: string) => Promise<void>): void => {
  const value = writeText && { writeText };
  Object.defineProperty(navigator, 'clipboard', { value, configurable: true });
};

afterEach(() => {
  unmountAll();
  clipboard();
});

const shown = view({
  problem: { type: 'session_expired' },
  watchLog: [{ at: NOON, text: 'connection live' }]
});

it('says how things stand, then what happened', () => {
  const lines = logText(shown).split('\n');
  expect(lines).toEqual(
    expect.arrayContaining(['phase ready', 'problem session_expired', 'writer this_tab'])
  );
  expect(lines.at(-1)).toBe(`${new Date(NOON).toISOString()} connection live`);
});

it('has no name, number, address or note of any state of the panel', () => {
  for (const one of Object.values(views).filter((each) => each !== undefined)) {
    const personal = [
      one.user?.name,
      one.problem?.detail,
      ...one.rows.flatMap(({ interaction, attributes, notes, whoName, whatName }) => [
        interaction.remoteName,
        interaction.remoteAddress,
        interaction.subject,
        notes,
        whoName,
        whatName,
        ...Object.values(attributes).map(String)
      ])
    ].filter((text): text is string => text !== undefined && text.length > 3);
    const text = logText(one);
    expect(personal.filter((each) => text.includes(each))).toEqual([]);
  }
});

it.each([
  ['copied at once', async () => undefined, 'Support_Log_Copied'],
  ['refused: to be copied by hand', () => Promise.reject(new Error('no')), 'Support_Log_By_Hand'],
  ['no clipboard at all', undefined, 'Support_Log_By_Hand']
])('%s', async (_name, writeText, label) => {
  clipboard(writeText);
  const element = mount('c-support-log', SupportLog, { view: shown });
  const heard = recorded(element, 'back');
  await settled();
  expect(words(element)).toContain(`c.Softphone_${label}`);
  expect(find<HTMLTextAreaElement>(element, 'textarea').value).toBe(logText(shown));
  await quietly(() => expect(element).toBeAccessible());
  say(find(element, 'lightning-button-icon'), 'click');
  expect(heard).toEqual([{}]);
});
