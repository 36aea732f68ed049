import type { Role } from '@calmness/contracts';

/** Whoever sees other people's affairs proves himself twice, wherever the affairs are real (ACC-a05). */
export function needsTwoFactor(roles: readonly Role[], isProduction: boolean): boolean {
  return isProduction && roles.some((role) => role !== 'member');
}
