import { announce } from './announcement.mjs';
import { applicationEnvironment, openApplications, prepareDatabase } from './applications.mjs';
import { buildForStart } from './build.mjs';
import { findOrDownloadChromium } from './chromium.mjs';
import { openDatabase } from './database.mjs';
import { Failure } from './failure.mjs';
import { claimCheckout } from './launcher-claim.mjs';
import { portIsTaken } from './ports.mjs';
import { supervise } from './processes.mjs';

/** The whole product on one port, from whatever is already there; ends when it is told to stop. */
export async function startCalmness(argv) {
  const options = readOptions(argv);
  await supervise(async () => {
    const applications = await open(options);
    // A process that ends by itself is a defect: show its last words rather than run on by half.
    throw new Failure(await applications.firstEnd);
  });
}

async function open({ fresh, port }) {
  if (await portIsTaken(port)) throw new Failure(`Port ${port} is taken: try PORT=${port + 1} npm start.`);
  claimCheckout();
  // None waits for another: the database starts while Nx compares its cache.
  const [databaseUrl, chromium] = await Promise.all([
    openDatabase({ fresh }),
    findOrDownloadChromium(),
    buildForStart(),
  ]);
  const environment = applicationEnvironment({ databaseUrl, port, chromium });
  await prepareDatabase(environment);
  const applications = await openApplications(environment, port);
  announce({ port, health: applications.health, chromium });
  return applications;
}

function readOptions(argv) {
  const unknown = argv.find((word) => word !== '--fresh');
  if (unknown)
    throw new Failure(`npm start takes only --fresh (drop the demo database first), not ${unknown}.`);
  if (process.env.NODE_ENV === 'production')
    throw new Failure(
      'npm start plants demo data: unset NODE_ENV, or run dist/api/main.mjs and dist/worker/main.mjs.',
    );
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Failure(`PORT has to be a number between 1 and 65535, not ${process.env.PORT}.`);
  return { fresh: argv.includes('--fresh'), port };
}
