import { describe } from 'vitest';
import { describeEveryMail } from '../../testing/every-mail';

describe('every mail', () => {
  describeEveryMail([
    { theme: 'light', locale: 'fr', width: 390 },
    { theme: 'dark', locale: 'fr', width: 390 },
  ]);
});
