import type { Communication, Facts } from './conversation';

// Most of a snapshot repeats what is known: one participant changed, the others did not. Finding that out must be cheap,
// so the fields are written out here; the lists in mergeFacts.ts say what happens to those that differ. A test walks the
// lists and fails when a field is missing here.

/** Silence repeats everything. */
function is(told: unknown, known: unknown): boolean {
  return told === undefined || told === known;
}

/** Each snapshot lists the same messages anew; what is known may hold more than one source tells. */
function holds(known: readonly string[] | undefined, told: readonly string[] | undefined): boolean {
  if (told === undefined || told === known) return true;
  if (known === undefined || told.length > known.length) return false;
  for (let index = 0; index < told.length; index++) {
    // Mostly at the same place; otherwise anywhere.
    if (told[index] !== known[index] && !known.includes(told[index]!)) return false;
  }
  return true;
}

/** Attributes and communications are compared where they are merged. */
export function repeatsFacts(known: Facts, told: Facts): boolean {
  return (
    is(told.purpose, known.purpose) &&
    is(told.userId, known.userId) &&
    is(told.name, known.name) &&
    is(told.queueId, known.queueId) &&
    is(told.queueName, known.queueName) &&
    is(told.address, known.address) &&
    is(told.ani, known.ani) &&
    is(told.dnis, known.dnis) &&
    is(told.startedAt, known.startedAt) &&
    is(told.connectedAt, known.connectedAt) &&
    is(told.endedAt, known.endedAt) &&
    is(told.acwStartedAt, known.acwStartedAt) &&
    is(told.acwEndedAt, known.acwEndedAt) &&
    is(told.wrapUpRequired, known.wrapUpRequired) &&
    is(told.wrapUpPrompt, known.wrapUpPrompt) &&
    is(told.wrapUpTimeoutMs, known.wrapUpTimeoutMs) &&
    is(told.wrapUpCode, known.wrapUpCode) &&
    is(told.wrapUpName, known.wrapUpName) &&
    is(told.wrapUpSeconds, known.wrapUpSeconds) &&
    is(told.supervisor, known.supervisor)
  );
}

export function repeatsCommunication(known: Communication, told: Communication): boolean {
  return (
    is(told.id, known.id) &&
    is(told.state, known.state) &&
    is(told.direction, known.direction) &&
    is(told.held, known.held) &&
    is(told.muted, known.muted) &&
    is(told.recording, known.recording) &&
    is(told.alertedAt, known.alertedAt) &&
    is(told.connectedAt, known.connectedAt) &&
    is(told.disconnectedAt, known.disconnectedAt) &&
    is(told.heldSince, known.heldSince) &&
    is(told.selfAddress, known.selfAddress) &&
    is(told.selfDisplay, known.selfDisplay) &&
    is(told.otherAddress, known.otherAddress) &&
    is(told.fromAddress, known.fromAddress) &&
    is(told.fromDisplay, known.fromDisplay) &&
    is(told.fromName, known.fromName) &&
    is(told.toAddress, known.toAddress) &&
    is(told.toDisplay, known.toDisplay) &&
    is(told.uuiData, known.uuiData) &&
    is(told.messageType, known.messageType) &&
    holds(known.messageIds, told.messageIds) &&
    is(told.subject, known.subject) &&
    is(told.callbackNumber, known.callbackNumber) &&
    is(told.callbackUserName, known.callbackUserName) &&
    is(told.voicemail, known.voicemail) &&
    is(told.contactId, known.contactId) &&
    is(told.contactListId, known.contactListId) &&
    is(told.campaignId, known.campaignId) &&
    is(told.acwPending, known.acwPending) &&
    is(told.acwStartedAt, known.acwStartedAt) &&
    is(told.acwEndedAt, known.acwEndedAt) &&
    is(told.wrapUpCode, known.wrapUpCode) &&
    is(told.wrapUpName, known.wrapUpName) &&
    is(told.wrapUpSeconds, known.wrapUpSeconds)
  );
}
