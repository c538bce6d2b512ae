declare module 'lightning/navigation' {
  import type { LightningElement, WireAdapterConstructor } from 'lwc';

  export interface PageReference {
    type: string;
    attributes: Record<string, string | undefined>;
    state?: Record<string, string | undefined>;
  }
  /** The page the user looks at, provisioned bare (no `data`). */
  export const CurrentPageReference: WireAdapterConstructor<
    Record<string, never>,
    PageReference | undefined
  >;

  // A mixin's constructor must accept any arguments for TypeScript to allow `extends`.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  type Constructor<Instance> = new (...args: any[]) => Instance;
  interface Navigating {
    [NavigationMixin.Navigate](page: PageReference, replace?: boolean): void;
    [NavigationMixin.GenerateUrl](page: PageReference): Promise<string>;
  }
  export function NavigationMixin<Base extends Constructor<LightningElement>>(
    base: Base
  ): Base & Constructor<Navigating>;
  export namespace NavigationMixin {
    const Navigate: unique symbol;
    const GenerateUrl: unique symbol;
  }
}
