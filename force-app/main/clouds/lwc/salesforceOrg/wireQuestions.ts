/** Starts a timer; returns what cancels it. */
export type After = (ms: number, run: () => void) => () => void;

/** What a GraphQL wire provisions. */
export interface Provisioned {
  data?: unknown;
  errors?: readonly { message: string; extensions?: unknown }[] | undefined;
  refresh?: (() => Promise<void>) | undefined;
}

export type Answer = { ok: true; data: unknown } | { ok: false; message: string };

interface Question<Variables> {
  key: string;
  variables: Variables;
  settle(answer: Answer): void;
}

/**
 * `lightning/graphql` reads only through a wire. This turns a wire whose variables can be set into
 * questions with one answer each: one at a time, and never from the wire's cache, because an
 * earlier "no such Task" must not be believed after a create whose outcome is unknown.
 */
export function wireQuestions<Variables>(options: {
  /** Sets the wire's variables. */
  ask(variables: Variables): void;
  after: After;
  timeoutMs: number;
  /** Other readers of the page may have filled the wire's cache: refresh even a first answer. */
  alwaysRefresh?: boolean;
  /** Whether an answer is to these variables: a wire may provision an older question's once more. */
  belongs?(variables: Variables, data: unknown): boolean;
}) {
  const queue: Question<Variables>[] = [];
  const askedBefore = new Set<string>();
  let current: Question<Variables> | undefined;
  let cancelTimer = (): void => {};
  let refreshing = false;
  /** What the wire holds now: setting equal variables again may provision nothing. */
  let held: { key: string; answer: Answer; refresh?: Provisioned['refresh'] } | undefined;

  function next(): void {
    const question = queue.shift();
    if (!question) return;
    current = question;
    refreshing = false;
    cancelTimer = options.after(options.timeoutMs, () => {
      held = undefined;
      finish(question, { ok: false, message: 'timeout' });
    });
    if (held?.key === question.key && held.refresh) refresh(question, held.refresh);
    else options.ask(question.variables);
  }

  function refresh(question: Question<Variables>, run: () => Promise<void>): void {
    refreshing = true;
    const none: Answer = { ok: false, message: 'no answer' };
    run().then(
      // A refresh that found no change provisions nothing: what is held is right.
      () => finish(question, held?.answer ?? none),
      (error: unknown) => finish(question, { ok: false, message: String(error) })
    );
  }

  function finish(question: Question<Variables>, answer: Answer): void {
    if (current !== question) return;
    cancelTimer();
    askedBefore.add(question.key);
    current = undefined;
    question.settle(answer);
    next();
  }

  return {
    ask(variables: Variables): Promise<Answer> {
      return new Promise((settle) => {
        queue.push({ key: JSON.stringify(variables), variables, settle });
        if (!current) next();
      });
    },

    /** To be called with everything the wire provisions. */
    provisioned(result: Provisioned): void {
      const answer = answerOf(result);
      if (!current || !answer) return;
      if (answer.ok && options.belongs?.(current.variables, answer.data) === false) return;
      held = { key: current.key, answer, refresh: result.refresh };
      if (refreshing) return;
      const mayBeOld = options.alwaysRefresh || askedBefore.has(current.key);
      if (mayBeOld && result.refresh) refresh(current, result.refresh);
      else finish(current, answer);
    }
  };
}

export type WireQuestions<Variables> = ReturnType<typeof wireQuestions<Variables>>;

function answerOf({ data, errors }: Provisioned): Answer | undefined {
  if (errors?.length) return { ok: false, message: wordsOf(errors) };
  return data === undefined ? undefined : { ok: true, data };
}

export function wordsOf(errors: readonly { message: string }[]): string {
  return errors.map(({ message }) => message).join('; ');
}

/** The org's own refusals carry their kind; what the adapter says of a call that failed does not. */
export function wasAsked(errors: NonNullable<Provisioned['errors']>): boolean {
  return errors.some(({ extensions }) => extensions !== undefined);
}
