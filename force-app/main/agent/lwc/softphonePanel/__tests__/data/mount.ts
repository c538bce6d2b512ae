import { registerSa11yMatcher } from '@sa11y/jest';
import { createElement, type LightningElement } from 'lwc';
import type { Intent, Run } from 'c/softphoneView';

type Props = Record<string, unknown>;

/** A component in the document, with its public properties set. */
export function mount<Element extends HTMLElement = HTMLElement & Props>(
  tag: string,
  component: typeof LightningElement,
  props: Props = {}
): Element {
  const element = createElement(tag, { is: component });
  // As in the panel, which hands `run` to every part.
  if ('run' in element) Object.assign(element, { run: () => undefined });
  Object.assign(element, props);
  document.body.appendChild(element);
  return element as unknown as Element;
}

export function unmountAll(): void {
  document.body.replaceChildren();
}

/** The details of all events of a type, filled as they come. */
export function recorded(element: HTMLElement, type: string): unknown[] {
  const details: unknown[] = [];
  element.addEventListener(type, (event) => details.push((event as CustomEvent).detail));
  return details;
}

/** Intents of a type that a part, or the panel, asks to carry out, filled as they come; without the type. */
export function ran(element: HTMLElement, type: Intent['type']): object[] {
  const intents: object[] = [];
  const name = 'carryOut' in element ? 'carryOut' : 'run';
  const before = (element as unknown as Props)[name] as Run | undefined;
  const run: Run = (intent) => {
    before?.(intent);
    const { type: said, ...rest } = intent;
    if (said === type) intents.push(rest);
  };
  Object.assign(element, { [name]: run });
  return intents;
}

/** First match, also inside child components; fails the test when there is none. */
export function find<Found extends HTMLElement = HTMLElement & Props>(
  within: HTMLElement,
  selector: string
): Found {
  const found = findAll<Found>(within, selector)[0];
  if (!found) throw new Error(`No ${selector} in ${within.tagName}`);
  return found;
}

export function findAll<Found extends HTMLElement = HTMLElement & Props>(
  within: HTMLElement,
  selector: string
): Found[] {
  const root = within.shadowRoot!;
  const inside = [...root.querySelectorAll<HTMLElement>('*')].filter((child) => child.shadowRoot);
  return [
    ...root.querySelectorAll<Found>(selector),
    ...inside.flatMap((child) => findAll<Found>(child, selector))
  ];
}

/** All visible words, child components included. */
export function words(element: HTMLElement): string {
  const own = [...element.shadowRoot!.childNodes].map((node) => node.textContent ?? '');
  const inside = [...element.shadowRoot!.querySelectorAll<HTMLElement>('*')]
    .filter((child) => child.shadowRoot)
    .map(words);
  return [...own, ...inside].join(' ').replace(/\s+/g, ' ').trim();
}

/** As a base component says it. */
export function say(element: HTMLElement, type: string, detail: object = {}): void {
  element.dispatchEvent(new CustomEvent(type, { detail }));
}

/** Renderings are micro-tasks; one round for each level of components that may follow. */
export async function settled(): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    await Promise.resolve();
  }
}

registerSa11yMatcher();

/** For accessibility checks: they read every property of every element, and the engine warns at each. */
export async function quietly(check: () => Promise<unknown>): Promise<void> {
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  await check();
  warn.mockRestore();
}
