import { onPinnedNode } from './bootstrap.mjs';
import { chromiumPackages } from './chromium.mjs';
import { reportAndExit } from './failure.mjs';
import { redisPackages } from './redis.mjs';
import { planTests } from './test-plan.mjs';
import { runTests } from './test-run.mjs';
import { stages } from './test-stages.mjs';

try {
  const plan = planTests(process.argv.slice(2), stages);
  const needsServices = plan.stages.some((stage) => stage.needs.includes('services'));
  await onPinnedNode(() => runTests(plan), needsServices ? [...chromiumPackages(), ...redisPackages()] : []);
} catch (error) {
  reportAndExit(error);
}
