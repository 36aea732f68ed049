import { createHash } from 'node:crypto';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Places of this checkout. Everything here must run on Node 20 with nothing installed. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const binFolder = join(root, 'node_modules', '.bin');
export const dataFolder = join(root, '.data');
export const cacheFolder = join(root, '.cache');

/** Two checkouts on one machine must not share what has to live outside of them. */
export const checkoutId = createHash('sha256').update(root).digest('hex').slice(0, 10);

/** What every program started from here inherits: the pinned tools first, no daemon, no telemetry. */
export function toolEnvironment(extra = {}) {
  const path = process.env.PATH ?? '';
  return {
    ...process.env,
    PATH: path.split(delimiter)[0] === binFolder ? path : `${binFolder}${delimiter}${path}`,
    NX_DAEMON: 'false',
    NX_NO_CLOUD: 'true',
    NX_TUI: 'false',
    NG_CLI_ANALYTICS: 'false',
    SCARF_ANALYTICS: 'false',
    ...extra,
  };
}
