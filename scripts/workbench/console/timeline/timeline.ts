import { LightningElement, api } from 'lwc';
import { onChange } from '../data/changes';
import { recordUrl } from '../data/fieldView';
import { objectInfo } from '../data/objectInfo';
import { queryRows } from '../data/query';
import type { Row } from '../data/query';
import { errorWords } from '../data/words';

interface Activity {
  id: string;
  subject: string;
  href: string | undefined;
  meta: string;
  comments: string;
  icon: string;
}

const SHOWN = [
  'Subject',
  'Status',
  'CallType',
  'CallDisposition',
  'LastModifiedDate',
  'Description'
];

/** The tasks that point to a record, newest first. */
export default class Timeline extends LightningElement {
  activities: Activity[] = [];
  problem = '';
  isLoaded = false;
  #id = '';
  #stop: (() => void) | undefined;

  @api
  get recordId(): string {
    return this.#id;
  }
  set recordId(id: string) {
    this.#id = id;
    if (this.isConnected) void this.read();
  }

  override connectedCallback(): void {
    void this.read();
    this.#stop = onChange(({ object }) => {
      if (object === 'Task') void this.read();
    });
  }

  override disconnectedCallback(): void {
    this.#stop?.();
  }

  get isEmpty(): boolean {
    return this.isLoaded && !this.problem && this.activities.length === 0;
  }

  async read(): Promise<void> {
    const id = this.#id;
    try {
      const info = await objectInfo('Task');
      const rows = await queryRows({
        object: 'Task',
        fields: SHOWN.filter((name) => info.fields[name]),
        where: `{ or: [{ WhoId: { eq: "${id}" } }, { WhatId: { eq: "${id}" } }] }`,
        orderBy: { field: 'LastModifiedDate', order: 'DESC' },
        first: 50
      });
      if (id !== this.#id) return;
      this.activities = rows.map(activity);
      this.problem = '';
    } catch (error) {
      this.problem = errorWords(error);
    }
    this.isLoaded = true;
  }
}

function activity(row: Row): Activity {
  const { Id: id = '', Subject = '', Status, CallType, CallDisposition, LastModifiedDate } = row;
  return {
    id,
    subject: Subject || '(no subject)',
    href: recordUrl(id),
    meta: [CallType, Status, CallDisposition, LastModifiedDate].filter(Boolean).join(' · '),
    comments: row['Description'] ?? '',
    icon: CallType ? 'standard:log_a_call' : 'standard:task'
  };
}
