/** Under which of an org's conditions the page runs. */
export interface Mode {
  /** Our components run in the real Lightning Web Security, compiled by the platform's compiler. */
  lws: boolean;
  /** Shadow roots are the platform's imitation instead of the browser's own. */
  syntheticShadow: boolean;
}
