import type { WireAdapter, WireAdapterConstructor } from 'lwc';
import { watch } from './resources';
import type { Outcome, Question } from './resources';

/**
 * A wire adapter over the page's cache. A configuration equal to the one before it provisions again.
 * `ask`: the question a config stands for, or undefined while it lacks something. That ends the
 * subscription: nothing is provisioned any more, and what was provisioned stays.
 * `present`: how the outcome looks to the component.
 */
export function wireAdapter<Config extends Record<string, unknown>, Value>(
  ask: (config: Config) => Question | undefined,
  present: (outcome: Outcome | undefined, question?: Question) => Value
): WireAdapterConstructor<Config, Value> {
  return class implements WireAdapter<Config> {
    #tell: (value: Value) => void;
    #config: Config | undefined;
    #question: Question | undefined;
    #stop: (() => void) | undefined;
    #connected = false;

    constructor(tell: (value: Value) => void) {
      this.#tell = tell;
      tell(present(undefined));
    }

    connect(): void {
      this.#connected = true;
      this.start();
    }

    update(config: Config): void {
      this.#config = config;
      this.start();
    }

    disconnect(): void {
      this.#connected = false;
      this.#stop?.();
      this.#question = undefined;
    }

    start(): void {
      if (!this.#connected || !this.#config) return;
      const question = ask(this.#config);
      this.#stop?.();
      this.#stop = undefined;
      this.#question = question;
      if (!question) return;
      this.#stop = watch(question, (outcome) => {
        if (this.#question === question) this.#tell(present(outcome, question));
      });
    }
  };
}

/** `{data, error}`, of which one is undefined. */
export function dataOrError<Data>(outcome: Outcome | undefined): WireResult<Data> {
  if (!outcome) return { data: undefined, error: undefined } as unknown as WireResult<Data>;
  return 'data' in outcome
    ? ({ data: outcome.data, error: undefined } as unknown as WireResult<Data>)
    : ({ data: undefined, error: outcome.error } as unknown as WireResult<Data>);
}
