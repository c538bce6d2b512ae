import type { DataType, FieldValue, PicklistValue } from '../salesforce/schema';

/**
 * The standard objects a softphone meets, with the fields, types and lengths of the Object Reference.
 * Only what matters to activities and screen pops is listed; compound addresses are given as their parts.
 */
export interface StandardField {
  name: string;
  label: string;
  type: DataType;
  length?: number;
  precision?: number;
  scale?: number;
  required?: boolean;
  /** System-maintained or derived: never writable. */
  readOnly?: boolean;
  createOnly?: boolean;
  nameField?: boolean;
  referenceTo?: string[];
  relationship?: string;
  picklist?: (string | PicklistValue)[];
  restricted?: boolean;
  defaultValue?: FieldValue;
  autoNumber?: string;
  calculated?: boolean;
}

export interface StandardObject {
  name: string;
  label: string;
  labelPlural: string;
  keyPrefix: string;
  nameFields: string[];
  activities?: boolean;
  fields: StandardField[];
}

const text = (name: string, label: string, length: number, more: Partial<StandardField> = {}) =>
  ({ name, label, type: 'String', length, ...more }) satisfies StandardField;
const picklist = (
  name: string,
  label: string,
  values: (string | PicklistValue)[],
  more: Partial<StandardField> = {}
) =>
  ({
    name,
    label,
    type: 'Picklist',
    length: 255,
    picklist: values,
    ...more
  }) satisfies StandardField;
const lookup = (
  name: string,
  label: string,
  referenceTo: string[],
  more: Partial<StandardField> = {}
) =>
  ({
    name,
    label,
    type: 'Reference',
    length: 18,
    referenceTo,
    relationship: name.replace(/Id$/, ''),
    ...more
  }) satisfies StandardField;
const phone = (name: string, label: string) =>
  ({ name, label, type: 'Phone', length: 40 }) satisfies StandardField;
const longText = (name: string, label: string, length = 32000) =>
  ({ name, label, type: 'TextArea', length }) satisfies StandardField;
const checkbox = (name: string, label: string, more: Partial<StandardField> = {}) =>
  ({ name, label, type: 'Boolean', defaultValue: false, ...more }) satisfies StandardField;

const systemFields: StandardField[] = [
  { name: 'Id', label: 'Record ID', type: 'Id', length: 18, readOnly: true },
  { name: 'CreatedDate', label: 'Created Date', type: 'DateTime', readOnly: true },
  lookup('CreatedById', 'Created By ID', ['User'], { readOnly: true }),
  { name: 'LastModifiedDate', label: 'Last Modified Date', type: 'DateTime', readOnly: true },
  lookup('LastModifiedById', 'Last Modified By ID', ['User'], { readOnly: true }),
  { name: 'SystemModstamp', label: 'System Modstamp', type: 'DateTime', readOnly: true }
];

const person = (label: string): StandardField[] => [
  picklist('Salutation', 'Salutation', ['Mr.', 'Ms.', 'Mrs.', 'Dr.', 'Prof.', 'Mx.']),
  text('FirstName', 'First Name', 40),
  text('LastName', 'Last Name', 80, { required: true }),
  text('Name', label, 121, { readOnly: true, nameField: true })
];

const address = (prefix: string, label: string): StandardField[] => [
  { name: `${prefix}Street`, label: `${label}Street`, type: 'TextArea', length: 255 },
  text(`${prefix}City`, `${label}City`, 40),
  text(`${prefix}State`, `${label}State/Province`, 80),
  text(`${prefix}PostalCode`, `${label}Zip/Postal Code`, 20),
  text(`${prefix}Country`, `${label}Country`, 80)
];

const leadSources = ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other'];
const industries = ['Agriculture', 'Banking', 'Construction', 'Consulting', 'Education', 'Energy'];
const moreIndustries = ['Healthcare', 'Hospitality', 'Insurance', 'Shipping', 'Transportation'];

