import type { FieldValue } from '../salesforce/schema';

/** A record of the local org. A value `@name` is the id of the record with that `ref`. */
export interface SeedRecord {
  object: string;
  ref?: string;
  fields: Record<string, FieldValue>;
}

export interface SeedOptions {
  /** Base URL of the Genesys Cloud side, for example `http://127.0.0.1:4001`. */
  gateway?: string;
  /** Origin of Visualforce pages. */
  visualforce?: string;
  /** Domain of a real Genesys Cloud region, and the OAuth client to use there. */
  region?: string;
  clientId?: string;
}

type Row = Record<string, FieldValue>;
const rows = (object: string, list: Record<string, Row>): SeedRecord[] =>
  Object.entries(list).map(([ref, fields]) => ({ object, ref, fields }));

// People, companies and numbers are made up: 555-01xx numbers and example.com are reserved for that.
const accounts = rows('Account', {
  harbor: {
    Name: 'Harbor Light Insurance',
    Phone: '+1 317 555 0140',
    Industry: 'Insurance',
    Type: 'Customer',
    Website: 'https://harborlight.example.com',
    BillingCity: 'Indianapolis',
    BillingState: 'IN',
    NumberOfEmployees: 420,
    AnnualRevenue: 38500000
  },
  juniper: {
    Name: 'Juniper Row Clinics',
    Phone: '+1 317 555 0141',
    Industry: 'Healthcare',
    Type: 'Customer',
    BillingCity: 'Carmel',
    BillingState: 'IN',
    NumberOfEmployees: 1150
  },
  quarry: {
    Name: 'Quarry Stone Builders',
    Phone: '+1 317 555 0142',
    Industry: 'Construction',
    Type: 'Customer',
    BillingCity: 'Bloomington',
    BillingState: 'IN',
    NumberOfEmployees: 85
  },
  meridian: {
    Name: 'Meridian Freight',
    Phone: '+1 317 555 0143',
    Industry: 'Transportation',
    Type: 'Prospect',
    BillingCity: 'Fort Wayne',
    BillingState: 'IN',
    NumberOfEmployees: 260
  },
  pinecrest: {
    Name: 'Pinecrest School District',
    Phone: '+1 317 555 0144',
    Industry: 'Education',
    Type: 'Customer',
    BillingCity: 'Muncie',
    BillingState: 'IN'
  }
});

const contacts = rows('Contact', {
  stokes: {
    FirstName: 'Blanche',
    LastName: 'Stokes',
    AccountId: '@harbor',
    Title: 'Claims Manager',
    Phone: '+1 317 555 0101',
    MobilePhone: '+1 317 555 0151',
    Email: 'blanche.stokes@example.com',
    MailingCity: 'Indianapolis'
  },
  okeke: {
    FirstName: 'Tobias',
    LastName: 'Okeke',
    AccountId: '@harbor',
    Title: 'Broker',
    Phone: '+1 317 555 0102',
    Email: 'tobias.okeke@example.com',
    MailingCity: 'Indianapolis'
  },
  farrow: {
    FirstName: 'Ingrid',
    LastName: 'Farrow',
    AccountId: '@juniper',
    Title: 'Office Administrator',
    Phone: '+1 317 555 0103',
    Email: 'ingrid.farrow@example.com',
    MailingCity: 'Carmel'
  },
  castellan: {
    FirstName: 'Hugo',
    LastName: 'Castellan',
    AccountId: '@juniper',
    Title: 'Head of Purchasing',
    Phone: '+1 317 555 0104',
    MobilePhone: '+1 317 555 0154',
    Email: 'hugo.castellan@example.com',
    MailingCity: 'Carmel'
  },
  wren: {
    FirstName: 'Odalys',
    LastName: 'Wren',
    AccountId: '@quarry',
    Title: 'Site Lead',
    Phone: '+1 317 555 0105',
    Email: 'odalys.wren@example.com',
    MailingCity: 'Bloomington'
  },
  marchetti: {
    FirstName: 'Paolo',
    LastName: 'Marchetti',
    AccountId: '@quarry',
    Title: 'Owner',
    Phone: '+1 317 555 0106',
    Email: 'paolo.marchetti@example.com',
    MailingCity: 'Bloomington'
  },
  // Two people share a number, so that a caller can match more than one record.
  lindqvist: {
    FirstName: 'Maja',
    LastName: 'Lindqvist',
    AccountId: '@meridian',
    Title: 'Dispatcher',
    Phone: '+1 317 555 0107',
    Email: 'maja.lindqvist@example.com',
    MailingCity: 'Fort Wayne'
  },
  lindqvist2: {
    FirstName: 'Elis',
    LastName: 'Lindqvist',
    AccountId: '@meridian',
    Title: 'Fleet Manager',
    Phone: '+1 317 555 0107',
    Email: 'elis.lindqvist@example.com',
    MailingCity: 'Fort Wayne'
  },
  abara: {
    FirstName: 'Chidi',
    LastName: 'Abara',
    AccountId: '@meridian',
    Title: 'Accounts Payable',
    Phone: '+1 317 555 0108',
    Email: 'chidi.abara@example.com',
    MailingCity: 'Fort Wayne'
  },
  delgado: {
    FirstName: 'Renata',
    LastName: 'Delgado',
    AccountId: '@pinecrest',
    Title: 'Principal',
    Phone: '+1 317 555 0109',
    Email: 'renata.delgado@example.com',
    MailingCity: 'Muncie'
  },
  haverford: {
    FirstName: 'Silas',
    LastName: 'Haverford',
    AccountId: '@pinecrest',
    Title: 'Facilities',
    Phone: '+1 317 555 0110',
    Email: 'silas.haverford@example.com',
    MailingCity: 'Muncie'
  },
  yamada: {
    FirstName: 'Keiko',
    LastName: 'Yamada',
    Title: 'Policy Holder',
    Phone: '+1 317 555 0111',
    HomePhone: '+1 317 555 0161',
    Email: 'keiko.yamada@example.com',
    MailingCity: 'Indianapolis'
  },
  novak: {
    FirstName: 'Petr',
    LastName: 'Novak',
    Title: 'Policy Holder',
    Phone: '+1 317 555 0112',
    Email: 'petr.novak@example.com',
    MailingCity: 'Lafayette'
  }
});

