import { LightningElement, api } from 'lwc';
import notesLabel from '@salesforce/label/c.Softphone_Notes';
import notesHint from '@salesforce/label/c.Softphone_Notes_Hint';

/**
 * The agent's notes. Emits `notes` {text} at every input. What was typed elsewhere shows at once,
 * unless the agent is typing here: then what comes from outside waits until the field is left, and
 * what is typed next is the newest. A late echo of an older text must not take a letter away.
 */
export default class NotesField extends LightningElement {
  text = '';
  outside = '';
  /** Something was typed since the field was entered. */
  typing = false;
  labels = { notesLabel, notesHint };

  @api
  get notes(): string {
    return this.outside;
  }
  set notes(notes: string) {
    this.outside = notes;
    if (!this.typing) {
      this.text = notes;
    }
  }

  handleBlur(): void {
    this.typing = false;
    this.text = this.outside;
  }

  handleChange(event: CustomEvent<{ value: string }>): void {
    this.typing = true;
    this.text = event.detail.value;
    this.outside = this.text;
    this.dispatchEvent(new CustomEvent('notes', { detail: { text: this.text } }));
  }
}
