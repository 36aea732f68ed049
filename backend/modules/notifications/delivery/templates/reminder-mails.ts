import { loanReminderNames, loanWords } from '../../reminders/domain/loan-words';
import type { BilingualWords } from '../../reminders/domain/reminder-words';
import { sessionWords } from '../../reminders/domain/session-words';
import { subscriptionReminderNames, subscriptionWords } from '../../reminders/domain/subscription-words';
import type { MailTemplate } from './mail-content';

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
    fr: ({ firstName, title: name, facts, link }) => {
      const { title, body, more, button } = texts.fr({ ...facts, title: name });
      const greeting = `Bonjour ${firstName},`;
      return {
        subject: title,
        preheader: body,
        greeting,
        paragraphs: [body, more],
        button: { label: button, url: link },
      };
    },
    en: ({ firstName, title: name, facts, link }) => {
      const { title, body, more, button } = texts.en({ ...facts, title: name });
      const greeting = `Hello ${firstName},`;
      return {
        subject: title,
        preheader: body,
        greeting,
        paragraphs: [body, more],
        button: { label: button, url: link },
      };
    },
  };
}
