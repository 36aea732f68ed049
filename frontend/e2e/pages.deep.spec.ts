import { describe } from 'vitest';
import { desktop, phone } from './browser';
import { describeEveryPage } from './every-page';

/** With the everyday looks: both themes at both widths, and the narrowest screen the law knows (WCAG 1.4.10). */
describe('every page', () => {
  describeEveryPage([
    { theme: 'dark', screen: 'phone', viewport: phone },
    { theme: 'light', screen: 'desktop', viewport: desktop },
    { theme: 'light', screen: 'narrowest screen', viewport: { width: 320, height: 640 } },
  ]);
});