const leads = rows('Lead', {
  brandt: {
    FirstName: 'Elke',
    LastName: 'Brandt',
    Company: 'Brandt Bakeries',
    Phone: '+1 317 555 0121',
    Email: 'elke.brandt@example.com',
    Status: 'Open - Not Contacted',
    LeadSource: 'Web',
    City: 'Columbus'
  },
  mbeki: {
    FirstName: 'Themba',
    LastName: 'Mbeki',
    Company: 'Riverside Rentals',
    Phone: '+1 317 555 0122',
    Email: 'themba.mbeki@example.com',
    Status: 'Working - Contacted',
    LeadSource: 'Phone Inquiry',
    City: 'Evansville'
  },
  calloway: {
    FirstName: 'June',
    LastName: 'Calloway',
    Company: 'Calloway Orchards',
    Phone: '+1 317 555 0123',
    Email: 'june.calloway@example.com',
    Status: 'Open - Not Contacted',
    LeadSource: 'Partner Referral',
    City: 'Nashville'
  },
  ferreira: {
    FirstName: 'Davi',
    LastName: 'Ferreira',
    Company: 'Ferreira Cycles',
    Phone: '+1 317 555 0124',
    Email: 'davi.ferreira@example.com',
    Status: 'Working - Contacted',
    LeadSource: 'Web',
    City: 'Terre Haute'
  }
});

const cases = rows('Case', {
  water: {
    Subject: 'Water damage in the north wing',
    AccountId: '@harbor',
    ContactId: '@stokes',
    Status: 'Working',
    Priority: 'High',
    Origin: 'Phone',
    Type: 'Problem',
    Reason: 'Claim'
  },
  invoice: {
    Subject: 'Invoice shows the old address',
    AccountId: '@juniper',
    ContactId: '@farrow',
    Status: 'New',
    Priority: 'Medium',
    Origin: 'Email',
    Type: 'Question'
  },
  scaffold: {
    Subject: 'Scaffold claim, photos missing',
    AccountId: '@quarry',
    ContactId: '@wren',
    Status: 'New',
    Priority: 'High',
    Origin: 'Phone',
    Type: 'Problem',
    Reason: 'Documents'
  },
  trucks: {
    Subject: 'Add two trucks to the fleet policy',
    AccountId: '@meridian',
    ContactId: '@lindqvist2',
    Status: 'Working',
    Priority: 'Medium',
    Origin: 'Web',
    Type: 'Feature Request'
  },
  password: {
    Subject: 'Cannot sign in to the portal',
    ContactId: '@yamada',
    Status: 'Closed',
    Priority: 'Low',
    Origin: 'Web',
    Type: 'Question'
  }
});

const opportunities = rows('Opportunity', {
  fleet: {
    Name: 'Meridian fleet policy',
    AccountId: '@meridian',
    StageName: 'Proposal/Price Quote',
    CloseDate: '2030-03-31',
    Amount: 84000,
    Probability: 60,
    Type: 'New Customer'
  },
  clinics: {
    Name: 'Juniper liability upgrade',
    AccountId: '@juniper',
    StageName: 'Negotiation/Review',
    CloseDate: '2030-02-28',
    Amount: 42500.5,
    Probability: 80,
    Type: 'Upgrade'
  },
  renewal: {
    Name: 'Pinecrest renewal',
    AccountId: '@pinecrest',
    StageName: 'Qualification',
    CloseDate: '2030-06-30',
    Amount: 19800,
    Probability: 40,
    Type: 'Renewal'
  }
});

/** Attribute → task field. One is hidden from agents, one is a restricted picklist. */
const mappings: [attribute: string, field: string, more?: Row][] = [
  ['Call.QueueName', 'Queue__c'],
  ['Interaction.TotalAcdTime', 'Wait__c'],
  ['Call.Ani', 'Caller_Phone__c'],
  ['Participant.policyNumber', 'Policy__c', { When_Too_Long__c: 'Leave out' }],
  ['Participant.reason', 'Reason__c'],
  ['Salesforce.ConnectedTime', 'Connected_At__c'],
  ['Call.Internal', 'Internal__c'],
  ['Interaction.Url', 'Page__c'],
  ['Interaction.Transcript', 'Transcript__c']
];

export function seedRecords(options: SeedOptions): SeedRecord[] {
  return [
    ...accounts,
    ...contacts,
    ...leads,
    ...cases,
    ...opportunities,
    ...mappings.map(([attribute, field, more]) => ({
      object: 'Attribute_Mapping__c',
      fields: { Attribute__c: attribute, Task_Field__c: field, ...more }
    })),
    {
      object: 'Softphone_Settings__c',
      ref: 'settings',
      fields: {
        Name: 'Softphone',
        Region__c: options.region ?? 'mypurecloud.com',
        Client_Id__c: options.clientId ?? 'local-softphone',
        Gateway__c: options.gateway ?? null,
        Redirect_Url__c: options.visualforce ? `${options.visualforce}/apex/GenesysSignIn` : null,
        Open_Status__c: 'In Progress',
        Closed_Status__c: 'Completed'
      }
    }
  ];
}
