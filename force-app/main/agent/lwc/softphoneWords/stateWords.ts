import type { Interaction } from 'c/interaction';
import call from '@salesforce/label/c.Softphone_Type_Call';
import callback from '@salesforce/label/c.Softphone_Type_Callback';
import chat from '@salesforce/label/c.Softphone_Type_Chat';
import dialing from '@salesforce/label/c.Softphone_Type_Dialing';
import email from '@salesforce/label/c.Softphone_Type_Email';
import message from '@salesforce/label/c.Softphone_Type_Message';
import voicemail from '@salesforce/label/c.Softphone_Type_Voicemail';
import stateAlerting from '@salesforce/label/c.Softphone_State_Alerting';
import stateConnected from '@salesforce/label/c.Softphone_State_Connected';
import stateDialing from '@salesforce/label/c.Softphone_State_Dialing';
import stateDisconnected from '@salesforce/label/c.Softphone_State_Disconnected';
import stateHeld from '@salesforce/label/c.Softphone_State_Held';
import stateParked from '@salesforce/label/c.Softphone_State_Parked';
import stateScheduled from '@salesforce/label/c.Softphone_State_Scheduled';
import stateTransferring from '@salesforce/label/c.Softphone_State_Processing';

const TYPES: Record<Interaction['type'], string> = {
  call,
  callback,
  dialing,
  chat,
  email,
  message,
  voicemail
};

const STATES: Record<Interaction['state'], string> = {
  alerting: stateAlerting,
  offering: stateAlerting,
  dialing: stateDialing,
  contacting: stateDialing,
  connected: stateConnected,
  held: stateHeld,
  disconnected: stateDisconnected,
  scheduled: stateScheduled,
  uploading: stateTransferring,
  converting: stateTransferring,
  transmitting: stateTransferring,
  none: stateConnected
};

export function typeWords(interaction: Interaction): string {
  return TYPES[interaction.type];
}

/** Held is a flag beside `connected` in some payloads, and so is parked. */
export function stateWords({ state, held, parkedSince }: Interaction): string {
  if (parkedSince !== undefined) return stateParked;
  return held && state === 'connected' ? stateHeld : STATES[state];
}
