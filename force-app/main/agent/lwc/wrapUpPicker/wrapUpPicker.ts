import { LightningElement, api } from 'lwc';
import { type InteractionRow, isWrapUpDue, stageOf } from 'c/softphoneView';
import choose from '@salesforce/label/c.Softphone_Wrap_Up_Choose';
import required from '@salesforce/label/c.Softphone_Wrap_Up_Required';
import wrapUpLabel from '@salesforce/label/c.Softphone_Wrap_Up';

/** The wrap-up code. Emits `wrapup` {codeId}, and `loadwrapupcodes` once it needs the list. */
export default class WrapUpPicker extends LightningElement {
  @api row!: InteractionRow;
  asked = false;
  labels = { choose, required, wrapUpLabel };

  get options(): { label: string; value: string }[] {
    const { code, name } = this.row.interaction.wrapUp;
    const codes = this.row.wrapUpCodes ?? (code ? [{ id: code, name: name ?? code }] : []);
    return codes.map(({ id, name: label }) => ({ label, value: id }));
  }

  /** Genesys gives the id in live data and sometimes only the name once it is done. */
  get value(): string | undefined {
    const { code, name } = this.row.interaction.wrapUp;
    const byName = this.row.wrapUpCodes?.find((entry) => entry.name === name)?.id;
    return code ?? byName;
  }

  get isLoading(): boolean {
    return this.asked && !this.row.wrapUpCodes && !this.row.actionProblem;
  }

  get isMissing(): boolean {
    const { interaction } = this.row;
    return stageOf(interaction) === 'after_call' && isWrapUpDue(interaction);
  }

  get isSaving(): boolean {
    return this.row.busy === 'wrap_up';
  }

  override renderedCallback(): void {
    if (this.isMissing && !this.asked) {
      this.ask();
    }
  }

  /** The combobox neither opens nor says `open` while it has no options, so focus has to do. */
  handleFocus(): void {
    if (!this.asked) {
      this.ask();
    }
  }

  /** So that the next focus asks again: the answer may have been a failure. */
  handleBlur(): void {
    this.asked = false;
  }

  handleChange(event: CustomEvent<{ value: string }>): void {
    this.dispatchEvent(new CustomEvent('wrapup', { detail: { codeId: event.detail.value } }));
  }

  ask(): void {
    if (!this.row.wrapUpCodes) {
      this.asked = true;
      this.dispatchEvent(new CustomEvent('loadwrapupcodes', { detail: {} }));
    }
  }
}