export const standardObjects: StandardObject[] = [
  {
    name: 'User',
    label: 'User',
    labelPlural: 'Users',
    keyPrefix: '005',
    nameFields: ['FirstName', 'LastName'],
    fields: [
      ...systemFields,
      text('Username', 'Username', 80, { readOnly: true }),
      text('FederationIdentifier', 'SAML Federation ID', 512, { readOnly: true }),
      text('FirstName', 'First Name', 40, { readOnly: true }),
      text('LastName', 'Last Name', 80, { readOnly: true }),
      text('Name', 'Full Name', 121, { readOnly: true, nameField: true }),
      text('Alias', 'Alias', 8, { readOnly: true }),
      text('Title', 'Title', 80, { readOnly: true }),
      { name: 'Email', label: 'Email', type: 'Email', length: 128, readOnly: true },
      checkbox('IsActive', 'Active', { readOnly: true, defaultValue: true }),
      text('TimeZoneSidKey', 'Time Zone', 40, { readOnly: true }),
      text('LocaleSidKey', 'Locale', 40, { readOnly: true })
    ]
  },
  {
    // Queues: a task, case or lead may be owned by one.
    name: 'Group',
    label: 'Group',
    labelPlural: 'Groups',
    keyPrefix: '00G',
    nameFields: ['Name'],
    fields: [
      ...systemFields,
      text('Name', 'Name', 40, { readOnly: true, nameField: true }),
      text('DeveloperName', 'Developer Name', 80, { readOnly: true })
    ]
  },
  {
    name: 'Account',
    label: 'Account',
    labelPlural: 'Accounts',
    keyPrefix: '001',
    nameFields: ['Name'],
    activities: true,
    fields: [
      ...systemFields,
      text('Name', 'Account Name', 255, { required: true, nameField: true }),
      lookup('MasterRecordId', 'Master Record ID', ['Account'], { readOnly: true }),
      lookup('OwnerId', 'Owner ID', ['User']),
      lookup('ParentId', 'Parent Account ID', ['Account']),
      text('AccountNumber', 'Account Number', 40),
      phone('Phone', 'Account Phone'),
      phone('Fax', 'Account Fax'),
      { name: 'Website', label: 'Website', type: 'Url', length: 255 },
      picklist('Industry', 'Industry', [...industries, ...moreIndustries]),
      picklist('Type', 'Account Type', ['Prospect', 'Customer', 'Partner', 'Other']),
      { name: 'AnnualRevenue', label: 'Annual Revenue', type: 'Currency', precision: 18, scale: 0 },
      { name: 'NumberOfEmployees', label: 'Employees', type: 'Int', precision: 8 },
      ...address('Billing', 'Billing '),
      longText('Description', 'Account Description')
    ]
  },
  {
    name: 'Contact',
    label: 'Contact',
    labelPlural: 'Contacts',
    keyPrefix: '003',
    nameFields: ['FirstName', 'LastName'],
    fields: [
      ...systemFields,
      ...person('Full Name'),
      lookup('MasterRecordId', 'Master Record ID', ['Contact'], { readOnly: true }),
      lookup('AccountId', 'Account ID', ['Account']),
      lookup('OwnerId', 'Owner ID', ['User']),
      lookup('ReportsToId', 'Reports To ID', ['Contact']),
      text('Title', 'Title', 128),
      text('Department', 'Department', 80),
      phone('Phone', 'Business Phone'),
      phone('MobilePhone', 'Mobile Phone'),
      phone('HomePhone', 'Home Phone'),
      { name: 'Email', label: 'Email', type: 'Email', length: 80 },
      { name: 'Birthdate', label: 'Birthdate', type: 'Date' },
      picklist('LeadSource', 'Lead Source', leadSources),
      ...address('Mailing', 'Mailing '),
      checkbox('DoNotCall', 'Do Not Call'),
      longText('Description', 'Contact Description')
    ]
  },
  {
    name: 'Lead',
    label: 'Lead',
    labelPlural: 'Leads',
    keyPrefix: '00Q',
    nameFields: ['FirstName', 'LastName'],
    fields: [
      ...systemFields,
      ...person('Full Name'),
      lookup('MasterRecordId', 'Master Record ID', ['Lead'], { readOnly: true }),
      text('Company', 'Company', 255, { required: true }),
      lookup('OwnerId', 'Owner ID', ['Group', 'User']),
      text('Title', 'Title', 128),
      phone('Phone', 'Phone'),
      phone('MobilePhone', 'Mobile Phone'),
      { name: 'Email', label: 'Email', type: 'Email', length: 80 },
      picklist(
        'Status',
        'Status',
        [
          'Open - Not Contacted',
          'Working - Contacted',
          'Closed - Converted',
          'Closed - Not Converted'
        ],
        { required: true, defaultValue: 'Open - Not Contacted' }
      ),
      picklist('LeadSource', 'Lead Source', leadSources),
      picklist('Industry', 'Industry', [...industries, ...moreIndustries]),
      picklist('Rating', 'Rating', ['Hot', 'Warm', 'Cold']),
      ...address('', ''),
      checkbox('IsConverted', 'Converted', { readOnly: true }),
      longText('Description', 'Description')
    ]
  },
  {
    name: 'Case',
    label: 'Case',
    labelPlural: 'Cases',
    keyPrefix: '500',
    nameFields: ['CaseNumber'],
    activities: true,
    fields: [
      ...systemFields,
      text('CaseNumber', 'Case Number', 30, {
        readOnly: true,
        nameField: true,
        autoNumber: '{00000000}'
      }),
      text('Subject', 'Subject', 255),
      lookup('AccountId', 'Account ID', ['Account']),
      lookup('ContactId', 'Contact ID', ['Contact']),
      lookup('OwnerId', 'Owner ID', ['Group', 'User']),
      lookup('ParentId', 'Parent Case ID', ['Case']),
      picklist(
        'Status',
        'Status',
        ['New', 'Working', 'Escalated', { value: 'Closed', label: 'Closed', closed: true }],
        { required: true, defaultValue: 'New' }
      ),
      picklist('Priority', 'Priority', ['High', 'Medium', 'Low'], { defaultValue: 'Medium' }),
      picklist('Origin', 'Case Origin', ['Phone', 'Email', 'Web']),
      picklist('Type', 'Case Type', ['Question', 'Problem', 'Feature Request']),
      picklist('Reason', 'Case Reason', ['Complaint', 'Claim', 'Documents', 'Other']),
      checkbox('IsClosed', 'Closed', { readOnly: true }),
      { name: 'ClosedDate', label: 'Closed Date', type: 'DateTime', readOnly: true },
      longText('Description', 'Description')
    ]
  },
  {
    name: 'Opportunity',
    label: 'Opportunity',
    labelPlural: 'Opportunities',
    keyPrefix: '006',
    nameFields: ['Name'],
    activities: true,
    fields: [
      ...systemFields,
      text('Name', 'Name', 120, { required: true, nameField: true }),
      lookup('AccountId', 'Account ID', ['Account']),
      lookup('OwnerId', 'Owner ID', ['User']),
      picklist(
        'StageName',
        'Stage',
        [
          'Prospecting',
          'Qualification',
          'Proposal/Price Quote',
          'Negotiation/Review',
          { value: 'Closed Won', label: 'Closed Won', closed: true },
          { value: 'Closed Lost', label: 'Closed Lost', closed: true }
        ],
        { required: true }
      ),
      { name: 'CloseDate', label: 'Close Date', type: 'Date', required: true },
      { name: 'Amount', label: 'Amount', type: 'Currency', precision: 18, scale: 2 },
      { name: 'Probability', label: 'Probability (%)', type: 'Percent', precision: 3, scale: 0 },
      picklist('Type', 'Opportunity Type', ['New Customer', 'Upgrade', 'Renewal']),
      picklist('LeadSource', 'Lead Source', leadSources),
      checkbox('IsClosed', 'Closed', { readOnly: true }),
      text('NextStep', 'Next Step', 255),
      longText('Description', 'Description')
    ]
  },
  {
    name: 'Task',
    label: 'Task',
    labelPlural: 'Tasks',
    keyPrefix: '00T',
    nameFields: ['Subject'],
    fields: [
      ...systemFields,
      lookup('WhoId', 'Name ID', ['Contact', 'Lead']),
      lookup('WhatId', 'Related To ID', ['Account', 'Case', 'Opportunity']),
      {
        name: 'Subject',
        label: 'Subject',
        type: 'ComboBox',
        length: 255,
        nameField: true,
        picklist: ['Call', 'Email', 'Send Letter', 'Send Quote', 'Other']
      },
      { name: 'ActivityDate', label: 'Due Date Only', type: 'Date' },
      picklist(
        'Status',
        'Status',
        [
          'Not Started',
          'In Progress',
          { value: 'Completed', label: 'Completed', closed: true },
          'Waiting on someone else',
          'Deferred'
        ],
        { required: true, defaultValue: 'Not Started' }
      ),
      picklist('Priority', 'Priority', ['High', 'Normal', 'Low'], {
        required: true,
        defaultValue: 'Normal'
      }),
      checkbox('IsHighPriority', 'High Priority', { readOnly: true }),
      lookup('OwnerId', 'Assigned To ID', ['Group', 'User']),
      longText('Description', 'Description'),
      // Call, Email, Meeting and Other are standard; the customer added the rest for its contact center.
      picklist('Type', 'Type', [
        'Call',
        'Email',
        'Meeting',
        'Other',
        'Chat',
        'Message',
        'Voicemail'
      ]),
      lookup('AccountId', 'Account ID', ['Account'], { readOnly: true }),
      checkbox('IsClosed', 'Closed', { readOnly: true }),
      checkbox('IsArchived', 'Archived', { readOnly: true }),
      { name: 'CallDurationInSeconds', label: 'Call Duration', type: 'Int', precision: 8 },
      picklist('CallType', 'Call Type', ['Internal', 'Inbound', 'Outbound'], {
        length: 40,
        restricted: true
      }),
      text('CallDisposition', 'Call Result', 255),
      text('CallObject', 'Call Object Identifier', 255),
      { name: 'ReminderDateTime', label: 'Reminder Date/Time', type: 'DateTime' },
      checkbox('IsReminderSet', 'Reminder Set'),
      picklist('TaskSubtype', 'Task Subtype', ['Task', 'Email', 'ListEmail', 'Cadence', 'Call'], {
        length: 40,
        restricted: true,
        createOnly: true,
        defaultValue: 'Task'
      }),
      {
        name: 'CompletedDateTime',
        label: 'Completed Date/Time',
        type: 'DateTime',
        readOnly: true
      }
    ]
  }
];
