import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { changedSettings, filledSettings, recordFields } from './draft';
import type { Setting } from 'c/softphoneConfiguration';
import type { Draft } from './draft';
import type { FieldViews } from './fieldViews';

export const OBJECT = 'Softphone_Settings__c';
/** The one record's Name, which nobody sees but in list views. */
const RECORD_NAME = 'Softphone';

export interface Saving {
  /** Absent before the first time. */
  recordId: string | undefined;
  /** What is saved; before the first time, what suggests itself. */
  base: Draft;
  draft: Draft;
  fields: FieldViews;
}

/**
 * Writes what changed, as far as this user may; rejects as `lightning/uiRecordApi` does.
 * @returns the record's id
 */
export async function saveSettings({ recordId, base, draft, fields }: Saving): Promise<string> {
  const writable = (settings: Setting[]): Setting[] =>
    settings.filter((setting) => fields[setting].canChange);
  if (recordId) {
    const changed = recordFields(draft, writable(changedSettings(base, draft)));
    await updateRecord({ fields: { Id: recordId, ...changed } });
    return recordId;
  }
  const filled = recordFields(draft, writable(filledSettings(draft)));
  const { id } = await createRecord({ apiName: OBJECT, fields: { Name: RECORD_NAME, ...filled } });
  return id;
}
