import { describe, expect, it } from 'vitest';
import { locales } from '@calmness/contracts';
import { isMailTemplate, mailTemplateNames, mailTemplates } from '../../delivery/templates/mail-templates';
import { previewMail, sampleOf } from '../../delivery/templates/preview-mail';
import { allWords, builtInWords, rulesOf } from './built-in-words';
import { fill, fillParagraphs } from './fill-words';
import { lintWords } from './lint-words';

const cases = allWords.flatMap((words) => locales.map((locale) => ({ ...words, locale })));

describe.each(cases)('the built-in words of the $kind $name in $locale', ({ kind, name, locale }) => {
  const words = { kind, name };

  it('could be published as they are', () => {
    expect(lintWords(builtInWords(words, locale), rulesOf(words, locale))).toEqual([]);
  });

  it('say the same when they are published as they are', () => {
    if (kind !== 'mail' || !isMailTemplate(name)) return;
    const builtIn = previewMail(name, locale);
    const own = previewMail(name, locale, builtInWords(words, locale));
    expect(own.subject).toBe(builtIn.subject);
    expect(own.text).toBe(builtIn.text);
  });
});

describe.each(mailTemplateNames)('the mail %s, whatever the staff writes', (name) => {
  it.each(locales)('keeps its link and its table of facts in %s', (locale) => {
    const material = sampleOf(name, locale);
    const { button, facts = [] } = mailTemplates[name][locale](material);
    const words = { subject: 'a', preheader: 'b', greeting: 'c', paragraphs: 'd', button: 'e' };
    const { text } = previewMail(name, locale, words);
    expect(text).toContain('\n\nd\n\n');
    for (const { value } of facts)
      expect(text.replaceAll('\u00a0', ' ')).toContain(value.replaceAll(/\s/g, ' '));
    expect(text.includes(material.link)).toBe(button !== undefined);
  });
});

describe('a placeholder', () => {
  it('is filled once: what a person typed is never read as one', () => {
    expect(fill('Bonjour {{ firstName }}', { firstName: '{{plan}}', plan: 'x' })).toBe('Bonjour {{plan}}');
  });

  it('takes its paragraph away when there is nothing to say', () => {
    expect(fillParagraphs('Un.\n\nJusqu’au {{lastDay}}.\n\nDeux.', { lastDay: '' })).toEqual([
      'Un.',
      'Deux.',
    ]);
  });

  it.each(['{{', '}}', '{{ }}', '{{first name}}', '{{unknown}}', '{{toString}}'])(
    '%s is no variable',
    (text) => {
      const rules = rulesOf({ kind: 'short', name: 'loan-overdue' }, 'fr');
      const fields = { title: text, body: '{{when}}' };
      expect(lintWords(fields, rules)).toEqual([{ field: 'fields.title', code: 'variable_unknown' }]);
    },
  );

  it('may stand beside what only looks like markup', () => {
    const rules = rulesOf({ kind: 'short', name: 'loan-overdue' }, 'fr');
    expect(lintWords({ title: '2 < 3', body: 'Le {{when}} > hier' }, rules)).toEqual([]);
  });
});
