import type { Participant } from '../conversation';
import { isWrappingUp } from '../conversation';
import { SKIPPED } from '../wrapUp';

/** The words of `afterCallWork.state`. */
export function acwStateOf(participant: Participant): 'pending' | 'complete' | 'skipped' {
  if (isWrappingUp(participant)) return 'pending';
  return participant.wrapUp?.code === SKIPPED ? 'skipped' : 'complete';
}
