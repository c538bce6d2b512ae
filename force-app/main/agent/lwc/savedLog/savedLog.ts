import { LightningElement, api } from 'lwc';
import { partyOf, recordIn } from 'c/softphoneView';
import type { InteractionRow, Run } from 'c/softphoneView';
import type { FieldValue, TaskField } from 'c/taskDraft';
import { failureWords, format, issueWords, sourceWords, valueWords } from 'c/softphoneWords';
import back from '@salesforce/label/c.Softphone_Back';
import leftOut from '@salesforce/label/c.Softphone_Log_Left_Out';
import nothing from '@salesforce/label/c.Softphone_Log_Nothing';
import openTask from '@salesforce/label/c.Softphone_Open_Task';
import pending from '@salesforce/label/c.Softphone_Log_Pending';
import transcript from '@salesforce/label/c.Softphone_Transcript';
import transcriptNotSaved from '@salesforce/label/c.Softphone_Transcript_Refused';
import title from '@salesforce/label/c.Softphone_Log_Title';
import titleOf from '@salesforce/label/c.Softphone_Log_Title_Of';

interface Entry {
  field: string;
  label: string;
  value: string;
  source: string;
  pending: boolean;
}

/**
 * The Task as saved: each field with its value and where it came from, and for each field that is
 * not as mapped the reason. Emits `back` and `opentask` {key}.
 */
export default class SavedLog extends LightningElement {
  @api row!: InteractionRow;
  /** Carries out what the agent does here. */
  @api run!: Run;
  /** Labels and types of Task fields by API name; without them API names are shown. */
  @api taskFields: Record<string, Pick<TaskField, 'label' | 'dataType'>> = {};
  labels = { back, leftOut, nothing, openTask, pending, title };

  get heading(): string {
    const party = partyOf(this.row.interaction);
    return party ? format(titleOf, party) : title;
  }

  get entries(): Entry[] {
    const { draft, status } = this.row;
    const saved = status?.fields ?? {};
    return Object.entries({ ...saved, ...draft.fields }).map(([field, wanted]) => ({
      field,
      label: this.labelOf(field),
      value: this.textOf(field, field in saved ? saved[field] : wanted),
      source: sourceWords(draft.sources[field] ?? status?.sources[field]),
      pending: !same(saved[field], wanted)
    }));
  }

  get reasons(): { id: string; label: string; text: string; attribute?: string }[] {
    const { draft, status, transcriptRefused } = this.row;
    // Of a Task that is saved but for some fields, the issues tell the same.
    const refused = status?.isRestSaved ? [] : (status?.failure?.fields ?? []);
    const text = transcriptRefused && format(transcriptNotSaved, transcriptRefused);
    return [
      ...(text ? [{ id: 'transcript', label: transcript, text }] : []),
      ...refused.map((error) => ({
        id: `refused ${error.field}`,
        label: this.labelOf(error.field),
        text: failureWords({ type: 'permanent', message: error.message })
      })),
      ...(status?.issues ?? draft.issues).map((issue, index) => ({
        id: `${index} ${issue.field}`,
        label: this.labelOf(issue.field),
        text: issueWords(issue, recordIn(this.row)),
        attribute: issue.attribute
      }))
    ];
  }

  get isEmpty(): boolean {
    return this.entries.length === 0;
  }

  get hasReasons(): boolean {
    return this.reasons.length > 0;
  }

  get hasTask(): boolean {
    return Boolean(this.row.taskUrl ?? this.row.status?.taskId);
  }

  @api focus(): void {
    this.template!.querySelector<HTMLElement>('lightning-button-icon')?.focus();
  }

  labelOf(field: string): string {
    return this.taskFields[field]?.label ?? field;
  }

  /** A chosen record reads as its name. */
  textOf(field: string, value: FieldValue | undefined): string {
    const { whoId, whoName, whatId, whatName } = this.row;
    if (value && field === 'WhoId' && value === whoId && whoName) {
      return whoName;
    }
    if (value && field === 'WhatId' && value === whatId && whatName) {
      return whatName;
    }
    return valueWords(value, this.taskFields[field]?.dataType);
  }

  handleBack(): void {
    this.dispatchEvent(new CustomEvent('back'));
  }

  handleOpenTask(): void {
    this.run({ type: 'open_task', key: this.row.key });
  }
}

/** Salesforce stores an empty text as null. */
function same(saved: FieldValue | undefined, wanted: FieldValue | undefined): boolean {
  return (saved === '' ? null : (saved ?? null)) === (wanted === '' ? null : (wanted ?? null));
}
