import { api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQLQuery } from 'lightning/graphql';
import { getObjectInfo, getPicklistValuesByRecordType } from 'lightning/uiObjectInfoApi';
import type { ObjectInfoRepresentation, PicklistValuesCollection } from 'lightning/uiObjectInfoApi';
import {
  createRecord,
  getRecord,
  notifyRecordUpdateAvailable,
  updateRecord
} from 'lightning/uiRecordApi';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import { backoff } from 'c/ports';
import type { BackoffPolicy } from 'c/ports';
import {
  apiNameOf,
  MAPPINGS,
  nodesOf,
  OPTIONAL_MAPPING_FIELDS,
  SETTINGS,
  SETTINGS_RECORD,
  settingsCorrected,
  softphoneSettings
} from 'c/softphoneConfiguration';
import type { IdentityCheck, SoftphoneSettings } from 'c/softphoneConfiguration';
import { mappingOf, taskShape } from 'c/taskDraft';
import type { Mapping, TaskShape } from 'c/taskDraft';
import type { FindResult, ReadResult, RecordResult, TaskGateway } from 'c/taskSync';
import type { FoundPart, TranscriptGateway } from 'c/transcript';
import { ANSWER_WITHIN_MS, after, graphqlQuestions } from './asking';
import { TASK_BY_KEY, TRANSCRIPT_BY_KEY } from './queries';
import { RecordSearch } from './recordSearch';
import type { SearchResult } from './recordSearch';
import { hiddenFields, isOfKey, textAt } from './records';
import type { RecordOption } from './records';
import type { OrgProblem, OrgView } from './orgView';
import type { OwnUser } from './ownUser';
import { namesAsked, saved, scalar, written } from './outcomes';
import { isRecordId, recordFields, standingOf } from './recordStanding';
import { readFailure, saveFailure } from './saveFailure';
import { wasAsked, wireQuestions, wordsOf } from './wireQuestions';
import type { Provisioned } from './wireQuestions';

export type {
  IdentityCheck,
  OrgProblem,
  OrgView,
  OwnUser,
  RecordOption,
  SearchResult,
  SoftphoneSettings
};

const ASK_AGAIN: BackoffPolicy = { firstMs: 2_000, mostMs: 60_000, jitter: 0 };
/** A winner may have been merged in its turn. */
const MOST_MERGES = 5;

/**
 * Headless: the only room that talks to Lightning Data Service. Reads by filter exist as wires
 * alone, so this must be an element; put one in the panel's template.
 *
 * Fires `orgchange` with an `OrgView` whenever settings, mappings or object info arrive or change.
 */
export default class SalesforceOrg extends RecordSearch {
  taskObject: string | undefined = 'Task';
  recordTypeId: string | undefined;
  findVariables: { key: string } | undefined;
  transcriptVariables: { key: string } | undefined;
  readId: string | undefined;
  readFields: string[] | undefined;
  lookedUpId: string | undefined;
  lookedUpFields: string[] | undefined;

  settingsQuery = SETTINGS_RECORD;
  mappingsQuery = MAPPINGS;
  // Undefined until something is asked: a wire without variables would send its query all the same.
  taskQuery: GraphQLQuery | undefined;
  transcriptQuery: GraphQLQuery | undefined;

  #view: OrgView = { mappings: [], isRead: false, problems: [] };
  /** Without picklists. Wired data is read once: in Lightning Web Security each look at it is slow. */
  #fields: TaskShape | undefined;
  #picklists: Record<string, string[]> | undefined;
  #refreshSettings: (() => Promise<void>) | undefined;
  #refreshMappings: (() => Promise<void>) | undefined;
  #settings: SoftphoneSettings | undefined;
  #mappings: Mapping[] = [];
  /** Whether each of the two has answered, or was refused for good. */
  #isRead = { settings: false, mappings: false };
  #taskFailures = 0;
  #asking = { settings: false, mappings: false };

