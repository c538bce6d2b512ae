import { isDomain, isSafe, urlOf } from 'c/genesysAddress';
import { interactionUrl, unknownPlaceholders } from 'c/interaction';
import { SETTINGS } from 'c/softphoneConfiguration';
import type { Setting } from 'c/softphoneConfiguration';
import type { Draft } from './draft';

export const MAX_WATCH_HOURS = 168;

export type SettingProblemType =
  | 'required'
  | 'too_long'
  | 'not_a_domain'
  | 'not_the_domain'
  | 'has_blank'
  | 'not_a_url'
  | 'not_https'
  | 'has_extra'
  | 'not_in_picklist'
  | 'not_a_whole_number'
  | 'out_of_range'
  | 'unknown_placeholder'
  | 'no_conversation_id';

/** Why a setting can't be saved as it is. */
export interface SettingProblem {
  setting: Setting;
  type: SettingProblemType;
  /** As typed; absent where nothing is. */
  value?: string;
  /** `too_long`: characters there are, and the most the field holds. `out_of_range`: the most. */
  length?: number;
  limit?: number;
  /** The part that is wrong, or what it should be. */
  detail?: string;
}

/** What the org says about the fields, as far as it is known. */
export interface Limits {
  lengths: Partial<Record<Setting, number>>;
  /** Values of Task Status. */
  statuses?: readonly string[];
}

type Finding = Omit<SettingProblem, 'setting' | 'value'> | undefined;
type Check = (value: string, limits: Limits) => Finding;

const REQUIRED: readonly Setting[] = ['region', 'clientId', 'redirectUrl'];

export function isRequired(setting: Setting): boolean {
  return REQUIRED.includes(setting);
}

const CHECKS: Partial<Record<Setting, Check>> = {
  region,
  clientId: (value) => (/\s/.test(value) ? { type: 'has_blank' } : undefined),
  redirectUrl: (value) => url(value, (found) => found.hash),
  gateway: (value) => url(value, (found) => found.search + found.hash),
  openStatus: status,
  closedStatus: status,
  watchHours,
  interactionUrl: urlTemplate
};

/** One problem a setting, in the order of the form; empty: it can be saved. */
export function checkSettings(draft: Draft, limits: Limits): SettingProblem[] {
  return SETTINGS.flatMap((setting): SettingProblem[] => {
    const draftValue = draft[setting];
    if (typeof draftValue === 'boolean') return [];
    const value = draftValue.trim();
    if (value === '') return isRequired(setting) ? [{ setting, type: 'required' }] : [];
    const found = tooLong(value, limits.lengths[setting]) ?? CHECKS[setting]?.(value, limits);
    return found ? [{ setting, value, ...found }] : [];
  });
}

function tooLong({ length }: string, limit: number | undefined): Finding {
  return limit && length > limit ? { type: 'too_long', length, limit } : undefined;
}

/** `https://apps.mypurecloud.de/…` is what people have in their address bar. */
function region(value: string): Finding {
  const host = urlOf(value)?.hostname ?? value.split('/')[0] ?? '';
  const domain = host.replace(/^(apps|login|api|signin)\./, '');
  if (isDomain(value) && domain === value) return undefined;
  return isDomain(domain) ? { type: 'not_the_domain', detail: domain } : { type: 'not_a_domain' };
}

function url(value: string, extra: (url: URL) => string): Finding {
  const found = urlOf(value);
  if (!found?.host || /\s/.test(value)) return { type: 'not_a_url' };
  if (!isSafe(found)) return { type: 'not_https' };
  return extra(found) ? { type: 'has_extra', detail: extra(found) } : undefined;
}

function status(value: string, { statuses }: Limits): Finding {
  return statuses && !statuses.includes(value) ? { type: 'not_in_picklist' } : undefined;
}

function watchHours(value: string): Finding {
  const hours = Number(value);
  if (!Number.isInteger(hours)) return { type: 'not_a_whole_number', limit: MAX_WATCH_HOURS };
  const isInRange = hours >= 0 && hours <= MAX_WATCH_HOURS;
  return isInRange ? undefined : { type: 'out_of_range', limit: MAX_WATCH_HOURS };
}

/** The page opens from a link on the Task: an address, and one interaction's. */
function urlTemplate(value: string): Finding {
  const [unknown] = unknownPlaceholders(value);
  if (unknown) return { type: 'unknown_placeholder', detail: unknown };
  const filled = interactionUrl(value, { region: 'example.com', conversationId: 'id' });
  const found = url(filled ?? '', () => '');
  if (found) return found;
  return value.includes('{conversationId}') ? undefined : { type: 'no_conversation_id' };
}
