import { LightningElement, api } from 'lwc';
import type { Presence, PresenceOption, Run } from 'c/softphoneView';
import { format } from 'c/softphoneWords';
import menuHelp from '@salesforce/label/c.Softphone_Presence_Help';
import unknown from '@salesforce/label/c.Softphone_Presence_Unknown';

/** Colour of the dot by Genesys system presence; anything else is neutral. */
const TONES: Record<string, string> = {
  available: 'available',
  'on queue': 'on-queue',
  busy: 'busy',
  meeting: 'busy',
  away: 'away',
  break: 'away',
  meal: 'away',
  training: 'away'
};

/** The agent's presence, and the menu to change it. */
export default class PresenceMenu extends LightningElement {
  @api presence?: Presence;
  @api presences: PresenceOption[] = [];
  /** Carries out what the agent does here. */
  @api run!: Run;

  get current(): PresenceOption | undefined {
    return this.presences.find(({ id }) => id === this.presence?.id);
  }

  /** In the agent's language, where its definition is known; events name the system presence alone. */
  get name(): string {
    return this.current?.name ?? this.presence?.name ?? unknown;
  }

  get help(): string {
    return format(menuHelp, this.name);
  }

  get dotClass(): string {
    const tone = TONES[(this.current?.system ?? this.name).toLowerCase()] ?? 'neutral';
    return `dot dot_${tone}`;
  }

  get choices(): { id: string; name: string; checked: boolean }[] {
    return this.presences
      .filter(({ isOffered }) => isOffered)
      .map(({ id, name }) => ({ id, name, checked: id === this.presence?.id }));
  }

  handleSelect(event: CustomEvent<{ value: string }>): void {
    this.run({ type: 'presence', id: event.detail.value });
  }
}
