import { fact, type BilingualWords, type Facts } from './reminder-words';

export const loanReminderNames = [
  'loan-due-in-7',
  'loan-due-in-2',
  'loan-due-in-1',
  'loan-due-today',
  'loan-due-in-2h',
  'loan-overdue',
] as const;
export type LoanReminderName = (typeof loanReminderNames)[number];

const title = (facts: Facts): string => fact(facts, 'title');
const expected = {
  fr: (facts: Facts) =>
    `« ${title(facts)} » : retour attendu ${fact(facts, 'when')} (${fact(facts, 'place')}).`,
  en: (facts: Facts) =>
    `“${title(facts)}”: return expected ${fact(facts, 'when')} (${fact(facts, 'place')}).`,
};
const ahead = {
  fr: 'Rien à faire d’ici là. S’il vous faut plus de temps, dites-le nous avant cette date.',
  en: 'Nothing to do until then. Should you need more time, tell us before that date.',
};
const near = {
  fr: 'Pensez aux câbles et aux accessoires. Un empêchement ? Dites-le nous dès maintenant.',
  en: 'Mind the cables and the accessories. Something in the way? Tell us right now.',
};
const button = { fr: 'Voir mon prêt', en: 'See my loan' };

/** A return that is near, from afar to late: always what, when and where. */
const before = (french: string, english: string, more: typeof near): BilingualWords => ({
  fr: (facts) => ({ title: french, body: expected.fr(facts), more: more.fr, button: button.fr }),
  en: (facts) => ({ title: english, body: expected.en(facts), more: more.en, button: button.en }),
});

export const loanWords: Record<LoanReminderName, BilingualWords> = {
  'loan-due-in-7': before('Matériel à rendre dans 7 jours', 'Equipment to return in 7 days', ahead),
  'loan-due-in-2': before('Matériel à rendre dans 2 jours', 'Equipment to return in 2 days', ahead),
  'loan-due-in-1': before('Matériel à rendre demain', 'Equipment to return tomorrow', near),
  'loan-due-today': before('Matériel à rendre aujourd’hui', 'Equipment to return today', near),
  'loan-due-in-2h': before(
    'Matériel à rendre dans les deux heures',
    'Equipment to return within two hours',
    near,
  ),
  'loan-overdue': {
    fr: (facts) => ({
      title: 'Votre prêt est en retard',
      body: `« ${title(facts)} » était attendu ${fact(facts, 'when')} (${fact(facts, 'place')}).`,
      more: 'Rapportez-le dès que possible, ou écrivez-nous : nous trouverons une solution ensemble.',
      button: button.fr,
    }),
    en: (facts) => ({
      title: 'Your loan is overdue',
      body: `“${title(facts)}” was expected ${fact(facts, 'when')} (${fact(facts, 'place')}).`,
      more: 'Bring it back as soon as you can, or write to us: we will find a solution together.',
      button: button.en,
    }),
  },
};
