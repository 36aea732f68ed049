import { describe, expect, it } from 'vitest';
import { locales } from '@calmness/contracts';
import type { Announcement } from './announcement';
import { announcements } from './announcements';
import type { Facts } from './in-app-texts';

/** What a lock screen may show to whoever stands beside. An amount, a price, a reference or a result is none of it. */
const mayBeSeen = [
  ...['title', 'plan', 'lastDay', 'when', 'place', 'instructor', 'partner', 'firstName', 'days', 'overdue'],
  // Of a broadcast: the same words for everybody tell nothing of the reader.
  'body',
];
/** Facts that answer only to what may be seen. */
const facts = new Proxy<Facts>(
  {},
  {
    get: (_target, name) => {
      if (!mayBeSeen.includes(String(name)))
        throw new Error(`${String(name)} may not stand on a lock screen`);
      return `le ${String(name)}`;
    },
  },
);
const amount = /\d\s?(€|EUR|\$|%|pips?\b)|[€$]\s?\d/iu;

const all = Object.entries<Announcement>(announcements);
const ringing = all.flatMap(([name, { short }]) =>
  short?.channels.includes('push') ? locales.map((locale) => ({ name, locale, short })) : [],
);

describe('what a locked phone shows', () => {
  it.each(ringing)('of $name in $locale tells no amount and no secret', ({ locale, short }) => {
    const { title, body } = short.texts[locale](facts);
    expect(`${title} ${body}`).not.toMatch(amount);
    expect(title.trim()).not.toBe('');
  });

  it('is looked at wherever something rings', () => {
    expect(ringing.length).toBeGreaterThan(10);
    expect('49,00 €').toMatch(amount);
    expect('€49.00').toMatch(amount);
  });
});
