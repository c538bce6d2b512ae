import type { Mapping, TaskShape } from 'c/taskDraft';

/** What drafts need of the org's configuration; an `OrgView` of c/salesforceOrg fits. */
export interface OrgFacts {
  /** Absent until the user's object info is there: nothing is written before. */
  shape?: TaskShape;
  mappings: readonly Mapping[];
  settings?: {
    /** Domain of the Genesys Cloud region. */
    region?: string;
    /** Template of Interaction.Url. */
    interactionUrl?: string;
    workItemAttribute?: string;
    openStatus?: string;
    closedStatus?: string;
    /** How long after its end an interaction is followed. */
    watchHours: number;
  };
}
