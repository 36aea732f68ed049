import type { Contact } from '@calmness/accounts';
import type { Uuid } from '@calmness/platform/ids';

/**
 * Somebody who wrote through a public form and may have no account: his subject alone knows where to answer and in
 * which language. He is known by that subject's id.
 */
export function strangerOf(subjectId: Uuid): Contact {
  return {
    memberId: subjectId,
    ...{ email: '', emailVerified: false, firstName: '', lastName: '' },
    ...{ locale: 'fr', timezone: 'Europe/Paris' },
    ...{ whatsapp: null, telegramId: null, discordId: null },
  };
}
