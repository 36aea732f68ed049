import { onPinnedNode } from './bootstrap.mjs';
import { chromiumPackages } from './chromium.mjs';
import { startCalmness } from './start-run.mjs';

await onPinnedNode(() => startCalmness(process.argv.slice(2)), chromiumPackages());
