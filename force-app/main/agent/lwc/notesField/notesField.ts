import { LightningElement, api } from 'lwc';
import notesLabel from '@salesforce/label/c.Softphone_Notes';
import notesHint from '@salesforce/label/c.Softphone_Notes_Hint';

/**
 * The agent's notes. Emits `notes` {text} at every input. While the agent types, what comes from
 * outside waits: a late echo of an older text must not take a letter away.
 */
export default class NotesField extends LightningElement {
  text = '';
  outside = '';
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

  handleFocus(): void {
    this.typing = true;
  }

  handleBlur(): void {
    this.typing = false;
  }

  handleChange(event: CustomEvent<{ value: string }>): void {
    this.text = event.detail.value;
    this.dispatchEvent(new CustomEvent('notes', { detail: { text: this.text } }));
  }
}
