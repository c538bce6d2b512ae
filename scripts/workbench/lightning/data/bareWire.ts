import type { WireAdapter, WireAdapterConstructor } from 'lwc';

/** A wire that provisions a value by itself, without `data`: the platform's page and bar contexts. */
export function bareWire<Value>(
  read: () => Value,
  subscribe: (onChange: () => void) => () => void
): WireAdapterConstructor<Record<string, never>, Value> {
  return class implements WireAdapter<Record<string, never>> {
    #tell: (value: Value) => void;
    #stop: (() => void) | undefined;

    constructor(tell: (value: Value) => void) {
      this.#tell = tell;
    }

    connect(): void {
      this.#tell(read());
      this.#stop = subscribe(() => this.#tell(read()));
    }

    update(): void {}

    disconnect(): void {
      this.#stop?.();
    }
  };
}
