import type { GenesysCloud, InteractionRef, Named } from './cloud';
import type { LookUps } from './lookUps';
import type { GenesysProblem, Result } from './result';

export type Names = Pick<GenesysCloud, 'queueName' | 'wrapUpName'>;

export interface NameSources extends Pick<LookUps, 'ownQueues' | 'queue' | 'wrapUpCode'> {
  wrapUpCodes(interaction: InteractionRef): Promise<Result<Named[]>>;
}

/** Answers that will be the same tomorrow: not asked again. */
const FINAL: GenesysProblem['type'][] = ['forbidden', 'not_found', 'refused'];

/**
 * Names of ids, each asked once: first where no permission is needed, then where one is. A "no" is
 * remembered, trouble on the way is not.
 */
export function createNames(sources: NameSources): Names {
  const queues = new Map<string, Promise<string | undefined>>();
  const codes = new Map<string, Promise<string | undefined>>();
  let own: Promise<Result<Named[]>> | undefined;

  async function ownQueue(id: string): Promise<string | undefined> {
    own ??= sources.ownQueues();
    const read = await own;
    if (!read.ok && !FINAL.includes(read.problem.type)) own = undefined;
    return read.ok ? read.value.find((queue) => queue.id === id)?.name : undefined;
  }

  async function codeOfInteraction(
    interaction: InteractionRef,
    id: string
  ): Promise<string | undefined> {
    const read = await sources.wrapUpCodes(interaction);
    if (!read.ok) return undefined;
    for (const code of read.value) codes.set(code.id, Promise.resolve(code.name));
    return read.value.find((code) => code.id === id)?.name;
  }

  function once(
    names: Map<string, Promise<string | undefined>>,
    id: string,
    free: () => Promise<string | undefined>,
    permitted: (id: string) => Promise<Result<string | undefined>>
  ): Promise<string | undefined> {
    const asking =
      names.get(id) ??
      free().then(async (name) => {
        if (name !== undefined) return name;
        const read = await permitted(id);
        if (read.ok) return read.value;
        if (!FINAL.includes(read.problem.type)) names.delete(id);
        return undefined;
      });
    names.set(id, asking);
    return asking;
  }

  return {
    queueName: (id) => once(queues, id, () => ownQueue(id), sources.queue),
    wrapUpName: (interaction, id) =>
      once(codes, id, () => codeOfInteraction(interaction, id), sources.wrapUpCode)
  };
}
