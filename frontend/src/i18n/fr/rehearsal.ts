/** What the next days will do by themselves. */
export const rehearsal = {
  lead: 'Ce que les sept prochains jours feront d’eux-mêmes, à qui et pourquoi. Une prolongation fait taire les rappels.',
  when: 'Quand',
  who: 'Qui',
  what: 'Quoi',
  empty: 'Rien de prévu',
  emptyReason: 'Aucun rappel ni aucune suppression dans les sept jours.',
  silent: (names: string) => `Ces domaines n’ont pas pu répondre : ${names}.`,
  cut: (names: string, shown: number) =>
    `Ces domaines prévoient davantage : ${names}. Seuls leurs ${shown} premiers effets sont listés.`,
  reminder: (subject: string, offset: string) => `Rappel ${subject}, ${offset}`,
  subjects: {
    subscription: 'd’abonnement',
    'formation-session': 'de formation',
    'coaching-session': 'de coaching',
    'loan-short': 'de prêt',
    'loan-medium': 'de prêt',
    'loan-long': 'de prêt',
  },
  /** `-7d`, `-30m`, `0d`: days as J−7, what is closer in its own unit. */
  offset: (key: string) =>
    /d$/.test(key)
      ? `J${key.replace('d', '').replace(/^0$/, '')}`
      : key.replace('m', ' min').replace('h', ' h'),
  message: (channel: string, reason: string) => `Message par ${channel}, ${reason}`,
  channels: {
    email: 'e-mail',
    whatsapp: 'WhatsApp',
    telegram: 'Telegram',
    discord: 'Discord',
    push: 'notification',
  },
  waits: {
    'quiet-hours': 'à la fin des heures calmes',
    summary: 'dans le résumé',
    unread: 's’il n’est pas lu d’ici là',
    later: 'nouvel essai',
  },
  erasure: {
    member: 'Suppression demandée par le membre',
    staff: 'Suppression par l’équipe',
    inactivity: 'Suppression après deux ans sans visite',
  },
};
