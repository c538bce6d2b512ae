import { seedRecords } from '../org/records';
import type { SeedOptions } from '../org/records';
import { recordId } from './ids';
import type { MetadataProblem } from './metadataFile';
import { Faults } from './faults';
import { firstSettings } from './settings';
import type { OrgSettings, Sharing } from './settings';
import { Triggers } from './triggers';
import type { FieldSchema, ObjectSchema } from './schema';
import type { Clock, ObjectAccess, OrgUser, StoredRecord, Change, FieldAccess } from './orgTypes';
import type { OrgSchema } from './orgSchema';

const all: ObjectAccess = { read: true, create: true, edit: true, delete: true };
const none: ObjectAccess = { read: false, create: false, edit: false, delete: false };

/** Users, queues and records of a fresh org. @returns the records that could not be made */
export type FillOrg = (org: Org, options: SeedOptions) => MetadataProblem[];

/** The local org: schema from metadata, records in memory, and who may see what. */
export class Org {
  readonly schema: OrgSchema;
  readonly clock: Clock;
  readonly faults = new Faults();
  readonly triggers = new Triggers();
  readonly users = new Map<string, OrgUser>();
  readonly records = new Map<string, StoredRecord>();
  settings: OrgSettings = firstSettings;
  /** Who gets every new Task, as a flow of the customer would give it; undefined: who creates it. */
  newTaskOwner: string | undefined;
  /** Counts every change of permissions, so that what was derived from them can be kept until then. */
  accessVersion = 0;

  private seed: SeedOptions;
  private readonly fill: FillOrg;
  private readonly overrides = new Map<string, { read: boolean; edit: boolean }>();
  private readonly hiddenObjects = new Set<string>();
  private readonly sharing = new Map<string, Sharing>();
  /** Id of a queue → usernames. */
  readonly queueMembers = new Map<string, readonly string[]>();
  private readonly ruleStates = new Map<string, boolean>();
  private readonly sequences = new Map<string, number>();
  private readonly listeners = new Set<(change: Change) => void>();
  private changeCount = 0;

  constructor(schema: OrgSchema, clock: Clock, seed: SeedOptions, fill: FillOrg) {
    this.schema = schema;
    this.clock = clock;
    this.seed = seed;
    this.fill = fill;
  }

  /** Back to the seeded records, permissions, rules and settings; the metadata is not read again. */
  reset(): MetadataProblem[] {
    this.records.clear();
    this.sequences.clear();
    this.overrides.clear();
    this.ruleStates.clear();
    this.faults.clear();
    this.triggers.clear();
    this.hiddenObjects.clear();
    this.sharing.clear();
    this.settings = firstSettings;
    this.newTaskOwner = undefined;
    this.accessVersion += 1;
    return this.fill(this, this.seed);
  }

  /**
   * Tells the org what is only known once both servers listen; it goes into the settings record, also
   * after a reset. Base URLs have no slash at the end.
   */
  configure(known: SeedOptions): void {
    this.seed = { ...this.seed, ...known };
    const values = seedRecords(this.seed).find((one) => one.ref === 'settings')?.fields ?? {};
    const record = [...this.records.values()].find(
      (one) => one.object === 'Softphone_Settings__c' && !one.deleted
    );
    if (!record) return;
    for (const name of ['Region__c', 'Client_Id__c', 'Gateway__c', 'Redirect_Url__c'])
      record.values[name] = values[name] ?? null;
  }

  now(): string {
    // Salesforce keeps date-times to the second.
    return new Date(Math.floor(this.clock.now() / 1000) * 1000).toISOString();
  }

  object(apiName: string): ObjectSchema | undefined {
    return this.schema.objects.get(apiName);
  }

  objectOfId(id: string): ObjectSchema | undefined {
    const prefix = id.slice(0, 3);
    return [...this.schema.objects.values()].find((object) => object.keyPrefix === prefix);
  }

  nextId(object: ObjectSchema): string {
    return recordId(object.keyPrefix, this.nextNumber(object.apiName));
  }

  nextNumber(series: string, first = 1): number {
    const next = (this.sequences.get(series) ?? first - 1) + 1;
    this.sequences.set(series, next);
    return next;
  }

  /** Live records of an object, oldest first. */
  recordsOf(object: string): StoredRecord[] {
    return [...this.records.values()].filter((one) => one.object === object && !one.deleted);
  }

