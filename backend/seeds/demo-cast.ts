import type { Role } from '@calmness/contracts';

/** The people of the demonstration; every one logs in with the demo password. */
export const demoCast: readonly { email: string; firstName: string; lastName: string; roles: Role[] }[] = [
  { email: 'test@calmnessfi.com', firstName: 'Jean', lastName: 'Dupont', roles: ['member'] },
  { email: 'coach@calmnessfi.com', firstName: 'Awa', lastName: 'Diallo', roles: ['member', 'instructor'] },
  { email: 'manager@calmnessfi.com', firstName: 'Claire', lastName: 'Moreau', roles: ['member', 'manager'] },
  { email: 'compta@calmnessfi.com', firstName: 'Luc', lastName: 'Bernard', roles: ['member', 'accountant'] },
  { email: 'admin@calmnessfi.com', firstName: 'Sophie', lastName: 'Laurent', roles: ['member', 'admin'] },
];
