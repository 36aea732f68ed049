import type {
  Locale,
  NotificationCategory,
  OutgoingChannel,
  WordFieldValues,
  WordingKind,
} from '@calmness/contracts';
import type { Announcement } from '../../announcements/domain/announcement';
import { announcementCalled, announcements } from '../../announcements/domain/announcements';
import type { MailContent } from '../../delivery/templates/mail-content';
import {
  isMailTemplate,
  mailTemplateNames,
  mailTemplates,
  type MailTemplateName,
} from '../../delivery/templates/mail-templates';
import { categoryOf } from '../../delivery/templates/preview-mail';
import type { MailVariables } from '../../delivery/templates/variables/mail-variable';
import { namesIn } from './fill-words';
import type { WordRules } from './lint-words';
import { carriesNews, mailVariablesOf, shortVariablesOf } from './word-variables';

/** Which words: those of a mail, or the few lines of an announcement. */
export interface WordsOf {
  kind: WordingKind;
  name: string;
}

/** Everything whose words may be changed, in the order of the page. */
export const allWords: readonly WordsOf[] = [
  ...mailTemplateNames
    .filter((name) => name !== 'broadcast')
    .map((name) => ({ kind: 'mail' as const, name })),
  ...shortNames().map((name) => ({ kind: 'short' as const, name })),
];

/** What a broadcast says is written for each by itself. */
function shortNames(): string[] {
  const all: [string, Announcement][] = Object.entries(announcements);
  return all
    .filter(([, { short, subjectKind }]) => short && subjectKind !== 'notifications.broadcast')
    .map(([name]) => name);
}

/** Undefined for words nobody knows. */
export function knownWords(kind: string, name: string): WordsOf | undefined {
  return allWords.find((words) => words.kind === kind && words.name === name);
}

export function categoryOfWords({ kind, name }: WordsOf): NotificationCategory {
  if (kind === 'mail' && isMailTemplate(name)) return categoryOf(name);
  return announcementCalled(name)?.category ?? 'security';
}

/** Where they go. */
export function channelsOfWords({ kind, name }: WordsOf): OutgoingChannel[] {
  return kind === 'mail' ? ['email'] : [...(announcementCalled(name)?.short?.channels ?? [])];
}

export function variablesOf({ kind, name }: WordsOf): MailVariables {
  return kind === 'mail' && isMailTemplate(name) ? mailVariablesOf(name) : shortVariablesOf(name);
}

/** The words of the house, with the names of the variables in their places. */
export function builtInWords({ kind, name }: WordsOf, locale: Locale): WordFieldValues {
  return kind === 'mail' && isMailTemplate(name)
    ? fieldsOfMail(mailContentOf(name, locale))
    : shortContentOf(name, locale);
}

/** What these words must keep, whoever writes them. */
export function rulesOf(words: WordsOf, locale: Locale): WordRules {
  const variables = variablesOf(words);
  const builtIn = builtInWords(words, locale);
  const named = new Set(Object.values(builtIn).flatMap(namesIn));
  const required = Object.entries(variables)
    .filter(([name, variable]) => named.has(name) && carriesNews(name, variable))
    .map(([name]) => name);
  return { kind: words.kind, variables, required, hasButton: builtIn.button !== undefined };
}

const slot = (name: string): string => `{{${name}}}`;

function mailContentOf(name: MailTemplateName, locale: Locale): MailContent {
  const facts = Object.fromEntries(Object.keys(mailVariablesOf(name)).map((key) => [key, slot(key)]));
  return mailTemplates[name][locale]({
    ...{ firstName: slot('firstName'), title: slot('title'), link: slot('link') },
    facts,
  });
}

/** Its table of facts and the address of its button are not words: they stay, whatever is written. */
function fieldsOfMail(content: MailContent): WordFieldValues {
  const { subject, preheader, greeting, paragraphs, button, note } = content;
  return {
    ...{ subject, preheader, greeting, paragraphs: paragraphs.join('\n\n') },
    ...(button ? { button: button.label } : {}),
    ...(note ? { note } : {}),
  };
}

function shortContentOf(name: string, locale: Locale): WordFieldValues {
  const short = announcementCalled(name)?.short;
  if (!short) return {};
  const facts = Object.fromEntries(Object.keys(shortVariablesOf(name)).map((key) => [key, slot(key)]));
  const { title, body } = short.texts[locale](facts);
  return { title, body };
}
