import type { SoftphoneView } from 'c/softphoneView';

/**
 * What support needs to see, one line each, oldest first: states, ids and codes with their times
 * (UTC), never names, numbers, notes or attributes.
 */
export function logText(view: SoftphoneView): string {
  const { phase, problem, connection, writer, routingStatus, rows } = view;
  const { needsYou, saving, waiting } = view;
  const state = [
    `phase ${phase}`,
    ...(problem ? [`problem ${problem.type}`] : []),
    `connection ${connection.state} since ${iso(connection.since)}`,
    `writer ${writer}`,
    `routing ${routingStatus ?? 'unknown'}`,
    `interactions ${rows.length}: needs you ${needsYou}, saving ${saving}, waiting ${waiting}`
  ];
  const lines = view.watchLog.map(({ at, text }) => `${iso(at)} ${text}`);
  return [...state, '', ...lines].join('\n');
}

const iso = (ms: number): string => new Date(ms).toISOString();
