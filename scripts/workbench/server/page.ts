import type { RollupError } from 'rollup';

/** The console's HTML. Everything in it comes from this server: the page runs under a strict policy. */
export function pageHtml(): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Softphone Console | Local org</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="icon" href="/assets/images/logo-noname.svg" />
    <link rel="stylesheet" href="/assets/styles/salesforce-lightning-design-system.min.css" />
    <link rel="stylesheet" href="/workbench/page.css" />
    <script src="/workbench/session.js"></script>
    <script type="module" src="/modules/app/console/shadow.js"></script>
    <script type="module" src="/modules/app/console/orgStyles.js"></script>
    <script type="module" src="/modules/app/console/main.js"></script>
  </head>
  <body></body>
</html>
`;
}

/** A compiler's error with the file and place it is about. */
export function failureMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { id, loc, message } = error as RollupError;
  const place = [loc?.file ?? id, loc?.line, loc?.column].filter(Boolean).join(':');
  return place && !message.includes(place) ? `${place}\n${message}` : message;
}

/** Shown in place of the page when its sources do not compile: the message names file and line. */
export function failureScript(error: unknown): string {
  return `
const pre = document.createElement('pre');
pre.setAttribute('role', 'alert');
pre.style.cssText = 'margin:2rem;white-space:pre-wrap;font:14px/1.5 monospace';
pre.textContent = ${JSON.stringify(`The console does not compile.\n\n${failureMessage(error)}\n\nSave a fix and reload.`)};
document.body.replaceChildren(pre);
`;
}
