import { LightningElement, api } from 'lwc';
import { isInHand } from 'c/softphoneView';
import type { InteractionRow, Run } from 'c/softphoneView';
import controls from '@salesforce/label/c.Softphone_Controls';
import end from '@salesforce/label/c.Softphone_End';
import hold from '@salesforce/label/c.Softphone_Hold';
import keypad from '@salesforce/label/c.Softphone_Keypad';
import mute from '@salesforce/label/c.Softphone_Mute';
import resume from '@salesforce/label/c.Softphone_Resume';
import transfer from '@salesforce/label/c.Softphone_Transfer';
import unmute from '@salesforce/label/c.Softphone_Unmute';

interface Control {
  name: 'mute' | 'hold' | 'keypad' | 'transfer' | 'end';
  label: string;
  icon: string;
  className: string;
  expanded?: 'true' | 'false';
  disabled: boolean;
}

/** Steers a live interaction. Emits `open` {name: 'keypad'|'transfer'} to show or hide what stands below. */
export default class CallControls extends LightningElement {
  @api row!: InteractionRow;
  /** Carries out what the agent does here. */
  @api run!: Run;
  /** Which of keypad and transfer is open below. */
  @api opened?: string;
  labels = { controls };

  get controls(): Control[] {
    const { muted, held, state, media, type } = this.row.interaction;
    const isHeld = held || state === 'held';
    const voice = media === 'call' || type === 'dialing';
    const list: Control[] = [];
    if (voice) {
      const muteIcon = muted ? 'utility:muted' : 'utility:unmuted';
      const holdIcon = isHeld ? 'utility:play' : 'utility:pause';
      list.push(
        this.toggle('mute', muted ? unmute : mute, muteIcon, muted),
        this.toggle('hold', isHeld ? resume : hold, holdIcon, isHeld),
        this.opener('keypad', keypad, 'utility:keypad')
      );
    }
    list.push(this.opener('transfer', transfer, 'utility:change_owner'));
    const endIcon = voice ? 'utility:end_call' : 'utility:close';
    list.push({ ...this.control('end', end, endIcon), className: 'control control_end' });
    return list;
  }

  control(name: Control['name'], label: string, icon: string): Control {
    const ready = isInHand(this.row.interaction) && !this.row.busy;
    return { name, label, icon, className: 'control', disabled: !ready };
  }

  toggle(name: Control['name'], label: string, icon: string, on: boolean): Control {
    const className = on ? 'control control_on' : 'control';
    return { ...this.control(name, label, icon), className };
  }

  opener(name: Control['name'], label: string, icon: string): Control {
    const open = this.opened === name;
    const className = open ? 'control control_on' : 'control';
    return { ...this.control(name, label, icon), className, expanded: open ? 'true' : 'false' };
  }

  handleClick(event: Event): void {
    const name = (event.currentTarget as HTMLElement).dataset.name;
    const { key, interaction } = this.row;
    if (name === 'keypad' || name === 'transfer') {
      this.dispatchEvent(new CustomEvent('open', { detail: { name } }));
    } else if (name === 'mute') {
      this.run({ type: 'mute', key, on: !interaction.muted });
    } else if (name === 'hold') {
      const on = !(interaction.held || interaction.state === 'held');
      this.run({ type: 'hold', key, on });
    } else {
      this.run({ type: 'end', key });
    }
  }
}
