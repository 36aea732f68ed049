import { fact, type BilingualWords, type Facts } from './reminder-words';

export const sessionReminderNames = [
  'formation-session-24h',
  'formation-session-1h',
  'formation-session-15m',
  'coaching-session-30m',
] as const;
export type SessionReminderName = (typeof sessionReminderNames)[number];

const title = (facts: Facts): string => fact(facts, 'title');
const when = (facts: Facts): string => fact(facts, 'when');

/** Sessions with an hour: the closer it comes, the fewer the words. */
export const sessionWords: Record<SessionReminderName, BilingualWords> = {
  'formation-session-24h': {
    fr: (facts) => ({
      title: 'Votre prochaine séance approche',
      body: `« ${title(facts)} » : ${when(facts)}. Avec ${fact(facts, 'instructor')}, ${fact(facts, 'place')}.`,
      more: 'Tout ce qu’il faut pour la suivre vous attend sur la page de la séance.',
      button: 'Voir la séance',
    }),
    en: (facts) => ({
      title: 'Your next session is coming up',
      body: `“${title(facts)}”: ${when(facts)}. With ${fact(facts, 'instructor')}, ${fact(facts, 'place')}.`,
      more: 'Everything you need to follow it is waiting on the page of the session.',
      button: 'See the session',
    }),
  },
  'formation-session-1h': {
    fr: (facts) => ({
      title: 'Votre séance commence dans l’heure',
      body: `« ${title(facts)} » : ${when(facts)}.`,
      more: 'Le temps de préparer un café.',
      button: 'Voir la séance',
    }),
    en: (facts) => ({
      title: 'Your session starts within the hour',
      body: `“${title(facts)}”: ${when(facts)}.`,
      more: 'Just enough time for a coffee.',
      button: 'See the session',
    }),
  },
  'formation-session-15m': {
    fr: (facts) => ({
      title: 'La séance va commencer',
      body: `« ${title(facts)} » avec ${fact(facts, 'instructor')} : ${when(facts)}.`,
      more: 'La salle est ouverte.',
      button: 'Rejoindre la séance',
    }),
    en: (facts) => ({
      title: 'The session is about to start',
      body: `“${title(facts)}” with ${fact(facts, 'instructor')}: ${when(facts)}.`,
      more: 'The room is open.',
      button: 'Join the session',
    }),
  },
  'coaching-session-30m': {
    fr: (facts) => ({
      title: 'Votre séance de coaching commence bientôt',
      body: `« ${title(facts)} » avec ${fact(facts, 'partner')} : ${when(facts)}.`,
      more: 'Le lien de la visio est prêt. Un coup d’œil au micro et à la caméra, et c’est parti.',
      button: 'Rejoindre la visio',
    }),
    en: (facts) => ({
      title: 'Your coaching session starts soon',
      body: `“${title(facts)}” with ${fact(facts, 'partner')}: ${when(facts)}.`,
      more: 'The video link is ready. A quick look at the microphone and the camera, and off you go.',
      button: 'Join the call',
    }),
  },
};
