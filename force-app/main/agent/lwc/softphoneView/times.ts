import { stageOf } from 'c/interaction';
import type { Interaction } from 'c/interaction';

interface Times {
  /** ISO UTC: the timer counts up from here. */
  since?: string;
  /** ISO UTC: the timer stops here; absent while it runs. */
  until?: string;
  /** Ms since the epoch: after-call work ends by itself at this moment. */
  deadline?: number;
}

/** What the timer of a row counts in its stage: ringing, talking, wrapping up, or how long it was. */
export function timesOf(interaction: Interaction): Times {
  const { startTime, alertedTime, connectedTime, disconnectedTime, wrapUp } = interaction;
  switch (stageOf(interaction)) {
    case 'alerting':
      return { since: alertedTime ?? startTime };
    case 'dialing':
    case 'live':
      return { since: connectedTime ?? startTime };
    case 'afterCallWork': {
      const since = wrapUp.startAcwTime ?? disconnectedTime;
      const deadline = since && wrapUp.timeoutMs ? Date.parse(since) + wrapUp.timeoutMs : undefined;
      return { since, deadline };
    }
    default:
      return { since: connectedTime, until: disconnectedTime };
  }
}
