import { fork, type ChildProcess } from 'node:child_process';
import { runPart, type Part } from './campaign';
import { mutants } from './mutants';

/** Shifts to run in a row, by somebody of a pool. */
export interface Job {
  seeds: number;
  from: number;
  /** Name of a deliberate fault. */
  mutant?: string | undefined;
  stopAtFirst?: boolean;
}

/** Does jobs, as many at a time as it has workers; each answer belongs to its job, whoever did it. */
export interface Pool {
  run(job: Job): Promise<Part>;
  end(): void;
}

/** Tells a process that it is one of a pool. */
export const WORKER = '--worker';

const doJob = ({ mutant, ...job }: Job): Promise<Part> => {
  const hooks = mutants.find(({ name }) => name === mutant)?.hooks();
  return runPart({ ...job, ...(hooks && { hooks }) });
};

/** This process inThisProcess. */
export function inThisProcess(): Pool {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(job) {
      const mine = last.then(() => doJob(job));
      last = mine.catch(() => undefined);
      return mine;
    },
    end: () => undefined
  };
}

/** In a process of a pool: does what it is asked, one job after the other. */
export function beWorker(): void {
  process.on('message', (job: Job) => {
    void doJob(job).then((part) => process.send?.(part));
  });
}

interface Task {
  job: Job;
  resolve(part: Part): void;
  reject(why: Error): void;
}

/** So many processes of their own. `script`: what runs `npm run simulate`. */
export function poolOf(size: number, script: string): Pool {
  const waiting: Task[] = [];
  const idle: ChildProcess[] = [];
  const workers: ChildProcess[] = [];
  const busy = new Map<ChildProcess, Task>();
  let isOver = false;

  function next(): void {
    while (waiting.length > 0 && idle.length > 0) {
      const worker = idle.pop() as ChildProcess;
      const task = waiting.shift() as Task;
      busy.set(worker, task);
      worker.send(task.job);
    }
  }

  function hire(): void {
    const worker = fork(script, ['simulate', WORKER]);
    worker.on('message', (part) => {
      busy.get(worker)?.resolve(part as Part);
      busy.delete(worker);
      idle.push(worker);
      next();
    });
    worker.on('exit', (code) => {
      if (isOver) return;
      const why = new Error(`a process of the simulation ended with ${code ?? 'a signal'}`);
      for (const task of [...busy.values(), ...waiting.splice(0)]) task.reject(why);
    });
    workers.push(worker);
    idle.push(worker);
  }

  for (let n = 0; n < size; n += 1) hire();
  return {
    run: (job) =>
      new Promise((resolve, reject) => {
        waiting.push({ job, resolve, reject });
        next();
      }),
    end() {
      isOver = true;
      for (const worker of workers) worker.kill();
    }
  };
}
