import type * as bar from '../platformUtilityBarApi';
import type * as utilitiesApi from '../data/utilities';

const UTILITY = {
  component: 'softphone',
  label: 'Softphone',
  icon: 'call',
  height: 480,
  width: 340,
  eager: true
};
const ID = 'utility-1';

describe('lightning/platformUtilityBarApi', () => {
  let api: typeof bar;
  let page: typeof utilitiesApi;

  async function load(): Promise<void> {
    jest.resetModules();
    Object.assign(globalThis, { workbench: { app: { utilities: [UTILITY] } } });
    page = await import('../data/utilities');
    api = await import('../platformUtilityBarApi');
  }

  beforeEach(async () => {
    sessionStorage.clear();
    await load();
  });

  it('is as the flexipage says, and open', async () => {
    await expect(api.getAllUtilityInfo()).resolves.toEqual([
      expect.objectContaining({
        id: ID,
        utilityLabel: 'Softphone',
        utilityIcon: 'call',
        utilityVisible: true,
        panelHeight: 480,
        panelWidth: 340
      })
    ]);
  });

  const after: [string, () => Promise<unknown>, boolean][] = [
    ['minimize', () => api.minimize(ID), false],
    ['a click on its button', async () => page.clickUtility(ID), false],
    [
      'minimize and open',
      async () => {
        await api.minimize(ID);
        await api.open(ID);
      },
      true
    ]
  ];
  it.each(after)('keeps through a reload what %s made of it', async (_, act, utilityVisible) => {
    await act();
    await expect(api.getInfo(ID)).resolves.toMatchObject({ utilityVisible });
    await load();
    await expect(api.getInfo(ID)).resolves.toMatchObject({ utilityVisible });
  });

  it('takes the panel’s and the button’s words, icons and sizes apart', async () => {
    const told = jest.fn();
    page.onUtilitiesChange(told);
    await api.updateUtility(ID, { label: 'Softphone (1)', highlighted: true });
    await api.updatePanel(ID, { label: 'Genesys', icon: 'email', width: 400 });
    await expect(api.getInfo(ID)).resolves.toMatchObject({
      utilityLabel: 'Softphone (1)',
      utilityHighlighted: true,
      utilityIcon: 'call',
      panelHeaderLabel: 'Genesys',
      panelHeaderIcon: 'email',
      panelWidth: 400,
      panelHeight: 480
    });
    expect(told).toHaveBeenCalledTimes(2);
  });

  it('tells click handlers what the click made of the panel', async () => {
    const clicked = jest.fn();
    await api.onUtilityClick(ID, clicked);
    page.clickUtility(ID);
    page.clickUtility(ID);
    expect(clicked.mock.calls).toEqual([
      [{ utilityId: ID, panelVisible: false }],
      [{ utilityId: ID, panelVisible: true }]
    ]);
  });

  it('asks for the focus when it opens, unless told not to', async () => {
    const focused = jest.fn();
    document.addEventListener('workbench-utility-focus', focused);
    await api.open(ID, { autoFocus: false });
    expect(focused).not.toHaveBeenCalled();
    await api.open(ID);
    expect(focused).toHaveBeenCalledTimes(1);
  });

  it('provisions the id of the utility around a component, and nothing outside of one', () => {
    const told: unknown[] = [];
    const adapter = new api.EnclosingUtilityId((id) => told.push(id));
    adapter.connect();
    adapter.update({});
    expect(told).toEqual([]);
    adapter.update({}, { utilityId: ID });
    expect(told).toEqual([ID]);
  });

  const acts: [string, (id: string) => Promise<unknown>][] = [
    ['open', (id) => api.open(id)],
    ['minimize', (id) => api.minimize(id)],
    ['updateUtility', (id) => api.updateUtility(id, { label: 'x' })],
    ['updatePanel', (id) => api.updatePanel(id, { label: 'x' })],
    ['onUtilityClick', (id) => api.onUtilityClick(id, () => undefined)],
    ['enablePopout', (id) => api.enablePopout(id)]
  ];
  it.each(acts)('%s of a utility that is not there says true, and does nothing', async (_, act) => {
    const before = page.allUtilities();
    await expect(act('utility-9')).resolves.toBe(true);
    expect(page.allUtilities()).toEqual(before);
  });
  it.each(acts)('%s rejects what is no id', async (_, act) => {
    for (const id of [null, undefined, ''])
      await expect(act(id as never)).rejects.toThrow(
        `Expected a non-empty string value, instead received ${String(id)}`
      );
  });
  it('has no information on a utility that is not there', async () => {
    await expect(api.getInfo('utility-9')).rejects.toThrow("There is no utility 'utility-9'.");
  });
});
