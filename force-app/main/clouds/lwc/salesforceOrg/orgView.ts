import type { SoftphoneSettings } from 'c/softphoneConfiguration';
import type { Mapping, TaskShape } from 'c/taskDraft';
import type { OwnUser } from './ownUser';
import type { SearchProblem } from './recordSearch';

/** What the session needs of Salesforce, as far as it is known. */
export interface OrgView {
  /** Absent until object info is there. */
  shape?: TaskShape;
  /** Absent until read, and when there is no settings record. */
  settings?: SoftphoneSettings;
  /** Who works here. Absent until the org has answered; empty when it did not tell. */
  ownUser?: OwnUser;
  mappings: Mapping[];
  /** The configuration query has answered, with or without a settings record. */
  isRead: boolean;
  problems: OrgProblem[];
}

/** Each stands in the view once; for support, nothing of a person is in it. */
export interface OrgProblem {
  type:
    | 'configuration_unreadable'
    | 'task_unreadable'
    | 'mappings_unreadable'
    | 'field_hidden'
    /** A setting is not taken as it stands. */
    | 'setting_corrected'
    | 'org_unanswered'
    | SearchProblem['type'];
  /** What is concerned, and the org's own words where it gave any. */
  detail: string;
}
