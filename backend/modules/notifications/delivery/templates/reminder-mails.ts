import { loanReminderNames, loanWords } from '../../reminders/domain/loan-words';
import type { BilingualWords, Facts, ReminderWords } from '../../reminders/domain/reminder-words';
import { sessionWords } from '../../reminders/domain/session-words';
import { subscriptionReminderNames, subscriptionWords } from '../../reminders/domain/subscription-words';
import type { MailContent, MailMaterial, MailTemplate } from './mail-content';

/** The reminders that are mailed; those of the last hour are not. */
export const reminderMailNames = [
  ...subscriptionReminderNames,
  'formation-session-24h',
  'coaching-session-30m',
  ...loanReminderNames,
] as const;
type ReminderMailName = (typeof reminderMailNames)[number];

const words = { ...subscriptionWords, ...sessionWords, ...loanWords };

/** The mail of each reminder: the words of the list, with the ones that only a mail has room for. */
export const reminderMails = Object.fromEntries(
  reminderMailNames.map((name) => [name, mailOf(words[name])]),
) as Record<ReminderMailName, MailTemplate>;

function mailOf(texts: BilingualWords): MailTemplate {
  return {
    fr: (material) => written(texts.fr(factsOf(material)), `Bonjour ${material.firstName},`, material),
    en: (material) => written(texts.en(factsOf(material)), `Hello ${material.firstName},`, material),
  };
}

function written(
  { title, body, more, button }: ReminderWords,
  greeting: string,
  { link }: MailMaterial,
): MailContent {
  const paragraphs = [body, more];
  return { subject: title, preheader: body, greeting, paragraphs, button: { label: button, url: link } };
}

/** The title stands among the facts, and is read only by words that name it. */
function factsOf(material: MailMaterial): Facts {
  return Object.create(material.facts, { title: { get: () => material.title } }) as Facts;
}
