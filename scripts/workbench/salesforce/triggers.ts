import type { RecordError } from './errors';

/**
 * A trigger of the customer that refuses: its text goes through to the client as the platform writes
 * it, and often tells of another record's error with that error's code.
 */
export interface Trigger {
  object: string;
  on: 'create' | 'update' | 'both';
  /** `addError` speaks for itself; an exception that nobody caught is told with where it happened. */
  kind: 'addError' | 'exception';
  message: string;
  /** How many writes it refuses; undefined: until it is taken away. */
  times?: number;
}

/** Texts seen in public error reports that name codes which are not about the record itself. */
export const triggerTexts: Record<string, string> = {
  ENTITY_IS_DELETED:
    'System.DmlException: Update failed. First exception on row 0 with id 003000000000001AAA; first error: ENTITY_IS_DELETED, entity is deleted: []',
  UNABLE_TO_LOCK_ROW:
    'System.DmlException: Update failed. First exception on row 0 with id 001000000000001AAA; first error: UNABLE_TO_LOCK_ROW, unable to obtain exclusive access to this record: []',
  DUPLICATE_VALUE:
    'System.DmlException: Insert failed. First exception on row 0; first error: DUPLICATE_VALUE, duplicate value found: Key__c duplicates value on record with id: a0X000000000001: []',
  INVALID_SESSION_ID:
    'System.CalloutException: the billing system said INVALID_SESSION_ID: Session expired or invalid',
  REQUEST_LIMIT_EXCEEDED:
    'System.CalloutException: the billing system said REQUEST_LIMIT_EXCEEDED: TotalRequests Limit exceeded.'
};

export class Triggers {
  private list: Trigger[] = [];

  add(trigger: Trigger): void {
    this.list.push({ ...trigger });
  }

  clear(): void {
    this.list = [];
  }

  all(): Trigger[] {
    return this.list.map((one) => ({ ...one }));
  }

  /** The first trigger's refusal of this write, used up by one. */
  refuse(object: string, write: 'create' | 'update'): RecordError | undefined {
    const trigger = this.list.find(
      (one) => one.object === object && (one.on === 'both' || one.on === write)
    );
    if (!trigger) return undefined;
    if (trigger.times !== undefined) {
      trigger.times -= 1;
      if (trigger.times <= 0) this.list = this.list.filter((one) => one !== trigger);
    }
    const event = write === 'create' ? 'BeforeInsert' : 'BeforeUpdate';
    return trigger.kind === 'addError'
      ? { errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: trigger.message }
      : {
          errorCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
          message: `${object}Trigger: execution of ${event}\n\ncaused by: ${trigger.message}\n\n()`
        };
  }
}
