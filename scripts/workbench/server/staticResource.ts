import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'force-app/main/default/staticresources';

export interface StaticResource {
  contentType: string;
  body: Buffer;
}

/** A file of `staticresources/` by the resource's name, or undefined. */
export function staticResource(root: string, name: string): StaticResource | undefined {
  const folder = join(root, FOLDER);
  try {
    const metadata = readFileSync(join(folder, `${name}.resource-meta.xml`), 'utf8');
    const file = readdirSync(folder).find(
      (candidate) => candidate.startsWith(`${name}.`) && !candidate.endsWith('-meta.xml')
    );
    if (!file) return undefined;
    const contentType = /<contentType>([^<]+)</.exec(metadata)?.[1] ?? 'application/octet-stream';
    return { contentType, body: readFileSync(join(folder, file)) };
  } catch {
    return undefined;
  }
}
