import { measureBytes } from './bytes';
import type { Bytes } from './bytes';
import { measureInOwnProcess } from './inOwnProcess';
import type { Measured } from './measure/measured';
import type { Effort } from './measure/setting';
import { recordCall } from './recordCall';
import { mappings, taskOfAgent } from './taskOfAgent';

/** What `npm run bench` prints; docs/performance.md says what each figure means. */
export type Report = Measured & { bytes: Bytes };

export async function bench(root: string, effort: Effort): Promise<Report> {
  const recording = recordCall();
  const shape = await taskOfAgent(root);
  const { userId } = recording;
  const measured = await measureInOwnProcess(root, { userId, mappings, shape, recording, effort });
  // Afterwards: compiling would disturb the clock.
  return { ...measured, bytes: await measureBytes(root) };
}
