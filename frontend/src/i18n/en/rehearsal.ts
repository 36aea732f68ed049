/** What the next days will do by themselves. */
export const rehearsal = {
  lead: 'What the next seven days will do by themselves, to whom and why. A renewal silences reminders.',
  when: 'When',
  who: 'Who',
  what: 'What',
  empty: 'Nothing planned',
  emptyReason: 'No reminder and no deletion within seven days.',
  silent: (names: string) => `These domains could not answer: ${names}.`,
  cut: (names: string, shown: number) =>
    `These domains plan more: ${names}. Only their first ${shown} effects are listed.`,
  reminder: (subject: string, offset: string) => `Reminder of ${subject}, ${offset}`,
  subjects: {
    subscription: 'a subscription',
    'formation-session': 'a formation',
    'coaching-session': 'a coaching session',
    'loan-short': 'a loan',
    'loan-medium': 'a loan',
    'loan-long': 'a loan',
  },
  offset: (key: string) =>
    /d$/.test(key)
      ? `D${key.replace('d', '').replace(/^0$/, '')}`
      : key.replace('m', ' min').replace('h', ' h'),
  message: (channel: string, reason: string) => `Message by ${channel}, ${reason}`,
  channels: {
    email: 'e-mail',
    whatsapp: 'WhatsApp',
    telegram: 'Telegram',
    discord: 'Discord',
    push: 'notification',
  },
  waits: {
    'quiet-hours': 'when the quiet hours end',
    summary: 'in the summary',
    unread: 'unless it is read by then',
    later: 'another attempt',
  },
  erasure: {
    member: 'Deletion asked for by the member',
    staff: 'Deletion by the staff',
    inactivity: 'Deletion after two years without a visit',
  },
};
