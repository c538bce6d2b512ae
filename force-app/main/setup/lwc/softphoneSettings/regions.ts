import { REGIONS } from 'c/genesysAddress';
import type { RegionDomain } from 'c/genesysAddress';
import americas from '@salesforce/label/c.Settings_Region_US_East';
import canada from '@salesforce/label/c.Settings_Region_Canada';
import fedRamp from '@salesforce/label/c.Settings_Region_US_East_2';
import frankfurt from '@salesforce/label/c.Settings_Region_Frankfurt';
import ireland from '@salesforce/label/c.Settings_Region_Ireland';
import london from '@salesforce/label/c.Settings_Region_London';
import mumbai from '@salesforce/label/c.Settings_Region_Mumbai';
import osaka from '@salesforce/label/c.Settings_Region_Osaka';
import other from '@salesforce/label/c.Settings_Region_Other';
import saoPaulo from '@salesforce/label/c.Settings_Region_Sao_Paulo';
import seoul from '@salesforce/label/c.Settings_Region_Seoul';
import sydney from '@salesforce/label/c.Settings_Region_Sydney';
import tokyo from '@salesforce/label/c.Settings_Region_Tokyo';
import uae from '@salesforce/label/c.Settings_Region_UAE';
import usWest from '@salesforce/label/c.Settings_Region_US_West';
import zurich from '@salesforce/label/c.Settings_Region_Zurich';

/** What people call them. */
const NAMES: Record<RegionDomain, string> = {
  'mypurecloud.com': americas,
  'use2.us-gov-pure.cloud': fedRamp,
  'usw2.pure.cloud': usWest,
  'cac1.pure.cloud': canada,
  'sae1.pure.cloud': saoPaulo,
  'mypurecloud.ie': ireland,
  'euw2.pure.cloud': london,
  'mypurecloud.de': frankfurt,
  'euc2.pure.cloud': zurich,
  'mec1.pure.cloud': uae,
  'aps1.pure.cloud': mumbai,
  'apne2.pure.cloud': seoul,
  'mypurecloud.jp': tokyo,
  'apne3.pure.cloud': osaka,
  'mypurecloud.com.au': sydney
};

/** Stands in the list for a region of which the domain is typed. */
export const OTHER = 'other';

export function regionOptions(): { value: string; label: string }[] {
  const listed = REGIONS.map(({ domain }) => ({
    value: domain as string,
    label: `${NAMES[domain]} · ${domain}`
  }));
  return [...listed, { value: OTHER, label: other }];
}
