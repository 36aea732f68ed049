import { fact, type BilingualWords, type Facts } from './reminder-words';

export const subscriptionReminderNames = [
  'subscription-ends-in-7',
  'subscription-ends-in-3',
  'subscription-ends-in-2',
  'subscription-ends-in-1',
  'subscription-ended-1',
  'subscription-ended-2',
  'subscription-ended-3',
] as const;
export type SubscriptionReminderName = (typeof subscriptionReminderNames)[number];

const plan = (facts: Facts): string => fact(facts, 'plan');
const lastDay = (facts: Facts): string => fact(facts, 'lastDay');
const nothingCharged = {
  fr: 'Rien n’est prélevé automatiquement : si vous ne faites rien, votre accès s’arrête simplement.',
  en: 'Nothing is charged automatically: if you do nothing, your access simply ends.',
};
const kept = {
  fr: 'Votre compte, votre historique et vos factures vous attendent : ils ne disparaissent pas.',
  en: 'Your account, your history and your invoices are waiting for you: they do not go away.',
};

/** The seven moments of the seed's calendar, from the first warning to the last word. */
export const subscriptionWords: Record<SubscriptionReminderName, BilingualWords> = {
  'subscription-ends-in-7': {
    fr: (facts) => ({
      title: 'Votre abonnement se termine dans 7 jours',
      body: `« ${plan(facts)} » : accès jusqu’au ${lastDay(facts)} inclus.`,
      more: nothingCharged.fr,
      button: 'Prolonger mon accès',
    }),
    en: (facts) => ({
      title: 'Your subscription ends in 7 days',
      body: `“${plan(facts)}”: access until ${lastDay(facts)} included.`,
      more: nothingCharged.en,
      button: 'Prolong my access',
    }),
  },
  'subscription-ends-in-3': {
    fr: (facts) => ({
      title: 'Plus que 3 jours d’accès',
      body: `« ${plan(facts)} » se termine le ${lastDay(facts)} au soir. Prolonger dès maintenant ne fait perdre aucun jour.`,
      more: nothingCharged.fr,
      button: 'Prolonger mon accès',
    }),
    en: (facts) => ({
      title: 'Only 3 days of access left',
      body: `“${plan(facts)}” ends in the evening of ${lastDay(facts)}. Prolonging now loses no day.`,
      more: nothingCharged.en,
      button: 'Prolong my access',
    }),
  },
  'subscription-ends-in-2': {
    fr: (facts) => ({
      title: 'Encore 2 jours d’accès',
      body: `« ${plan(facts)} » : le dernier jour est le ${lastDay(facts)}.`,
      more: nothingCharged.fr,
      button: 'Prolonger mon accès',
    }),
    en: (facts) => ({
      title: '2 days of access left',
      body: `“${plan(facts)}”: the last day is ${lastDay(facts)}.`,
      more: nothingCharged.en,
      button: 'Prolong my access',
    }),
  },
  'subscription-ends-in-1': {
    fr: (facts) => ({
      title: 'Dernier jour d’accès',
      body: `« ${plan(facts)} » se termine ce soir à minuit, heure de Paris.`,
      more: nothingCharged.fr,
      button: 'Prolonger mon accès',
    }),
    en: (facts) => ({
      title: 'Last day of access',
      body: `“${plan(facts)}” ends tonight at midnight, Paris time.`,
      more: nothingCharged.en,
      button: 'Prolong my access',
    }),
  },
  'subscription-ended-1': {
    fr: (facts) => ({
      title: 'Votre abonnement est terminé',
      body: `« ${plan(facts)} » a pris fin après le ${lastDay(facts)}.`,
      more: kept.fr,
      button: 'Reprendre',
    }),
    en: (facts) => ({
      title: 'Your subscription has ended',
      body: `“${plan(facts)}” ended after ${lastDay(facts)}.`,
      more: kept.en,
      button: 'Come back',
    }),
  },
  'subscription-ended-2': {
    fr: (facts) => ({
      title: 'On vous attend',
      body: `Votre place dans le groupe « ${plan(facts)} » se reprend en deux minutes.`,
      more: kept.fr,
      button: 'Reprendre',
    }),
    en: (facts) => ({
      title: 'We are waiting for you',
      body: `Your place in “${plan(facts)}” is taken up again in two minutes.`,
      more: kept.en,
      button: 'Come back',
    }),
  },
  'subscription-ended-3': {
    fr: () => ({
      title: 'Un dernier mot',
      body: 'C’est notre dernier rappel. Vous pourrez revenir quand vous le souhaitez.',
      more: kept.fr,
      button: 'Voir les formules',
    }),
    en: () => ({
      title: 'One last word',
      body: 'This is our last reminder. You can come back whenever you like.',
      more: kept.en,
      button: 'See the plans',
    }),
  },
};
