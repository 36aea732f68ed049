import type { Locale, NotificationCategory, WordFieldValues } from '@calmness/contracts';
import { momentIn } from '@calmness/platform/clock';
import { announcements } from '../../announcements/domain/announcements';
import type { Announcement } from '../../announcements/domain/announcement';
import { isMandatory } from '../../preferences/domain/preferences';
import { digestSamples } from './digest-mails';
import type { MailLine, MailMaterial } from './mail-content';
import { identityLine, type RenderedMail } from './mail-layout';
import type { MailTemplateName } from './mail-templates';
import { renderMail } from './render-mail';
import type { MailVariable } from './variables/mail-variable';
import { mailVariables } from './variables/mail-variables';

const baseUrl = 'https://calmness.example';
const tags: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' };
const zone = 'Europe/Paris';

/** A mail as a member could get it: every variable has a realistic value, every link leads nowhere. */
export function previewMail(
  name: MailTemplateName,
  locale: Locale,
  words: WordFieldValues | null = null,
): RenderedMail {
  const category = categoryOf(name);
  const frame = {
    baseUrl,
    supportEmail: 'support@calmness.example',
    identity: identityLine('12 rue de la Paix\n75002 Paris', '+33 1 23 45 67 89'),
    unsubscribeUrl: isMandatory({ category, channel: 'email' })
      ? null
      : `${baseUrl}/api/notifications/unsubscribe/sample`,
  };
  return renderMail({ name, locale, category }, sampleOf(name, locale), frame, words);
}

/** The category of the news that is told by this mail; a mail nobody announces yet counts as security. */
export function categoryOf(name: MailTemplateName): NotificationCategory {
  const all: Announcement[] = Object.values(announcements);
  return all.find(({ mail }) => mail === name)?.category ?? 'security';
}

/** What a mail would be told, formatted as the domains format it. */
export function sampleOf(name: MailTemplateName, locale: Locale): MailMaterial {
  const values = Object.fromEntries(
    Object.entries(mailVariables[name]).map(([key, variable]) => [key, sampleText(variable, locale)]),
  );
  const { firstName = '', title = '', link = `${baseUrl}/`, ...facts } = values;
  return { firstName, title, link, facts, lines: name === 'digest' ? sampleLines(locale) : undefined };
}

function sampleLines(locale: Locale): MailLine[] {
  const [payment, invoice] = digestSamples[locale];
  return [
    { ...payment, url: `${baseUrl}/admin/payments` },
    { ...invoice, url: `${baseUrl}/admin/invoices` },
  ];
}

/** A sample, formatted as its domain formats the value. */
export function sampleText(variable: MailVariable, locale: Locale): string {
  switch (variable.kind) {
    case 'text':
    case 'paragraph':
      return variable.sample[locale];
    case 'url':
      return new URL(variable.sample, baseUrl).href;
    case 'amount-cents':
      return new Intl.NumberFormat(tags[locale], { style: 'currency', currency: 'EUR' }).format(
        variable.sample / 100,
      );
    case 'day':
      return new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(variable.sample),
      );
    case 'moment':
      return momentIn(new Date(variable.sample), zone, locale);
  }
}
