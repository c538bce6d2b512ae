import { page } from '../../lightning/data/page';

const SLDS = '/assets/styles/salesforce-lightning-design-system.min.css';

/** Namespaces whose components the org's stylesheet reaches. Base components bring their own styles. */
const STYLED = /^(C|CONSOLE)-/;

/*
 * On the platform the org's SLDS reaches into components, because shadow roots there are an
 * imitation. Ours are real, so every component of ours adopts the stylesheet. (The engine's own
 * ENABLE_FORCE_SHADOW_MIGRATE_MODE does that for the outermost component only.) This is a script
 * of its own because the engine takes hold of `attachShadow` when it is loaded.
 */
const sheet = new CSSStyleSheet({ baseURL: new URL(SLDS, window.location.href).href });
/** The one thing base components take from the page: its font, which form controls don't inherit. */
const font = new CSSStyleSheet();
font.replaceSync('input, textarea, select, button { font-family: inherit; }');

/** Settles when the styles are there. */
export const orgStyles: Promise<unknown> = page.syntheticShadow
  ? Promise.resolve()
  : styleShadowRoots();

function styleShadowRoots(): Promise<unknown> {
  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    root.adoptedStyleSheets.push(STYLED.test(this.tagName) ? sheet : font);
    return root;
  };
  return fetch(SLDS)
    .then((response) => response.text())
    .then((text) => sheet.replace(text));
}
