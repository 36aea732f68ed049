import { Platform1763600000000 } from './1763600000000-platform';
import { Accounts1763600001000 } from './1763600001000-accounts';

/** Every migration, oldest first. Applied ones are never edited. */
export const migrations = [Platform1763600000000, Accounts1763600001000];
