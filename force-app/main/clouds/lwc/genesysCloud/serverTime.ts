import type { Clock } from 'c/ports';
import type { Requests } from './requests';
import { done, failed } from './result';
import type { Result } from './result';

export interface ServerTime {
  /** Genesys's, ms epoch. */
  server: number;
  /** How far the browser's clock is behind it; the answer is taken to be from the middle of its way. */
  offsetMs: number;
}

export async function askServerTime(
  requests: Requests,
  clock: Pick<Clock, 'now'>
): Promise<Result<ServerTime>> {
  const asked = clock.now();
  const answer = await requests.ask('UtilitiesApi', 'getDate');
  if (!answer.ok) return answer;
  const server = Date.parse(answer.value?.currentDate ?? '');
  if (Number.isNaN(server)) {
    return failed({ type: 'unexpected', operation: 'getDate', message: 'no date' });
  }
  return done({ server, offsetMs: Math.round(server - (asked + clock.now()) / 2) });
}
