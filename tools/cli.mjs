import { onPinnedNode } from './bootstrap.mjs';
import { runCommand } from './cli-run.mjs';

await onPinnedNode(() => runCommand(process.argv.slice(2)));
