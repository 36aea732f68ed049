import { runBenches } from './bench-run.mjs';
import { onPinnedNode } from './bootstrap.mjs';
import { redisPackages } from './redis.mjs';

await onPinnedNode(() => runBenches(process.argv.slice(2)), redisPackages());
