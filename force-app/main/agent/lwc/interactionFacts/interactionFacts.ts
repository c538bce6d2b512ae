import { LightningElement, api } from 'lwc';
import type { Attributes, AttributeValue } from 'c/interaction';
import { formatPhone } from 'c/softphoneView';
import { duration } from 'c/softphoneWords';
import calledNumber from '@salesforce/label/c.Softphone_Fact_Called_Number';
import callerNumber from '@salesforce/label/c.Softphone_Fact_Caller_Number';
import inIvr from '@salesforce/label/c.Softphone_Fact_In_Ivr';
import inQueue from '@salesforce/label/c.Softphone_Fact_In_Queue';
import subject from '@salesforce/label/c.Softphone_Fact_Subject';

const seconds = (value: AttributeValue): string => duration(Number(value) * 1000);
const text = (value: AttributeValue): string => String(value);

const phone = (value: AttributeValue): string => formatPhone(text(value));

const FACTS: [attribute: string, label: string, say: (value: AttributeValue) => string][] = [
  ['Email.Subject', subject, text],
  ['Call.Ani', callerNumber, phone],
  ['Call.CalledNumber', calledNumber, phone],
  ['Interaction.TotalAcdTime', inQueue, seconds],
  ['Interaction.TotalIvrTime', inIvr, seconds]
];
const PARTICIPANT = 'Participant.';

/** What is known about an interaction before it is answered: its way here, and the flow's data. */
export default class InteractionFacts extends LightningElement {
  @api attributes: Attributes = {};
  @api limit = 8;

  get facts(): { id: string; label: string; value: string }[] {
    const known = FACTS.flatMap(([id, label, say]) => {
      const value = this.attributes[id];
      return value === undefined ? [] : [{ id, label, value: say(value) }];
    });
    const collected = Object.entries(this.attributes)
      .filter(([id]) => id.startsWith(PARTICIPANT))
      .map(([id, value]) => ({ id, label: id.slice(PARTICIPANT.length), value: text(value) }));
    return [...known, ...collected].slice(0, this.limit);
  }
}
