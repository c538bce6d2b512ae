import { LightningElement, api } from 'lwc';
import { recordIn } from 'c/softphoneView';
import type { InteractionRow, Run, SoftphoneView } from 'c/softphoneView';
import type { TaskField } from 'c/taskDraft';
import { clockTime, counted, failureWords, format } from 'c/softphoneWords';
import allSaved from '@salesforce/label/c.Softphone_All_Saved';
import fieldMany from '@salesforce/label/c.Softphone_Field_Many';
import fieldOne from '@salesforce/label/c.Softphone_Field_One';
import gone from '@salesforce/label/c.Softphone_Save_Gone';
import leftOutMany from '@salesforce/label/c.Softphone_Left_Out_Many';
import leftOutOne from '@salesforce/label/c.Softphone_Left_Out_One';
import log from '@salesforce/label/c.Softphone_Log';
import logHelp from '@salesforce/label/c.Softphone_Log_Help';
import needsYou from '@salesforce/label/c.Softphone_Needs_You';
import notYet from '@salesforce/label/c.Softphone_Not_Saved_Yet';
import restSaved from '@salesforce/label/c.Softphone_Save_Rest_Saved';
import retry from '@salesforce/label/c.Softphone_Retry';
import savedAt from '@salesforce/label/c.Softphone_Saved_At';
import saving from '@salesforce/label/c.Softphone_Saving';
import transcriptNotSaved from '@salesforce/label/c.Softphone_Transcript_Refused';
import waiting from '@salesforce/label/c.Softphone_Waiting';
import waitingMany from '@salesforce/label/c.Softphone_Waiting_Many';
import waitingOne from '@salesforce/label/c.Softphone_Waiting_One';
import waitingUntil from '@salesforce/label/c.Softphone_Waiting_Until';

interface Status {
  icon: string;
  variant?: 'success' | 'warning' | 'error';
  text: string;
  /** Why, or what is missing. */
  more?: string;
  retry?: boolean;
  /** Told to those who don't see it; what goes well is not. */
  isNews?: boolean;
}

/** How the selected interaction's Task stands, else all of them. Emits `openlog`. */
export default class SaveStatus extends LightningElement {
  @api view!: SoftphoneView;
  @api row?: InteractionRow;
  /** Carries out what the agent does here. */
  @api run!: Run;
  @api logOpen = false;
  /** Labels of Task fields by API name; without them API names are said. */
  @api taskFields: Record<string, Pick<TaskField, 'label'>> = {};
  labels = { log, logHelp, retry };
  hasRetried = false;

  /** The button goes while the Task is saved: the focus it had must not be lost. */
  override renderedCallback(): void {
    if (this.hasRetried && !this.status.retry) {
      this.hasRetried = false;
      if (document.activeElement === document.body) {
        this.focus();
      }
    }
  }

  get status(): Status {
    return this.row
      ? ofRow(this.row, this.view.needsYou, (field) => this.taskFields[field]?.label ?? field)
      : ofAll(this.view);
  }

  get stripClass(): string {
    return this.status.variant === 'error' ? 'strip strip_error' : 'strip';
  }

  get live(): 'polite' | 'off' {
    return this.status.isNews ? 'polite' : 'off';
  }

  get hasLog(): boolean {
    return Boolean(this.row) && !this.logOpen;
  }

  @api focus(): void {
    this.template!.querySelector<HTMLElement>('.log')?.focus();
  }

  handleRetry(): void {
    this.hasRetried = true;
    this.run({ type: 'retry', key: this.row?.key });
  }

  handleLog(): void {
    this.dispatchEvent(new CustomEvent('openlog'));
  }
}

function ofRow(row: InteractionRow, attention: number, labelOf: (field: string) => string): Status {
  const { status, transcriptRefused } = row;
  const why = status?.failure && failureWords(status.failure, labelOf, recordIn(row));
  switch (status?.phase) {
    case 'saving':
      return { icon: 'utility:sync', text: saving };
    case 'saved': {
      const left = status.issues.filter(({ action }) => action === 'left_out').length;
      const fields = counted(status.fieldCount, fieldOne, fieldMany);
      const text = format(savedAt, clockTime(status.savedAt ?? 0), fields);
      return {
        icon: 'utility:check',
        variant: transcriptRefused ? 'warning' : 'success',
        text: left ? `${text} · ${counted(left, leftOutOne, leftOutMany)}` : text,
        more: transcriptRefused && format(transcriptNotSaved, transcriptRefused),
        retry: Boolean(transcriptRefused),
        isNews: Boolean(transcriptRefused)
      };
    }
    case 'waiting':
      return {
        icon: 'utility:clock',
        variant: 'warning',
        text: status.retryAt ? format(waitingUntil, clockTime(status.retryAt)) : waiting,
        more: why,
        retry: true,
        isNews: true
      };
    case 'needs_you':
      return {
        icon: 'utility:warning',
        variant: 'error',
        text: format(needsYou, Math.max(attention, 1)),
        more: status.isRestSaved ? `${why} ${restSaved}` : why,
        retry: true,
        isNews: true
      };
    case 'gone':
      return { icon: 'utility:ban', text: gone, isNews: true };
    default:
      return { icon: 'utility:record_create', text: notYet };
  }
}

function ofAll({ needsYou: attention, saving: inFlight, waiting: later }: SoftphoneView): Status {
  if (attention) {
    const text = format(needsYou, attention);
    return { icon: 'utility:warning', variant: 'error', text, retry: true, isNews: true };
  }
  if (inFlight) {
    return { icon: 'utility:sync', text: saving };
  }
  if (later) {
    const text = counted(later, waitingOne, waitingMany);
    return { icon: 'utility:clock', variant: 'warning', text, retry: true, isNews: true };
  }
  return { icon: 'utility:check', variant: 'success', text: allSaved };
}
