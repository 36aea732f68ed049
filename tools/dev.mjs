import { onPinnedNode } from './bootstrap.mjs';
import { chromiumPackages } from './chromium.mjs';
import { develop } from './dev-run.mjs';

await onPinnedNode(() => develop(), chromiumPackages());