  #finds = graphqlQuestions<{ key: string }>(
    (variables) => {
      this.taskQuery = TASK_BY_KEY;
      this.findVariables = variables;
    },
    ({ key }, data) => isOfKey(data, 'Task', 'Interaction_Key__c', key)
  );
  #transcripts = graphqlQuestions<{ key: string }>(
    (variables) => {
      this.transcriptQuery = TRANSCRIPT_BY_KEY;
      this.transcriptVariables = variables;
    },
    ({ key }, data) => isOfKey(data, 'Interaction_Transcript__c', 'Transcript_Key__c', key)
  );
  #reads = wireQuestions<{ taskId: string; fields: string[] }>({
    ask: ({ taskId, fields }) => {
      this.readId = taskId;
      this.readFields = ['Task.LastModifiedDate', ...fields.map((field) => `Task.${field}`)];
    },
    after,
    timeoutMs: ANSWER_WITHIN_MS,
    alwaysRefresh: true,
    belongs: ({ taskId }, data) => {
      const { id } = data as { id?: string };
      return id === undefined || id.slice(0, 15) === taskId.slice(0, 15);
    }
  });

  #lookUps = wireQuestions<{ recordId: string }>({
    ask: ({ recordId }) => {
      this.lookedUpId = recordId;
      this.lookedUpFields = recordFields(recordId);
    },
    after,
    timeoutMs: ANSWER_WITHIN_MS,
    alwaysRefresh: true
  });

  @wire(getObjectInfo, { objectApiName: '$taskObject' })
  onObjectInfo({ data, error }: WireResult<ObjectInfoRepresentation>): void {
    if (error && error.status >= 400 && error.status < 500)
      this.raise('task_unreadable', saveFailure(error).message);
    else if (error) this.askTaskAgain();
    if (!data) return;
    this.#fields = taskShape(data);
    this.recordTypeId = data.defaultRecordTypeId ?? undefined;
    this.updateShape();
  }

  @wire(getPicklistValuesByRecordType, { objectApiName: 'Task', recordTypeId: '$recordTypeId' })
  onPicklists({ data }: WireResult<PicklistValuesCollection>): void {
    if (!data) return;
    this.#picklists = Object.fromEntries(
      Object.entries(data.picklistFieldValues).map(([field, { values }]) => [
        field,
        values.map(({ value }) => value)
      ])
    );
    this.updateShape();
  }

  @wire(graphql, { query: '$settingsQuery' })
  onSettings({ data, errors, refresh }: Provisioned): void {
    this.#refreshSettings = refresh ?? this.#refreshSettings;
    if (errors?.length) {
      if (wasAsked(errors)) this.raise('configuration_unreadable', wordsOf(errors));
      else this.askAgain('settings', () => this.#refreshSettings?.());
    } else if (data) {
      const record = nodesOf(data, 'Softphone_Settings__c')[0];
      this.#settings = kept(this.#settings, record && softphoneSettings(record));
      this.read('settings', 'configuration_unreadable');
      this.sayHidden(data, 'Softphone_Settings__c', SETTINGS.map(apiNameOf));
      for (const detail of settingsCorrected(record))
        this.say({ type: 'setting_corrected', detail });
    }
  }

  @wire(graphql, { query: '$mappingsQuery' })
  onMappings({ data, errors, refresh }: Provisioned): void {
    this.#refreshMappings = refresh ?? this.#refreshMappings;
    if (errors?.length && !wasAsked(errors))
      this.askAgain('mappings', () => this.#refreshMappings?.());
    else if (errors?.length) {
      // The softphone works without mappings; that none were read is said, not that there are none.
      this.read('mappings');
      this.say({ type: 'mappings_unreadable', detail: wordsOf(errors) });
    } else if (data) {
      this.#mappings = kept(this.#mappings, nodesOf(data, 'Attribute_Mapping__c').map(mappingOf));
      this.read('mappings', 'mappings_unreadable');
      this.sayHidden(data, 'Attribute_Mapping__c', OPTIONAL_MAPPING_FIELDS);
    }
  }

  @wire(graphql, { query: '$taskQuery', variables: '$findVariables' })
  onFound(result: Provisioned): void {
    this.#finds.provisioned(result);
  }

  @wire(graphql, { query: '$transcriptQuery', variables: '$transcriptVariables' })
  onTranscript(result: Provisioned): void {
    this.#transcripts.provisioned(result);
  }

  @wire(getRecord, { recordId: '$readId', optionalFields: '$readFields' })
  onRecord({ data, error }: WireResult<RecordRepresentation>): void {
    const id = this.readId;
    this.#reads.provisioned({
      // A wire error is an answer here: which failure it is decides what the engine does.
      data: data ?? (error && { error }),
      refresh: id ? () => notifyRecordUpdateAvailable([{ recordId: id }]) : undefined
    });
  }

  @wire(getRecord, { recordId: '$lookedUpId', optionalFields: '$lookedUpFields' })
  onLookedUp({ data, error }: WireResult<RecordRepresentation>): void {
    const id = this.lookedUpId;
    this.#lookUps.provisioned({
      data: data ?? (error && { error }),
      refresh: id ? () => notifyRecordUpdateAvailable([{ recordId: id }]) : undefined
    });
  }

  /** Latest view; the same value the last `orgchange` carried. */
  @api get view(): OrgView {
    return this.#view;
  }

  /** How the engine reaches Tasks. Never rejects: failures are values. */
  @api gateway: TaskGateway = {
    create: async (fields) => written(createRecord({ apiName: 'Task', fields })),
    update: async (taskId, fields, { ifUnmodifiedSince } = {}) =>
      written(
        updateRecord(
          { fields: { ...fields, Id: taskId } },
          ifUnmodifiedSince ? { ifUnmodifiedSince } : undefined
        )
      ),
    find: async (key): Promise<FindResult> => {
      const answer = await this.#finds.ask({ key });
      if (!answer.ok) return { ok: false, failure: { type: 'transient', message: answer.message } };
      return { ok: true, taskId: nodesOf(answer.data, 'Task')[0]?.Id };
    },
    read: async (taskId, fields): Promise<ReadResult> => {
      const answer = await this.#reads.ask({ taskId, fields });
      if (!answer.ok) return { ok: false, failure: { type: 'transient', message: answer.message } };
      const data = answer.data as Partial<RecordRepresentation> & { error?: unknown };
      if (data.error) return { ok: false, failure: readFailure(data.error) };
      return {
        ok: true,
        fields: Object.fromEntries([
          ...Object.entries(data.fields ?? {}).map(([field, { value }]) => [field, scalar(value)]),
          ...namesAsked(fields, data)
        ]),
        ...(data.lastModifiedDate ? { lastModified: data.lastModifiedDate } : {})
      };
    },
    lookUpRecord: (recordId) => this.lookUp(recordId)
  };

  /** How transcripts reach their records. Never rejects either. */
  @api transcripts: TranscriptGateway = {
    create: async (fields) => saved(createRecord({ apiName: 'Interaction_Transcript__c', fields })),
    update: async (recordId, fields) =>
      saved(updateRecord({ fields: { ...fields, Id: recordId } })),
    find: async (key): Promise<FoundPart> => {
      const answer = await this.#transcripts.ask({ key });
      if (!answer.ok) return { ok: false, failure: { type: 'transient', message: answer.message } };
      const node = nodesOf(answer.data, 'Interaction_Transcript__c')[0];
      return { ok: true, ...(node && { recordId: node.Id, text: textAt(node, 'Text__c') }) };
    }
  };

  /** Records whose name holds `text`, for Name (`people`) or Related To (`matters`). */
  @api async search(kind: 'people' | 'matters', text: string): Promise<SearchResult> {
    return this.searchRecords(kind, text, (problem) => this.say(problem));
  }

  /** Reads settings and mappings again, as after a change in the setup tab. */
  @api async refresh(): Promise<void> {
    await Promise.all([this.#refreshSettings?.(), this.#refreshMappings?.()]);
  }

  /** What became of a record: where it was merged, what became of the winner. */
  private async lookUp(recordId: string, hops = 0): Promise<RecordResult> {
    if (!isRecordId(recordId)) return { ok: true, state: 'missing' };
    if (!recordFields(recordId)) {
      return { ok: false, failure: { type: 'permanent', message: 'object not known' } };
    }
    const answer = await this.#lookUps.ask({ recordId });
    if (!answer.ok) return { ok: false, failure: { type: 'transient', message: answer.message } };
    const data = answer.data as Partial<RecordRepresentation> & { error?: unknown };
    if (data.error) return { ok: false, failure: readFailure(data.error) };
    const standing = standingOf(data);
    if (standing.state !== 'merged') return { ok: true, ...standing };
    const winner = hops < MOST_MERGES ? await this.lookUp(standing.into, hops + 1) : undefined;
    if (winner?.ok && winner.state === 'missing') return winner;
    return winner?.ok && winner.state === 'merged' ? winner : { ok: true, ...standing };
  }

  protected override takeOwnUser(ownUser: OwnUser): void {
    this.change({ ownUser });
  }

  private updateShape(): void {
    if (!this.#fields) return;
    // Without picklists yet: values are sent as they are, and the org decides.
    this.change({ shape: taskShape(this.#fields, this.#picklists) });
  }

  /** The configuration counts as read when both its parts are. @param solved a problem that is over */
  private read(part: 'settings' | 'mappings', solved?: OrgProblem['type']): void {
    this.#isRead = { ...this.#isRead, [part]: true };
    if (!this.#isRead.settings || !this.#isRead.mappings) return;
    this.change({
      isRead: true,
      settings: this.#settings,
      mappings: this.#mappings,
      problems: this.#view.problems.filter(({ type }) => type !== solved)
    });
  }

  /** The org could not be asked: nothing is known, least of all that the agent may not. */
  private askAgain(part: 'settings' | 'mappings', ask: () => Promise<void> | undefined): void {
    this.say({ type: 'org_unanswered', detail: part });
    if (this.#isRead[part] || this.#asking[part]) return;
    this.#asking = { ...this.#asking, [part]: true };
    const again = (attempt: number): void => {
      after(backoff(ASK_AGAIN, attempt), () => {
        // A refresh that fails like the one before provisions nothing.
        void Promise.resolve(ask()).finally(() => {
          if (!this.#isRead[part]) again(attempt + 1);
        });
      });
    };
    again(1);
  }

  /** A wire asks again only for another configuration. */
  private askTaskAgain(): void {
    this.say({ type: 'org_unanswered', detail: 'Task' });
    after(backoff(ASK_AGAIN, ++this.#taskFailures), () => {
      this.taskObject = undefined;
      after(0, () => (this.taskObject = 'Task'));
    });
  }

  private sayHidden(data: unknown, objectName: string, fields: string[]): void {
    for (const field of hiddenFields(data, objectName, fields))
      this.say({ type: 'field_hidden', detail: `${objectName}.${field}` });
  }

  /** Once for each: a search at every keystroke would fill the support log. */
  private say(problem: OrgProblem): void {
    const { problems } = this.#view;
    if (!problems.some(({ type, detail }) => type === problem.type && detail === problem.detail))
      this.change({ problems: [...problems, problem] });
  }

  private raise(type: OrgProblem['type'], detail: string): void {
    const others = this.#view.problems.filter((problem) => problem.type !== type);
    this.change({ isRead: true, problems: [...others, { type, detail }] });
  }

  private change(part: Partial<OrgView>): void {
    this.#view = { ...this.#view, ...part };
    this.dispatchEvent(new CustomEvent<OrgView>('orgchange', { detail: this.#view }));
  }
}

/** Read again and found as it was: the same object, so that nobody drafts anew because of it. */
function kept<Value>(before: Value, now: Value): Value {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now;
}
