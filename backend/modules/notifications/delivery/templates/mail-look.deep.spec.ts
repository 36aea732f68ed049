import { describe } from 'vitest';
import { describeEveryMail } from '../../testing/every-mail';

/** With the everyday looks: the other language, the narrowest screen the law knows, and a wide one. */
describe('every mail', () => {
  describeEveryMail([
    { theme: 'light', locale: 'en', width: 320 },
    { theme: 'dark', locale: 'fr', width: 320 },
    { theme: 'light', locale: 'fr', width: 1_024 },
    { theme: 'dark', locale: 'en', width: 1_024 },
  ]);
});
