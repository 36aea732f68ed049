import { Platform1763600000000 } from './1763600000000-platform';

/** Every migration, oldest first. Applied ones are never edited. */
export const migrations = [Platform1763600000000];
