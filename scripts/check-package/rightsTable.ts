/**
 * Who may do what. `npm run check:package` compares the permission sets and the organization-wide defaults with this
 * table; docs/security.md explains it. A right is added here first, with its reason.
 */
export interface ObjectRights {
  /** On the object's records that the user sees by sharing; `view all` and `modify all` go beyond it. */
  may: readonly ('read' | 'create' | 'edit' | 'delete' | 'view all' | 'modify all')[];
  /** The most that is granted on fields. */
  fields: 'read' | 'edit';
  why: string;
}

interface SetRights {
  objects: Readonly<Record<string, ObjectRights>>;
  /** Pages, apps and tabs as `tag name`. No set holds system permissions. */
  others: readonly string[];
}

const APP = 'applicationVisibilities Softphone_Console';
const SIGN_IN_PAGE = 'pageAccesses GenesysSignIn';
/** Where a sign-in comes back when its window has lost its opener: shows and changes no record. */
const SIGN_IN_TAB = 'tabSettings Softphone_Sign_In';

/** Rights on Task itself are the org's own: only our key on it is granted. */
const TASK: ObjectRights = { may: [], fields: 'edit', why: 'The key that makes a Task unique.' };

const OWN_TRANSCRIPTS: ObjectRights = {
  may: ['read', 'create', 'edit'],
  fields: 'edit',
  why: 'The softphone writes the transcript as its agent and continues it; what was said is not deleted.'
};

const CONFIGURE: ObjectRights = {
  may: ['read', 'create', 'edit', 'delete', 'view all', 'modify all'],
  fields: 'edit',
  why: 'One configuration for all, whichever administrator made it.'
};

const USE: ObjectRights = {
  may: ['read'],
  fields: 'read',
  why: 'Without its configuration the softphone does not start; who could change it could redirect the sign-in.'
};

export const rightsOfSets: Readonly<Record<string, SetRights>> = {
  Softphone_Agent: {
    objects: {
      Attribute_Mapping__c: USE,
      Softphone_Settings__c: USE,
      Interaction_Transcript__c: OWN_TRANSCRIPTS,
      Task: TASK
    },
    others: [APP, SIGN_IN_PAGE, SIGN_IN_TAB]
  },
  Softphone_Admin: {
    objects: {
      Attribute_Mapping__c: CONFIGURE,
      Softphone_Settings__c: CONFIGURE,
      // Who sets a softphone up need not read what customers wrote.
      Interaction_Transcript__c: OWN_TRANSCRIPTS,
      Task: TASK
    },
    others: [APP, SIGN_IN_PAGE, 'tabSettings Softphone_Setup']
  },
  Softphone_Supervisor: {
    objects: {
      Interaction_Transcript__c: {
        may: ['read', 'view all'],
        fields: 'read',
        why: 'Reads what all agents wrote; evidence that its reader can change is none.'
      }
    },
    others: []
  }
};

/** What everybody with read or edit on the object may do with records of others. */
export const rightsOfObjects: Readonly<
  Record<string, { sharing: 'Read' | 'Private'; history?: true; why: string }>
> = {
  Attribute_Mapping__c: {
    sharing: 'Read',
    why: 'All agents use them, administrators change them.'
  },
  Softphone_Settings__c: {
    sharing: 'Read',
    why: 'All agents use them, administrators change them.'
  },
  Interaction_Transcript__c: {
    sharing: 'Private',
    history: true,
    why: 'What a customer wrote; its owner may edit it, so each change is told.'
  }
};
