import { describe, expect, it } from 'vitest';
import { locales } from '@calmness/contracts';
import { announcements, type AnnouncementName } from '../../announcements/domain/announcements';
import type { Announcement } from '../../announcements/domain/announcement';
import { calendars } from './calendars';
import { loanWords } from './loan-words';
import { variablesOfSubject } from '../../wording/domain/word-variables';
import type { BilingualWords } from './reminder-words';
import { sessionWords } from './session-words';
import { subscriptionWords } from './subscription-words';

const words: Record<string, BilingualWords> = { ...subscriptionWords, ...sessionWords, ...loanWords };
const told = Object.entries(calendars).flatMap(([kind, { subjectKind, offsets }]) =>
  offsets.map(({ key, announcement }) => ({ kind, key, subjectKind, announcement })),
);

/** Every fact answers its own name; one nobody declared is a fault of the text. */
function onlyDeclared(subjectKind: string): Record<string, string> {
  const known = ['title', ...Object.keys(variablesOfSubject(subjectKind))];
  return new Proxy<Record<string, string>>(
    {},
    {
      get: (_target, name: string) => {
        if (!known.includes(name)) throw new Error(`${subjectKind} declares no fact ${name}`);
        return `[${name}]`;
      },
    },
  );
}

describe.each(told)('the reminder $kind $key', ({ subjectKind, announcement }) => {
  const line: Announcement = announcements[announcement];

  it('is announced about the subject its calendar asks, to its member, somewhere', () => {
    expect(line.subjectKind).toBe(subjectKind);
    expect(line.audience).toBe('member');
    expect(line.inApp ?? line.short ?? line.mail).toBeDefined();
  });

  it.each(locales)('has words in %s that use declared facts alone', (locale) => {
    const said = words[announcement]?.[locale](onlyDeclared(subjectKind));
    const texts = [said?.title, said?.body, said?.more, said?.button];
    for (const text of texts) expect(text?.length).toBeGreaterThan(5);
  });
});

describe('the words of the reminders', () => {
  it('are all of some calendar', () => {
    const used = new Set<AnnouncementName>(told.map(({ announcement }) => announcement));
    expect(Object.keys(words).filter((name) => !used.has(name as AnnouncementName))).toEqual([]);
  });
});
