/** @jest-environment node */
import { packagesIn, sbomOf } from '../sbom';

it('each package of a bundle once, with its version', () => {
  const packages = packagesIn(process.cwd(), [
    'genesysCloudSdk.js',
    'node_modules/ws/index.js',
    'node_modules/ws/lib/sender.js',
    'node_modules/@fastify/cors/index.js'
  ]);
  expect(packages.map(({ name }) => name)).toEqual(['@fastify/cors', 'ws']);
  const own = { name: 'own', version: '1.0.0' };
  expect(sbomOf(packages, own)).toMatchObject({
    bomFormat: 'CycloneDX',
    components: [
      {
        name: '@fastify/cors',
        purl: expect.stringMatching(/^pkg:npm\/%40fastify\/cors@\d/) as string
      },
      { name: 'ws', version: packages[1]!.version }
    ]
  });
});
