import {
  subscriptionReminderNames,
  subscriptionWords,
  type SubscriptionReminderName,
} from '../../reminders/domain/subscription-words';
import type { MailTemplate } from './mail-content';

/** The mail of each reminder: the words of the list, with the ones that only a mail has room for. */
export const subscriptionReminders = Object.fromEntries(
  subscriptionReminderNames.map((name) => [name, mailOf(name)]),
) as Record<SubscriptionReminderName, MailTemplate>;

function mailOf(name: SubscriptionReminderName): MailTemplate {
  return {
    fr: ({ firstName, facts, link }) => {
      const { title, body, more, button } = subscriptionWords[name].fr(facts);
      const greeting = `Bonjour ${firstName},`;
      return {
        subject: title,
        preheader: body,
        greeting,
        paragraphs: [body, more],
        button: { label: button, url: link },
      };
    },
    en: ({ firstName, facts, link }) => {
      const { title, body, more, button } = subscriptionWords[name].en(facts);
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
