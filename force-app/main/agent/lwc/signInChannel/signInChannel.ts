import { browserSecret } from 'c/browserSecret';
import type { SecretPorts } from 'c/browserSecret';
import type { TabChannel } from 'c/ports';
import { openChannel, randomBytes, tabStorage } from 'c/tabPorts';

/**
 * Hands the answer of the sign-in from the Lightning page Softphone_Sign_In to the softphones of this
 * browser, where the window has lost its opener. A name nobody can guess keeps other scripts of the
 * page out; what counts is `state`, which only the softphone that began the sign-in knows.
 */

export interface SignInChannelPorts extends SecretPorts {
  /** Undefined where the browser refuses. */
  open(name: string): TabChannel | undefined;
}

const TAKEN = 'genesys-sign-in-taken';

/**
 * Hears answers until the returned function is called.
 * @param take says whether it was the answer to its own sign-in
 */
export function hearAnswers(
  ports: SignInChannelPorts,
  take: (answer: unknown) => boolean
): () => void {
  const channel = open(ports);
  if (!channel) return () => undefined;
  channel.onmessage = ({ data }) => {
    if (take(data)) channel.postMessage({ type: TAKEN, state: stateOf(data) });
  };
  return () => channel.close();
}

/**
 * Tells the answer, once.
 * @param onTaken a softphone was waiting for it
 */
export function tellAnswer(
  ports: SignInChannelPorts,
  answer: { state: string },
  onTaken: () => void
): () => void {
  const channel = open(ports);
  if (!channel) return () => undefined;
  channel.onmessage = ({ data }) => {
    if (isTaken(data) && stateOf(data) === answer.state) onTaken();
  };
  channel.postMessage(answer);
  return () => channel.close();
}

function open(ports: SignInChannelPorts): TabChannel | undefined {
  const secret = browserSecret('signIn', ports);
  return secret ? ports.open(`softphone:sign-in:${secret}`) : undefined;
}

const isTaken = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && (data as { type?: unknown }).type === TAKEN;

const stateOf = (data: unknown): unknown => (data as { state?: unknown }).state;

/** The browser's own. */
export function browserPorts(): SignInChannelPorts {
  return { storage: tabStorage(), randomBytes, open: openChannel };
}
