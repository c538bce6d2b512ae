type Listener = () => void;

const SECOND = 1000;
const listeners = new Set<Listener>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Calls back once a second, shortly after the second turns. One timer serves every listener. */
export function onSecond(listener: Listener): () => void {
  if (listeners.size === 0) {
    document.addEventListener('visibilitychange', adjust);
  }
  listeners.add(listener);
  adjust();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      document.removeEventListener('visibilitychange', adjust);
    }
    adjust();
  };
}

/** Nothing ticks while nobody listens or the browser tab is hidden. */
function adjust(): void {
  const wanted = listeners.size > 0 && !document.hidden;
  if (!wanted) {
    clearTimeout(timer);
    timer = undefined;
  } else if (timer === undefined) {
    tick();
  }
}

function tick(): void {
  for (const listener of listeners) {
    listener();
  }
  // The last listener may just have left.
  timer = listeners.size > 0 ? nextSecond() : undefined;
}

/** Aimed at the full second, so that several panels turn together and no second is skipped. */
function nextSecond(): ReturnType<typeof setTimeout> {
  // eslint-disable-next-line @lwc/lwc/no-async-operation -- the one clock of the panel, cleared in adjust()
  return setTimeout(tick, SECOND - (Date.now() % SECOND));
}
