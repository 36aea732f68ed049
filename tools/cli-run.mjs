import { join } from 'node:path';
import { applicationEnvironment } from './applications.mjs';
import { buildForCommand } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { openDatabase } from './database.mjs';
import { runningLauncher } from './launcher-claim.mjs';
import { start, supervise } from './processes.mjs';
import { root } from './workspace.mjs';

/**
 * Runs one command of the product beside whatever is there: in the database of the running demo, or
 * in the demo's own, started for the time of the command.
 */
export async function runCommand(words) {
  const code = await supervise(async () => {
    const [databaseUrl] = await Promise.all([
      // Whoever serves the demo meanwhile needs the server longer than we do.
      openDatabase({ keepRunning: () => runningLauncher() !== undefined }),
      buildForCommand(),
    ]);
    const child = start(
      [process.execPath, '--enable-source-maps', join(root, 'dist', 'cli', 'main.mjs'), ...words],
      {
        env: applicationEnvironment({ databaseUrl, chromium: findChromium() }),
        // A command may ask for a password: only the terminal's own process group can read from it.
        detached: false,
        stdio: 'inherit',
      },
    );
    return (await child.ended).code;
  });
  process.exit(code);
}
