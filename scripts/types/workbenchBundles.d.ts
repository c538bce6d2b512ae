declare module 'workbench/bundles' {
  import type { LightningElement } from 'lwc';
  /** The project's bundles that the console hosts, by name; one that does not exist is absent. */
  const bundles: Readonly<Record<string, typeof LightningElement | undefined>>;
  export default bundles;
}
