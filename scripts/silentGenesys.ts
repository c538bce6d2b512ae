import type { GenesysAnswer, GenesysPort } from 'c/taskKeeper';

const NO: GenesysAnswer<never> = { ok: false, problem: { type: 'forbidden' } };
const no = (): Promise<GenesysAnswer<never>> => Promise.resolve(NO);

/** Genesys Cloud that answers no question: all there is to know is what is heard. */
export const silentGenesys: GenesysPort = {
  readConversation: no,
  handled: no,
  contactColumns: no,
  messages: no,
  recordings: no,
  emails: no,
  wrapUpCodes: no,
  watch: () => {},
  queueName: () => Promise.resolve(undefined),
  wrapUpName: () => Promise.resolve(undefined)
};
