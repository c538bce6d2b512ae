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

export interface Region {
  domain: string;
  name: string;
}

/** The regions whose addresses the project's own CSP trusted sites allow; any other needs its own. */
export const REGIONS: readonly Region[] = [
  { domain: 'mypurecloud.com', name: americas },
  { domain: 'use2.us-gov-pure.cloud', name: fedRamp },
  { domain: 'usw2.pure.cloud', name: usWest },
  { domain: 'cac1.pure.cloud', name: canada },
  { domain: 'sae1.pure.cloud', name: saoPaulo },
  { domain: 'mypurecloud.ie', name: ireland },
  { domain: 'euw2.pure.cloud', name: london },
  { domain: 'mypurecloud.de', name: frankfurt },
  { domain: 'euc2.pure.cloud', name: zurich },
  { domain: 'mec1.pure.cloud', name: uae },
  { domain: 'aps1.pure.cloud', name: mumbai },
  { domain: 'apne2.pure.cloud', name: seoul },
  { domain: 'mypurecloud.jp', name: tokyo },
  { domain: 'apne3.pure.cloud', name: osaka },
  { domain: 'mypurecloud.com.au', name: sydney }
];

export function isListed(domain: string): boolean {
  return REGIONS.some((region) => region.domain === domain);
}

/** Stands in the list for a region of which the domain is typed. */
export const OTHER = 'other';

export function regionOptions(): { value: string; label: string }[] {
  const listed = REGIONS.map(({ domain, name }) => ({
    value: domain,
    label: `${name} · ${domain}`
  }));
  return [...listed, { value: OTHER, label: other }];
}
