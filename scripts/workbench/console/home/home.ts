import { LightningElement } from 'lwc';
import { page } from '../../lightning/data/page';

/** Where a user starts: their own Tasks, newest first. */
export default class Home extends LightningElement {
  mine = `{ OwnerId: { eq: "${page.userId}" } }`;

  get greeting(): string {
    return `${page.userName.split(' ')[0]}, here are your tasks`;
  }
}
