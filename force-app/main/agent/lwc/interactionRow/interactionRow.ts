import { LightningElement, api } from 'lwc';
import { iconOf, markOf, partyOf, stageOf, timesOf } from 'c/softphoneView';
import type { InteractionRow as Row, Mark } from 'c/softphoneView';
import { shortTime, stateWords, typeWords } from 'c/softphoneWords';
import afterCall from '@salesforce/label/c.Softphone_After_Call';
import gone from '@salesforce/label/c.Softphone_Mark_Gone';
import muted from '@salesforce/label/c.Softphone_Muted';
import needsYou from '@salesforce/label/c.Softphone_Mark_Needs_You';
import saved from '@salesforce/label/c.Softphone_Mark_Saved';
import savedPartly from '@salesforce/label/c.Softphone_Mark_Saved_Partly';
import saving from '@salesforce/label/c.Softphone_Mark_Saving';
import unknownParty from '@salesforce/label/c.Softphone_Unknown_Party';
import waiting from '@salesforce/label/c.Softphone_Mark_Waiting';

const MARKS: Partial<Record<Mark, { icon: string; variant?: string; text: string }>> = {
  saving: { icon: 'utility:sync', text: saving },
  saved: { icon: 'utility:check', variant: 'success', text: saved },
  saved_partly: { icon: 'utility:check', variant: 'warning', text: savedPartly },
  waiting: { icon: 'utility:clock', text: waiting },
  needs_you: { icon: 'utility:warning', variant: 'error', text: needsYou },
  gone: { icon: 'utility:ban', text: gone }
};

/** One interaction in one line; opens its detail. Emits `choosekey` {key}. */
export default class InteractionRow extends LightningElement {
  @api row!: Row;
  @api selected = false;
  /** Server clock minus browser clock, ms. */
  @api offset = 0;

  @api focus(): void {
    this.template!.querySelector('button')?.focus();
  }

  get icon(): string {
    return iconOf(this.row.interaction);
  }

  get typeText(): string {
    return typeWords(this.row.interaction);
  }

  get party(): string {
    return partyOf(this.row.interaction) ?? unknownParty;
  }

  get times(): ReturnType<typeof timesOf> {
    return timesOf(this.row.interaction);
  }

  get stateText(): string {
    const { interaction } = this.row;
    switch (stageOf(interaction)) {
      case 'afterCallWork':
        return afterCall;
      case 'done':
        return interaction.connectedTime ? shortTime(Date.parse(interaction.connectedTime)) : '';
      default:
        return interaction.muted ? muted : stateWords(interaction);
    }
  }

  get mark(): (typeof MARKS)[Mark] {
    return MARKS[markOf(this.row)];
  }

  get current(): 'true' | undefined {
    return this.selected ? 'true' : undefined;
  }

  get rowClass(): string {
    return this.selected ? 'row row_selected' : 'row';
  }

  handleClick(): void {
    this.dispatchEvent(new CustomEvent('choosekey', { detail: { key: this.row.key } }));
  }
}
