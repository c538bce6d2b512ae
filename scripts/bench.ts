/** `npm run bench`: what an event costs, how many writes, how many bytes. */
import { benchCommand } from './bench/command';

void benchCommand(process.argv.slice(2), process.cwd(), {
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text)
}).then((code) => {
  process.exitCode = code;
});
