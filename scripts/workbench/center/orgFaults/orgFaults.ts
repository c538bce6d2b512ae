import { LightningElement } from 'lwc';
import { controlOrg, readOrg } from '../data/orgControls';
import type { OrgState } from '../data/orgControls';
import { valuesOf } from '../data/form';

const SHARINGS = [
  { value: 'public', label: 'all' },
  { value: 'controlled_by_parent', label: 'through their record' },
  { value: 'private', label: 'not' }
];

/** Bad luck on the Salesforce side: rules, permissions, owners, deleted and merged records, triggers. */
export default class OrgFaults extends LightningElement {
  state: OrgState | undefined;
  words = '';

  get rules(): { name: string; words: string }[] {
    return (this.state?.validationRules ?? []).map(({ name, active }) => ({
      name,
      words: `${active ? '● ' : '○ '}${name.replace('Task.', '').replaceAll('_', ' ')}`
    }));
  }

  get users(): OrgState['users'] {
    return this.state?.users ?? [];
  }

  get owners(): { value: string; label: string }[] {
    return [
      ...this.users.map(({ username, name }) => ({ value: username, label: name })),
      ...(this.state?.queues ?? []).map((name) => ({ value: name, label: name }))
    ];
  }

  get sharings(): { value: string; label: string; selected: boolean }[] {
    const now = this.state?.sharing['Task'];
    return SHARINGS.map((one) => ({ ...one, selected: one.value === now }));
  }

  get duplicateWords(): string {
    return this.tellsDuplicates ? 'Duplicates name no record' : 'Duplicates name their record';
  }

  get tellsDuplicates(): boolean {
    return this.state?.settings['duplicateId'] !== 'unknown';
  }

  handleToggle(event: Event): void {
    if ((event.currentTarget as HTMLDetailsElement).open) void this.look();
  }

  handleRule(event: SubmitEvent): void {
    const { name } = submitted(event);
    const active = pressed(event) === 'on';
    void this.control('validation-rules', { name, active }, `${name} ${active ? 'on' : 'off'}`);
  }

  handleAccess(event: SubmitEvent): void {
    const { user, what = '' } = submitted(event);
    const isHidden = pressed(event) === 'hide';
    const said = `${what} ${isHidden ? 'hidden' : 'shown'}`;
    if (!what.includes('.'))
      void this.control('object-access', { user, object: what, read: !isHidden }, said);
    else
      void this.control(
        'field-access',
        { user, field: what, ...(isHidden ? { read: false } : {}) },
        said
      );
  }

  handleOwner(event: SubmitEvent): void {
    const { owner } = submitted(event);
    if (pressed(event) === 'flow')
      void this.control('new-task-owner', { owner }, `Every new Task goes to ${owner}`);
    else void this.control('owner', { owner }, `The newest Task went to ${owner}`);
  }

  handleSharing(event: Event): void {
    const sharing = (event.currentTarget as HTMLSelectElement).value;
    void this.control('sharing', { object: 'Task', sharing }, `Tasks: ${sharing}`);
  }

  handleRecord(event: SubmitEvent): void {
    const { record, winner } = submitted(event);
    if (pressed(event) === 'delete') void this.control('delete', { record }, `${record} deleted`);
    else void this.control('merge', { winner, loser: record }, `${record} merged into ${winner}`);
  }

  handleTrigger(event: SubmitEvent): void {
    const { code, times = '1' } = submitted(event);
    void this.control('triggers', { code, times: Number(times) }, `A trigger says ${code}`);
  }

  handleDuplicates(): void {
    const duplicateId = this.tellsDuplicates ? 'unknown' : 'told';
    void this.control('settings', { duplicateId }, `Duplicates: ${duplicateId}`);
  }

  async handleEnd(): Promise<void> {
    await this.control('new-task-owner', { owner: null }, '');
    await this.control('triggers', undefined, 'No more triggers and flows');
  }

  /** @param said what is shown when it is done; a refusal's own words otherwise */
  async control(route: string, body: object | undefined, said: string): Promise<void> {
    try {
      await controlOrg(route, body);
      this.words = said;
      await this.look();
    } catch (error) {
      this.words = (error as Error).message;
    }
  }

  async look(): Promise<void> {
    try {
      this.state = await readOrg();
    } catch (error) {
      this.words = (error as Error).message;
    }
  }
}

function submitted(event: SubmitEvent): Record<string, string> {
  event.preventDefault();
  return valuesOf(event.currentTarget as HTMLFormElement);
}

function pressed(event: SubmitEvent): string {
  return (event.submitter as HTMLButtonElement | null)?.value ?? '';
}
