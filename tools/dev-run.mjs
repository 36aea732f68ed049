import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { applicationEnvironment } from './applications.mjs';
import { findOrDownloadChromium } from './chromium.mjs';
import { openDatabase } from './database.mjs';
import { watchBackend } from './dev-backend.mjs';
import { Failure, say } from './failure.mjs';
import { claimCheckout } from './launcher-claim.mjs';
import { freePort, portIsTaken } from './ports.mjs';
import { atEnd, start, supervise } from './processes.mjs';
import { binFolder, cacheFolder, root } from './workspace.mjs';

const PAGES_PORT = 4200;

/** The product being written: processes restart and pages refresh as files are saved. */
export async function develop() {
  const port = Number(process.env.PORT || 3000);
  await supervise(async () => {
    if (await portIsTaken(port))
      throw new Failure(`Port ${port} is taken: try PORT=${port + 1} npm run dev.`);
    claimCheckout();
    const [databaseUrl, chromium] = await Promise.all([openDatabase(), findOrDownloadChromium()]);
    const pagesPort = await freePort(PAGES_PORT);
    const environment = applicationEnvironment({ databaseUrl, port, chromium });
    // Links in mails lead to the pages being written, not to a build of yesterday.
    environment.PUBLIC_BASE_URL = process.env.PUBLIC_BASE_URL ?? `http://localhost:${pagesPort}`;
    const backend = await watchBackend(environment);
    atEnd(backend.close);
    const pages = servePages(pagesPort, port);
    say(`\nPages  http://localhost:${pagesPort}   (api on ${port}; Ctrl-C stops everything)\n`);
    await pages.ended;
    throw new Failure('The development server stopped by itself: see above.');
  });
}

/** Angular's own server with hot updates; what is not a page goes to the api. */
function servePages(pagesPort, port) {
  const proxy = join(cacheFolder, 'dev-proxy.json');
  const target = `http://127.0.0.1:${port}`;
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(proxy, JSON.stringify({ '/api': { target }, '/ws': { target, ws: true } }));
  const words = ['run', 'frontend:serve', `--port=${pagesPort}`, `--proxyConfig=${relative(root, proxy)}`];
  // Angular's server would take PORT from the environment before its own option.
  const env = { PORT: String(pagesPort) };
  return start([join(binFolder, 'nx'), ...words, '--output-style=stream'], { env });
}
