import { users } from './roster';

/** Plain pages in the browser's own look, so that nobody takes them for the vendor's. */

const escape = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const page = (title: string, body: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 24rem; margin: 3rem auto; padding: 0 1rem; color: #222; background: #fff; }
  button { display: block; width: 100%; margin: 0.5rem 0; padding: 0.75rem 1rem; font: inherit; text-align: left; color: inherit; background: #f3f3f3; border: 1px solid #767676; border-radius: 4px; cursor: pointer; }
  button:hover { background: #e5e5e5; }
  h1 { font-size: 1.5rem; line-height: 1.25; }
  small { display: block; color: #555; }
</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
${body}
</main>
</body>
</html>
`;

/** `action` is where the choice goes; `request` names the authorization request it answers. */
export function signInPage(action: string, request: string): string {
  const choices = users.map(
    (user) =>
      `<button name="user" value="${user.key}">${escape(user.name)}<small>${escape(user.title)}, ${escape(user.email)}</small></button>`
  );
  return page(
    'Sign in to the simulated contact center',
    `<p>Nothing here is real: choose who you want to be.</p>
<form method="get" action="${escape(action)}">
<input type="hidden" name="request" value="${escape(request)}">
${choices.join('\n')}
<button name="user" value="">Cancel</button>
</form>`
  );
}

export const messagePage = (title: string, text: string) => page(title, `<p>${escape(text)}</p>`);
