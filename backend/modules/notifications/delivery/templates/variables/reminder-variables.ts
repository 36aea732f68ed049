import { loanReminderNames, type LoanReminderName } from '../../../reminders/domain/loan-words';
import { addressed, text, type MailVariables } from './mail-variable';

const when = text(
  'samedi 28 novembre 2026 à 19:00 (Europe/Paris)',
  'Saturday 28 November 2026 at 7 pm (Europe/Paris)',
);
const loan: MailVariables = {
  ...addressed('/user/loans'),
  title: text('Casque VR no 4', 'VR headset no. 4'),
  when,
  place: text('à l’accueil', 'at the front desk'),
};

/** Sessions and loans; those of subscriptions stand with the money. */
export const reminderVariables = {
  'formation-session-24h': {
    ...addressed('/user/formations'),
    title: text('Price action, séance 3', 'Price action, session 3'),
    when,
    instructor: text('Nadia Benali'),
    place: text('en ligne', 'online'),
  },
  'coaching-session-30m': {
    ...addressed('/user/coaching'),
    title: text('Coaching individuel', 'One-to-one coaching'),
    when,
    partner: text('Nadia Benali'),
  },
  ...(Object.fromEntries(loanReminderNames.map((name) => [name, loan])) as Record<
    LoanReminderName,
    MailVariables
  >),
};
