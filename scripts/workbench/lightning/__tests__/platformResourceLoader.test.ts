import type { LightningElement } from 'lwc';
import type * as loader from '../platformResourceLoader';

const component = {} as LightningElement;

describe('lightning/platformResourceLoader', () => {
  let api: typeof loader;

  beforeEach(async () => {
    jest.resetModules();
    document.head.replaceChildren();
    api = await import('../platformResourceLoader');
  });

  const kinds: [keyof typeof loader, string, string][] = [
    ['loadScript', '/resource/sdk', '<script src="/resource/sdk"></script>'],
    ['loadStyle', '/resource/look', '<link rel="stylesheet" href="/resource/look">']
  ];

  it.each(kinds)('%s puts one element into the page however many ask', async (load, url, html) => {
    const asked = [api[load](component, url), api[load](component, url)];
    expect(document.head.innerHTML).toBe(html);
    document.head.firstElementChild?.dispatchEvent(new Event('load'));
    await expect(Promise.all(asked)).resolves.toEqual([undefined, undefined]);
    await expect(api[load](component, url)).resolves.toBeUndefined();
    expect(document.head.childElementCount).toBe(1);
  });

  it.each(kinds)('%s may be tried again after a failure', async (load, url) => {
    const asked = api[load](component, url);
    document.head.firstElementChild?.dispatchEvent(new Event('error'));
    await expect(asked).rejects.toThrow(`The resource ${url} could not be loaded.`);
    expect(document.head.childElementCount).toBe(0);
    const again = api[load](component, url);
    document.head.firstElementChild?.dispatchEvent(new Event('load'));
    await expect(again).resolves.toBeUndefined();
  });
});
