import { type SoftphoneView, partyOf, stageOf } from 'c/softphoneView';
import { format } from 'c/softphoneWords';
import needsYouLabel from '@salesforce/label/c.Softphone_Needs_You';
import ringing from '@salesforce/label/c.Softphone_Ringing';
import title from '@salesforce/label/c.Softphone_Title';
import unknownParty from '@salesforce/label/c.Softphone_Unknown_Party';

/** The bar is shared with other utilities; an email's subject would fill it. */
const LONGEST_PARTY = 30;

/**
 * What the utility bar says, also while the panel is closed: who rings, else how many Tasks need
 * the agent. Undefined: nothing to look at.
 */
export function utilityNews({
  rows,
  needsYou
}: Pick<SoftphoneView, 'rows' | 'needsYou'>): string | undefined {
  const alert = rows.find(({ interaction }) => stageOf(interaction) === 'alerting');
  if (alert) {
    const party = partyOf(alert.interaction) ?? unknownParty;
    const shown = party.length > LONGEST_PARTY ? `${party.slice(0, LONGEST_PARTY).trim()}…` : party;
    return format(ringing, shown, '').trim();
  }
  return needsYou > 0 ? format(needsYouLabel, needsYou) : undefined;
}

export function utilityLabel(news: string | undefined): string {
  return news ? `${title} · ${news}` : title;
}
