import type { FieldError, Locale, WordFieldValues, WordVariable } from '@calmness/contracts';
import type { Announcement } from '../../announcements/domain/announcement';
import { announcementCalled, announcements } from '../../announcements/domain/announcements';
import { url, type MailVariables } from '../../delivery/templates/variables/mail-variable';
import { builtInWords, rulesOf } from './built-in-words';
import { fill } from './fill-words';
import { samplesOf, shortVariablesOf } from './word-variables';

/** The announcements that go to WhatsApp, in the order of the catalogue. */
export function whatsAppAnnouncements(): string[] {
  const all: [string, Announcement][] = Object.entries(announcements);
  return all.filter(([, { short }]) => short?.channels.includes('whatsapp')).map(([name]) => name);
}

export function goesToWhatsApp(announcement: string): boolean {
  return announcementCalled(announcement)?.short?.channels.includes('whatsapp') ?? false;
}

/** What a placeholder of the template may hold: `title` and `body` are the words of the message themselves. */
function placeholdersOf(announcement: string, locale: Locale, own?: WordFieldValues): Record<string, string> {
  const { firstName = '', ...facts } = samplesOf(shortVariablesOf(announcement), locale);
  const link = samplesOf(linkOnly, locale)['link'] ?? '';
  // The title of the message, not that of its subject.
  return { ...facts, first_name: firstName, ...previewOf(announcement, locale, own), link };
}
const linkOnly: MailVariables = { link: url('/user') };

/** The few lines of the announcement, the staff's own or those of the house, with the samples. */
export function previewOf(
  announcement: string,
  locale: Locale,
  own?: WordFieldValues,
): { title: string; body: string } {
  const samples = samplesOf(shortVariablesOf(announcement), locale);
  const { title = '', body = '' } = own ?? builtInWords({ kind: 'short', name: announcement }, locale);
  return { title: fill(title, samples), body: fill(body, samples) };
}

export function whatsAppVariables(
  announcement: string,
  locale: Locale,
  own?: WordFieldValues,
): WordVariable[] {
  const required = rulesOf({ kind: 'short', name: announcement }, locale).required;
  return Object.entries(placeholdersOf(announcement, locale, own)).map(([name, sample]) => ({
    ...{ name, sample, optional: false },
    required: required.includes(name),
  }));
}

/** What is wrong with a template's placeholders: an unknown name, or the news left out. */
export function lintTemplate(
  announcement: string,
  locale: Locale,
  variables: readonly string[],
): FieldError[] {
  const known = whatsAppVariables(announcement, locale);
  if (variables.some((name) => !known.some((one) => one.name === name)))
    return [{ field: 'variables', code: 'variable_unknown' }];
  const missing = known.some(({ name, required }) => required && !variables.includes(name));
  // The body says all of it in one placeholder.
  return missing && !variables.includes('body') ? [{ field: 'variables', code: 'variable_missing' }] : [];
}
