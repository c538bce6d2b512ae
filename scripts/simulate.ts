/** `npm run simulate`: seeded shifts with faults. Does every Task come out right? */
import { join } from 'node:path';
import { simulateCommand } from './simulate/command';
import { poolOf, WORKER, beWorker } from './simulate/workers';

const args = process.argv.slice(2);

if (args[0] === WORKER) {
  beWorker();
} else {
  void simulateCommand(args, {
    root: process.cwd(),
    out: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
    clock: () => performance.now(),
    poolOf: (size) => poolOf(size, join(process.cwd(), 'scripts', 'run.mjs'))
  }).then((code) => {
    process.exitCode = code;
  });
}
