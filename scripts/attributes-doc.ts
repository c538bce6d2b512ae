// `npx tsx scripts/attributes-doc.ts` writes docs/attributes.md from the catalogue; a test fails when the two differ.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attributesPage } from './attributes-doc/page';

writeFileSync(join(process.cwd(), 'docs', 'attributes.md'), attributesPage());