  objectAccess(user: OrgUser, object: ObjectSchema): ObjectAccess {
    // Users are kept by setup, not by the UI API. Standard objects come with every profile.
    if (object.apiName === 'User' || object.apiName === 'Group')
      return { read: true, create: false, edit: false, delete: false };
    if (this.hiddenObjects.has(`${user.username} ${object.apiName}`)) return none;
    if (!object.custom) return all;
    const access: ObjectAccess = { read: false, create: false, edit: false, delete: false };
    for (const name of user.permissionSets) {
      const grant = this.schema.permissionSets.get(name)?.objects.get(object.apiName);
      if (grant) {
        access.read ||= grant.read;
        access.create ||= grant.create;
        access.edit ||= grant.edit;
        access.delete ||= grant.delete;
      }
    }
    return access;
  }

  /** Takes an object away from one user, as a profile without it would, or gives it back. */
  setObjectAccess(username: string, object: string, isVisible: boolean): void {
    const key = `${username} ${object}`;
    if (isVisible) this.hiddenObjects.delete(key);
    else this.hiddenObjects.add(key);
    this.accessVersion += 1;
  }

  /** The org-wide default of an object. */
  sharingOf(object: string): Sharing {
    return this.sharing.get(object) ?? this.object(object)?.sharing ?? 'public';
  }

  setSharing(object: string, sharing: Sharing): void {
    this.sharing.set(object, sharing);
  }

  /** Sharing does not hold for who has *View All Data*. */
  seesAll(user: OrgUser): boolean {
    return user.permissionSets.some((name) =>
      this.schema.permissionSets.get(name)?.userPermissions.includes('ModifyAllData')
    );
  }

  /** Sharing does not hold either for who may view or modify all records of the object. */
  hasAll(user: OrgUser, object: string, what: 'viewAll' | 'modifyAll'): boolean {
    return (
      this.seesAll(user) ||
      user.permissionSets.some((name) => {
        const grant = this.schema.permissionSets.get(name)?.objects.get(object);
        return grant?.modifyAll === true || grant?.[what] === true;
      })
    );
  }

  isQueueMember(user: OrgUser, queueId: string): boolean {
    return this.queueMembers.get(queueId)?.includes(user.username) ?? false;
  }

  /** A user by username, or a queue by name. */
  ownerId(name: string): string | undefined {
    const queue = this.recordsOf('Group').find((one) => one.values['Name'] === name);
    return this.users.get(name)?.recordId ?? queue?.id;
  }

  nameOfUser(id: string): string {
    return String(this.records.get(id)?.values['Name'] ?? id);
  }

  /** What a user may do with a field: the field itself, the object, and field-level security together. */
  fieldAccess(user: OrgUser, object: ObjectSchema, field: FieldSchema): FieldAccess {
    const { read, create, edit } = this.objectAccess(user, object);
    const level = this.fieldLevelSecurity(user, object, field);
    return {
      read: read && level.read,
      create: create && level.edit && field.createable,
      update: edit && level.edit && field.updateable
    };
  }

  /** @param override undefined takes an earlier override back */
  setFieldAccess(
    username: string,
    field: string,
    override: { read: boolean; edit: boolean } | undefined
  ): void {
    const key = `${username} ${field}`;
    if (override) this.overrides.set(key, override);
    else this.overrides.delete(key);
    this.accessVersion += 1;
  }

  ruleIsActive(name: string): boolean {
    const rule = this.rules().find((one) => one.name === name);
    return this.ruleStates.get(name) ?? rule?.active ?? false;
  }

  /** @returns false when there is no such rule */
  setRule(name: string, active: boolean): boolean {
    if (!this.rules().some((one) => one.name === name)) return false;
    this.ruleStates.set(name, active);
    return true;
  }

  rules() {
    return [...this.schema.objects.values()].flatMap((object) => object.validationRules);
  }

  /** Calls back after each write. @returns a function that stops it */
  onChange(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  changed(change: Omit<Change, 'sequence' | 'at'>): void {
    this.changeCount += 1;
    const whole = {
      ...change,
      sequence: this.changeCount,
      at: new Date(this.clock.now()).toISOString()
    };
    for (const listener of this.listeners) listener(whole);
  }

  private fieldLevelSecurity(user: OrgUser, object: ObjectSchema, field: FieldSchema) {
    const name = `${object.apiName}.${field.apiName}`;
    const override = this.overrides.get(`${user.username} ${name}`);
    if (override) return override;
    // Field-level security never applies to what the object can't do without, nor to record names.
    if (!field.custom || field.required) return { read: true, edit: true };
    const grants = user.permissionSets.flatMap((set) => {
      const grant = this.schema.permissionSets.get(set)?.fields.get(name);
      return grant ? [grant] : [];
    });
    return { read: grants.some((one) => one.read), edit: grants.some((one) => one.edit) };
  }
}
