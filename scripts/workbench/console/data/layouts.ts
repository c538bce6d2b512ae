/** What a page of an object shows, in the order Lightning's standard layouts have it. */
export interface Layout {
  /** SLDS icon. */
  icon: string;
  /** Dotted paths as GraphQL takes them; the first one links to the record. */
  columns: readonly string[];
  orderBy: { field: string; order: 'ASC' | 'DESC' };
  highlights: readonly string[];
  sections: readonly { label: string; fields: readonly string[] }[];
  /** Custom fields have a section of their own at the end. */
  showsCustomFields?: boolean;
  /** References whose records stand beside the details. */
  related?: readonly string[];
  /** On the page, but not in its edit window. */
  readOnly?: readonly string[];
  isDeletable?: boolean;
  /** The timeline lists the tasks that point here. */
  hasActivities: boolean;
}

const SYSTEM = {
  label: 'System Information',
  fields: ['CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate']
};

export const layouts: Readonly<Record<string, Layout>> = {
  Contact: {
    icon: 'standard:contact',
    columns: ['Name', 'Account.Name', 'Title', 'Phone', 'Email'],
    orderBy: { field: 'Name', order: 'ASC' },
    highlights: ['Title', 'AccountId', 'Phone', 'Email', 'OwnerId'],
    sections: [
      {
        label: 'Contact Information',
        fields: [
          'OwnerId',
          'Phone',
          'Name',
          'MobilePhone',
          'AccountId',
          'HomePhone',
          'Title',
          'Email',
          'MailingCity',
          'LeadSource'
        ]
      },
      SYSTEM
    ],
    hasActivities: true
  },
  Account: {
    icon: 'standard:account',
    columns: ['Name', 'Industry', 'Type', 'Phone', 'BillingCity'],
    orderBy: { field: 'Name', order: 'ASC' },
    highlights: ['Type', 'Phone', 'Website', 'OwnerId', 'Industry'],
    sections: [
      {
        label: 'Account Information',
        fields: [
          'OwnerId',
          'Phone',
          'Name',
          'Website',
          'Type',
          'Industry',
          'NumberOfEmployees',
          'AnnualRevenue',
          'BillingCity',
          'BillingState'
        ]
      },
      SYSTEM
    ],
    hasActivities: true
  },
  Case: {
    icon: 'standard:case',
    columns: ['CaseNumber', 'Subject', 'Contact.Name', 'Status', 'Priority'],
    orderBy: { field: 'CaseNumber', order: 'DESC' },
    highlights: ['Priority', 'Status', 'CaseNumber', 'ContactId', 'AccountId'],
    sections: [
      {
        label: 'Case Information',
        fields: [
          'OwnerId',
          'Status',
          'CaseNumber',
          'Priority',
          'ContactId',
          'Origin',
          'AccountId',
          'Reason',
          'Subject',
          'Type'
        ]
      },
      SYSTEM
    ],
    hasActivities: true
  },
  Lead: {
    icon: 'standard:lead',
    columns: ['Name', 'Company', 'Status', 'Phone', 'Email'],
    orderBy: { field: 'Name', order: 'ASC' },
    highlights: ['Company', 'Phone', 'Email', 'Status', 'LeadSource'],
    sections: [
      {
        label: 'Lead Information',
        fields: ['OwnerId', 'Phone', 'Name', 'Email', 'Company', 'Status', 'City', 'LeadSource']
      },
      SYSTEM
    ],
    hasActivities: true
  },
  Opportunity: {
    icon: 'standard:opportunity',
    columns: ['Name', 'Account.Name', 'StageName', 'Amount', 'CloseDate'],
    orderBy: { field: 'Name', order: 'ASC' },
    highlights: ['AccountId', 'CloseDate', 'Amount', 'StageName', 'OwnerId'],
    sections: [
      {
        label: 'Opportunity Information',
        fields: [
          'OwnerId',
          'CloseDate',
          'Name',
          'StageName',
          'AccountId',
          'Probability',
          'Amount',
          'Type'
        ]
      },
      SYSTEM
    ],
    hasActivities: true
  },
  Task: {
    icon: 'standard:task',
    columns: ['Subject', 'Status', 'CallType', 'CallDurationInSeconds', 'LastModifiedDate'],
    orderBy: { field: 'LastModifiedDate', order: 'DESC' },
    highlights: ['WhoId', 'WhatId', 'Status', 'CallDisposition', 'OwnerId'],
    sections: [
      {
        label: 'Task Information',
        fields: [
          'OwnerId',
          'Status',
          'Subject',
          'Priority',
          'WhoId',
          'Type',
          'WhatId',
          'ActivityDate',
          'Description'
        ]
      },
      {
        label: 'Call Information',
        fields: [
          'CallType',
          'CallDurationInSeconds',
          'CallDisposition',
          'CallObject',
          'Interaction_Key__c'
        ]
      },
      SYSTEM
    ],
    showsCustomFields: true,
    related: ['WhoId', 'WhatId'],
    // What ties the Task to its interaction is nobody's to change.
    readOnly: ['CallObject', 'Interaction_Key__c'],
    isDeletable: true,
    hasActivities: false
  }
};
