import { LightningElement, api, wire } from 'lwc';
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
import { mappingOf, taskShape } from 'c/taskDraft';
import type { Mapping, TaskShape } from 'c/taskDraft';
import type { FindResult, ReadResult, TaskGateway, WriteResult } from 'c/taskSync';
import type { FoundPart, SavedPart, TranscriptGateway } from 'c/transcript';
import { CONFIGURATION, MATTERS, PEOPLE, TASK_BY_KEY, TRANSCRIPT_BY_KEY } from './queries';
import { likeTerm, nodesOf, recordOptions, textAt } from './records';
import type { RecordOption } from './records';
import { saveFailure } from './saveFailure';
import { softphoneSettings } from './settings';
import type { SoftphoneSettings } from './settings';
import { wireQuestions } from './wireQuestions';
import type { After, Provisioned, WireQuestions } from './wireQuestions';

export type { RecordOption, SoftphoneSettings };

/** What the session needs of Salesforce, as far as it is known. */
export interface OrgView {
  /** Absent until object info is there. */
  shape?: TaskShape;
  /** Absent until read, and when there is no settings record. */
  settings?: SoftphoneSettings;
  mappings: Mapping[];
  /** The configuration query has answered, with or without a settings record. */
  isRead: boolean;
  problems: OrgProblem[];
}

export interface OrgProblem {
  type: 'configuration_unreadable' | 'task_unreadable';
  /** The org's own words, for support. */
  detail: string;
}

const ANSWER_WITHIN_MS = 15_000;

const after: After = (ms, run) => {
  // A wire that never answers must not hold up the next question.
  // eslint-disable-next-line @lwc/lwc/no-async-operation
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/**
 * Headless: the only room that talks to Lightning Data Service. Reads by filter exist as wires
 * alone, so this must be an element; put one in the panel's template.
 *
 * Fires `orgchange` with an `OrgView` whenever settings, mappings or object info arrive or change.
 */
export default class SalesforceOrg extends LightningElement {
  recordTypeId: string | undefined;
  findVariables: { key: string } | undefined;
  transcriptVariables: { key: string } | undefined;
  peopleVariables: { term: string } | undefined;
  matterVariables: { term: string } | undefined;
  readId: string | undefined;
  readFields: string[] | undefined;

  configurationQuery = CONFIGURATION;
  // Undefined until something is asked: a wire without variables would send its query all the same.
  taskQuery: GraphQLQuery | undefined;
  transcriptQuery: GraphQLQuery | undefined;
  peopleQuery: GraphQLQuery | undefined;
  matterQuery: GraphQLQuery | undefined;

  #view: OrgView = { mappings: [], isRead: false, problems: [] };
  #info: ObjectInfoRepresentation | undefined;
  #picklists: Record<string, string[]> | undefined;
  #refreshConfiguration: (() => Promise<void>) | undefined;

  #finds = this.questions<{ key: string }>((variables) => {
    this.taskQuery = TASK_BY_KEY;
    this.findVariables = variables;
  });
  #transcripts = this.questions<{ key: string }>((variables) => {
    this.transcriptQuery = TRANSCRIPT_BY_KEY;
    this.transcriptVariables = variables;
  });
  #people = this.questions<{ term: string }>((variables) => {
    this.peopleQuery = PEOPLE;
    this.peopleVariables = variables;
  });
  #matters = this.questions<{ term: string }>((variables) => {
    this.matterQuery = MATTERS;
    this.matterVariables = variables;
  });
  #reads = wireQuestions<{ taskId: string; fields: string[] }>({
    ask: ({ taskId, fields }) => {
      this.readId = taskId;
      this.readFields = ['Task.LastModifiedDate', ...fields.map((field) => `Task.${field}`)];
    },
    after,
    timeoutMs: ANSWER_WITHIN_MS,
    alwaysRefresh: true
  });

  @wire(getObjectInfo, { objectApiName: 'Task' })
  onObjectInfo({ data, error }: WireResult<ObjectInfoRepresentation>): void {
    if (error) this.raise('task_unreadable', saveFailure(error).message);
    if (!data) return;
    this.#info = data;
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

  @wire(graphql, { query: '$configurationQuery' })
  onConfiguration({ data, errors, refresh }: Provisioned): void {
    this.#refreshConfiguration = refresh ?? this.#refreshConfiguration;
    if (errors?.length) {
      this.raise('configuration_unreadable', errors.map(({ message }) => message).join('; '));
    } else if (data) {
      const record = nodesOf(data, 'Softphone_Settings__c')[0];
      this.change({
        isRead: true,
        settings: record && softphoneSettings(record),
        mappings: nodesOf(data, 'Attribute_Mapping__c').map(mappingOf),
        problems: this.#view.problems.filter(({ type }) => type !== 'configuration_unreadable')
      });
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

  @wire(graphql, { query: '$peopleQuery', variables: '$peopleVariables' })
  onPeople(result: Provisioned): void {
    this.#people.provisioned(result);
  }

  @wire(graphql, { query: '$matterQuery', variables: '$matterVariables' })
  onMatters(result: Provisioned): void {
    this.#matters.provisioned(result);
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
      if (data.error) return { ok: false, failure: saveFailure(data.error) };
      return {
        ok: true,
        fields: Object.fromEntries([
          ...Object.entries(data.fields ?? {}).map(([field, { value }]) => [field, scalar(value)]),
          ...namesAsked(fields, data)
        ]),
        ...(data.lastModifiedDate ? { lastModified: data.lastModifiedDate } : {})
      };
    }
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
  @api async search(kind: 'people' | 'matters', text: string): Promise<RecordOption[]> {
    const wires: WireQuestions<{ term: string }> = kind === 'people' ? this.#people : this.#matters;
    const answer = await wires.ask({ term: likeTerm(text) });
    return answer.ok ? recordOptions(answer.data) : [];
  }

  /** Reads settings and mappings again, as after a change in the setup tab. */
  @api async refresh(): Promise<void> {
    await this.#refreshConfiguration?.();
  }

  private questions<Variables>(ask: (variables: Variables) => void): WireQuestions<Variables> {
    return wireQuestions<Variables>({ ask, after, timeoutMs: ANSWER_WITHIN_MS });
  }

  private updateShape(): void {
    if (!this.#info) return;
    // Without picklists yet: values are sent as they are, and the org decides.
    this.change({ shape: taskShape(this.#info, this.#picklists) });
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

async function written(saving: Promise<RecordRepresentation>): Promise<WriteResult> {
  try {
    const { id, lastModifiedDate } = await saving;
    return {
      ok: true,
      taskId: id,
      ...(lastModifiedDate ? { lastModified: lastModifiedDate } : {})
    };
  } catch (error) {
    return { ok: false, failure: saveFailure(error) };
  }
}

async function saved(saving: Promise<RecordRepresentation>): Promise<SavedPart> {
  const result = await written(saving);
  return result.ok ? { ok: true, recordId: result.taskId } : result;
}

/** `Who.Name` and the like are a record's fields within the field. */
function namesAsked(
  asked: string[],
  { fields }: Partial<RecordRepresentation>
): [string, string | number | boolean | null][] {
  return asked.flatMap((path) => {
    const [field, inner] = path.split('.');
    const related = (inner && fields?.[field ?? '']?.value) as RecordRepresentation | null;
    const found = related && related.fields?.[inner ?? ''];
    return found ? [[path, scalar(found.value)]] : [];
  });
}

function scalar(value: unknown): string | number | boolean | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : null;
}
