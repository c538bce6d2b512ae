/** `npm run replay`: which Tasks would a recording of Genesys Cloud traffic produce? */
import { replayCommand } from './replay/command';

// `npm run` moves to the project's folder; file names are meant from where the user stands.
const { npm_lifecycle_event: script, INIT_CWD: start } = process.env;

void replayCommand(process.argv.slice(2), {
  folder: (script === 'replay' && start) || process.cwd(),
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text)
}).then((code) => {
  process.exitCode = code;
});
