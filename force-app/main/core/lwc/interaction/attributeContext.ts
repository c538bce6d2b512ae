/** What an attribute needs that the conversation does not hold. Everything but `region` may be missing. */
export interface AttributeContext {
  /** Domain of the Genesys Cloud region, `mypurecloud.com`. */
  region: string;
  /** May contain `{region}` and `{conversationId}`. */
  urlTemplate?: string;
  /** Notes the agent typed in the panel. */
  notes?: string;
  /** Queue id → name, from the routing API. */
  queueNames?: Record<string, string>;
  /** Wrap-up code id → name. */
  wrapUpNames?: Record<string, string>;
  /** Contact list row: column → value. */
  contactColumns?: Record<string, string>;
  /** Salesforce id of the transcript record. */
  transcriptId?: string;
  /** Participant attribute that holds the work item id. */
  workItemAttribute?: string;
  /**
   * Names that are asked for. Those of `Participant.*` are each looked up exactly, then ignoring case, then with the prefix
   * `context.`, and stand in the result under the spelling asked for.
   */
  names?: readonly string[];
  /** Leave everything that is not in `names` out: all that a writer needs on each event. */
  namesOnly?: boolean;
}
