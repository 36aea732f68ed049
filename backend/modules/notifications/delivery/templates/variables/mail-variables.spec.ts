import { describe, expect, it } from 'vitest';
import { locales } from '@calmness/contracts';
import type { MailMaterial } from '../mail-content';
import { mailTemplateNames, mailTemplates } from '../mail-templates';
import { mailVariables } from './mail-variables';

/** Material that remembers what it was asked for; what may be missing is given or left out. */
function watched(asked: Set<string>, answer: string): MailMaterial {
  const watch = <T extends object>(target: T): T =>
    new Proxy(target, {
      get: (_target, key) => {
        if (key === 'facts') return facts;
        if (key === 'lines') return [{ title: answer, text: answer, url: answer }];
        asked.add(String(key));
        return answer;
      },
    });
  const facts = watch<MailMaterial['facts']>({});
  return watch({ firstName: '', title: '', facts, link: '' });
}

const cases = mailTemplateNames.flatMap((name) => locales.map((locale) => [name, locale] as const));

describe.each(cases)('the mail %s in %s', (name, locale) => {
  it('uses the variables it declares, all of them and no other', () => {
    const asked = new Set<string>();
    mailTemplates[name][locale](watched(asked, 'given'));
    mailTemplates[name][locale](watched(asked, ''));
    expect([...asked].sort()).toEqual(Object.keys(mailVariables[name]).sort());
  });

  it('says something in each of its parts', () => {
    const content = mailTemplates[name][locale](watched(new Set(), 'given'));
    const { subject, preheader, greeting, paragraphs } = content;
    for (const part of [subject, preheader, greeting, ...paragraphs]) expect(part.trim()).not.toBe('');
    expect(paragraphs.length).toBeGreaterThan(0);
  });
});

describe.each(mailTemplateNames)('the samples of %s', (name) => {
  it('are values a domain could give', () => {
    for (const variable of Object.values(mailVariables[name])) {
      const { kind, sample } = variable;
      if (kind === 'amount-cents') expect(Number.isSafeInteger(sample)).toBe(true);
      else if (kind === 'day') expect(sample).toMatch(/^\d{4}-\d\d-\d\d$/);
      else if (kind === 'moment') expect(new Date(sample).toISOString()).toBe(sample.replace('Z', '.000Z'));
      else if (kind === 'url') expect(sample).toMatch(/^\/|^https:/);
      else for (const locale of locales) expect(sample[locale].trim()).not.toBe('');
    }
  });
});
