/** A write that happened in the org, by whomever. */
export interface Change {
  kind: 'created' | 'updated' | 'deleted';
  object: string;
  id: string;
  /** API names of the fields that have another value now. */
  fields: string[];
}

type Listener = (change: Change) => void;

const listeners = new Set<Listener>();
let stream: EventSource | undefined;

/**
 * The org's change feed. Only pages of the console follow it: they show what a user would see
 * after a refresh. Components of the project never do: the platform has no such feed.
 */
export function onChange(listener: Listener): () => void {
  listeners.add(listener);
  stream ??= open();
  return () => listeners.delete(listener);
}

function open(): EventSource {
  const source = new EventSource('/workbench/changes');
  source.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const change = JSON.parse(data) as Change;
    for (const listener of [...listeners]) listener(change);
  });
  return source;
}
