import type { PageReference } from 'lightning/navigation';
import { fakeOrg } from './fakeOrg';

const pages: [address: string, page: Omit<PageReference, 'state'>][] = [
  [
    '/lightning/r/Task/00T000000000001AAA/view',
    {
      type: 'standard__recordPage',
      attributes: { recordId: '00T000000000001AAA', objectApiName: 'Task', actionName: 'view' }
    }
  ],
  [
    '/lightning/o/Contact/list',
    {
      type: 'standard__objectPage',
      attributes: { objectApiName: 'Contact', actionName: 'list' }
    }
  ],
  [
    '/lightning/n/Softphone_Setup',
    { type: 'standard__navItemPage', attributes: { apiName: 'Softphone_Setup' } }
  ],
  ['/lightning/page/home', { type: 'standard__namedPage', attributes: { pageName: 'home' } }]
];

describe('addresses of the console', () => {
  beforeEach(() => {
    jest.resetModules();
    fakeOrg();
  });

  it.each(pages)('%s', async (address, page) => {
    window.history.replaceState(null, '', '/lightning/page/other?user=admin');
    const { currentPage, navigate, onPageChange, urlOf } = await import('../data/location');
    const arrivals: PageReference[] = [];
    onPageChange(() => arrivals.push(currentPage()));
    navigate({ ...page, state: { c__tab: 'log' } });
    expect(window.location.pathname).toBe(address);
    // Whose console it is stays; it is no part of the page.
    expect(window.location.search).toBe('?user=admin&c__tab=log');
    expect(arrivals).toEqual([{ ...page, state: { c__tab: 'log' } }]);
    expect(urlOf(page)).toBe(`${address}?user=admin`);
  });

  it('knows a record by its id alone', async () => {
    window.history.replaceState(null, '', '/lightning/r/00T000000000001AAA/view');
    const { currentPage } = await import('../data/location');
    expect(currentPage().attributes['recordId']).toBe('00T000000000001AAA');
  });
});
