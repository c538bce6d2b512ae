import type { LightningElement } from 'lwc';

const loads = new Map<string, Promise<void>>();

export function loadScript(_component: LightningElement, url: string): Promise<void> {
  return once(url, () => {
    const script = document.createElement('script');
    script.src = url;
    return script;
  });
}

export function loadStyle(_component: LightningElement, url: string): Promise<void> {
  return once(url, () => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = url;
    return link;
  });
}

/** A file is loaded once however many components ask; a failed load may be tried again. */
function once(url: string, make: () => HTMLElement): Promise<void> {
  const known = loads.get(url);
  if (known) return known;
  const load = new Promise<void>((resolve, reject) => {
    const element = make();
    element.addEventListener('load', () => resolve());
    element.addEventListener('error', () => {
      loads.delete(url);
      element.remove();
      reject(new Error(`The resource ${url} could not be loaded.`));
    });
    document.head.append(element);
  });
  loads.set(url, load);
  return load;
}
