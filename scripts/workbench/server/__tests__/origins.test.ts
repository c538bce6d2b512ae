/** @jest-environment node */
import fastify from 'fastify';
import { originsAt, separateOrigins } from '../origins';

const { lightning, visualforce, file } = originsAt(3400);

async function ask(url: string): Promise<{ status: number; location: unknown }> {
  const server = fastify();
  separateOrigins(server);
  for (const path of ['/', '/lightning/*', '/apex/*', '/resource/*', '/services/*', '/modules/*'])
    server.get(path, () => 'here');
  const { host, pathname, search } = new URL(url);
  const answer = await server.inject({ url: pathname + search, headers: { host } });
  await server.close();
  return { status: answer.statusCode, location: answer.headers['location'] };
}

it('parts of the org are origins of their own', () => {
  expect(new Set([lightning, visualforce, file, 'http://127.0.0.1:3400']).size).toBe(4);
});

const asked: { url: string; status: number; location?: string }[] = [
  { url: `${lightning}/lightning/page/home`, status: 200 },
  { url: `${lightning}/services/data`, status: 200 },
  { url: `${lightning}/modules/app/x.js`, status: 200 },
  {
    url: `${lightning}/apex/GenesysSignIn?code=1`,
    status: 302,
    location: `${visualforce}/apex/GenesysSignIn?code=1`
  },
  { url: `${visualforce}/apex/GenesysSignIn`, status: 200 },
  { url: `${visualforce}/resource/genesysCloudSdk`, status: 200 },
  { url: `${visualforce}/services/data`, status: 404 },
  { url: `${visualforce}/modules/app/x.js`, status: 404 },
  {
    url: `${visualforce}/lightning/n/Softphone_Setup`,
    status: 302,
    location: `${lightning}/lightning/n/Softphone_Setup`
  },
  { url: `${file}/services/data`, status: 404 },
  { url: `${file}/resource/genesysCloudSdk`, status: 404 },
  { url: 'http://127.0.0.1:3400/?user=admin', status: 302, location: `${lightning}/?user=admin` },
  { url: 'http://127.0.0.1:3400/services/data', status: 200 },
  {
    url: 'http://localhost:3400/lightning/page/home',
    status: 302,
    location: `${lightning}/lightning/page/home`
  }
];
it.each(asked)('$url gets $status', async ({ url, status, location }) => {
  expect(await ask(url)).toEqual({ status, location });
});
