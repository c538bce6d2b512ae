import { LightningElement, api } from 'lwc';
import { isWrapUpDue, stageOf } from 'c/softphoneView';
import type { InteractionRow, Run } from 'c/softphoneView';
import choose from '@salesforce/label/c.Softphone_Wrap_Up_Choose';
import required from '@salesforce/label/c.Softphone_Wrap_Up_Required';
import wrapUpLabel from '@salesforce/label/c.Softphone_Wrap_Up';

/** The wrap-up code; its list is asked for once it is needed. */
export default class WrapUpPicker extends LightningElement {
  @api row!: InteractionRow;
  /** Carries out what the agent does here. */
  @api run!: Run;
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
    return stageOf(interaction) === 'afterCallWork' && isWrapUpDue(interaction);
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
    this.run({ type: 'wrap_up', key: this.row.key, codeId: event.detail.value });
  }

  ask(): void {
    if (!this.row.wrapUpCodes) {
      this.asked = true;
      this.run({ type: 'load_wrap_up_codes', key: this.row.key });
    }
  }
}
