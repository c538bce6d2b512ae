/** The people of the local org. `username` is what `Authorization: Bearer …` carries. */
export interface SeedUser {
  username: string;
  firstName: string;
  lastName: string;
  title: string;
  permissionSets: string[];
}

export const users: SeedUser[] = [
  {
    username: 'agent',
    firstName: 'Ana',
    lastName: 'Ruiz',
    title: 'Service Agent',
    permissionSets: ['Softphone_Agent', 'Contact_Center_Agent']
  },
  {
    username: 'agent2',
    firstName: 'Ben',
    lastName: 'Okafor',
    title: 'Service Agent',
    permissionSets: ['Softphone_Agent', 'Contact_Center_Agent']
  },
  {
    username: 'admin',
    firstName: 'Ada',
    lastName: 'Lind',
    title: 'Administrator',
    permissionSets: ['Softphone_Admin', 'Contact_Center_Admin']
  }
];

/** Queues that may own a Task; `members` see what their queue owns. */
export const queues: { name: string; members: string[] }[] = [
  { name: 'Callback Team', members: ['agent2'] },
  { name: 'Night Team', members: [] }
];

/** All of them live in one place, so that times in the workbench can be told in advance. */
export const userLocale = { locale: 'en-US', timeZone: 'America/Indiana/Indianapolis' };
