/** `npm run simulate`: seeded shifts with faults. Does every Task come out right? */
import { simulateCommand } from './simulate/command';

void simulateCommand(process.argv.slice(2), {
  root: process.cwd(),
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
  clock: () => performance.now()
}).then((code) => {
  process.exitCode = code;
});
