import type { ProfileChanges } from '../profile/domain/profile';

/** The seeds' own member: Jean Dupont. His tag `jeandupont#1234` is written the way Discord writes names today. */
export const jeanDupont = {
  email: 'test@calmnessfi.com',
  firstName: 'Jean',
  lastName: 'Dupont',
  roles: ['member'],
} as const;

const jeanDupontProfile: ProfileChanges = {
  telegramUsername: '@jeandupont',
  discordUsername: 'jeandupont',
  whatsappNumber: '+33612345678',
  phone: '+33612345678',
  country: 'FR',
  city: 'Lyon',
  bio: 'Je prends le temps d’apprendre : une stratégie, un journal, de la patience.',
  tradingExperience: 'intermediate',
  riskTolerance: 'medium',
  preferredAssets: ['forex', 'indices'],
};

/** A complete profile for a person of the demonstration. */
export function demoProfileOf(person: {
  email: string;
  firstName: string;
  lastName: string;
}): ProfileChanges {
  if (person.email === jeanDupont.email) return jeanDupontProfile;
  const handle = `${person.firstName}${person.lastName}`
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
  return { telegramUsername: `@${handle}`, discordUsername: handle, country: 'FR' };
}
