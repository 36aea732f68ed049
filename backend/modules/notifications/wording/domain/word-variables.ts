import type { Locale } from '@calmness/contracts';
import { announcementCalled } from '../../announcements/domain/announcements';
import type { MailTemplateName } from '../../delivery/templates/mail-templates';
import { sampleText } from '../../delivery/templates/preview-mail';
import {
  day,
  text,
  type MailVariable,
  type MailVariables,
} from '../../delivery/templates/variables/mail-variable';
import { mailVariables } from '../../delivery/templates/variables/mail-variables';

const firstName = text('Camille');

/** What the few lines about a subject may name; its domain formats the values. */
const shortVariablesBySubject: Record<string, MailVariables> = {
  'billing.subscription': { plan: text('Premium'), lastDay: day('2026-11-30') },
  'formations.session': told(mailVariables['formation-session-24h']),
  'coaching.session': told(mailVariables['coaching-session-30m']),
  'equipment.loan': told(mailVariables['loan-overdue']),
  'notifications.broadcast': told(mailVariables.broadcast),
  'accounts.whatsapp-proof': { code: text('482913'), minutes: text('10') },
};

/** What the lines of an announcement may name; none for one that has no lines. */
export function shortVariablesOf(announcement: string): MailVariables {
  const found = announcementCalled(announcement);
  if (!found?.short) return {};
  return { firstName, ...variablesOfSubject(found.subjectKind) };
}

/** What a subject of that kind tells of itself, besides whom it is told. */
export function variablesOfSubject(subjectKind: string): MailVariables {
  return shortVariablesBySubject[subjectKind] ?? {};
}

/** What the words of a mail may name: everything it is told but the address of its button. */
export function mailVariablesOf(name: MailTemplateName): MailVariables {
  return without(mailVariables[name], ['link']);
}

/** Every sample, as its reader would see it. */
export function samplesOf(variables: MailVariables, locale: Locale): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).map(([name, variable]) => [name, sampleText(variable, locale)]),
  );
}

/** Dates, amounts and reasons are the news itself; so are these, whose kind does not say it. */
const alwaysNews = ['when', 'code'];
const newsKinds: readonly MailVariable['kind'][] = ['day', 'moment', 'amount-cents', 'paragraph'];

/** Whether words that leave it out tell no news. */
export function carriesNews(name: string, { kind, optional }: MailVariable): boolean {
  return !optional && (newsKinds.includes(kind) || alwaysNews.includes(name));
}

/** What a mail knows besides whom it greets and where its button leads. */
function told(variables: MailVariables): MailVariables {
  return without(variables, ['firstName', 'link']);
}

function without(variables: MailVariables, names: readonly string[]): MailVariables {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !names.includes(name)));
}
