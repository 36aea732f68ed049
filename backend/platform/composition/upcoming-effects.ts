import type { UpcomingEffect } from '@calmness/contracts';

/** What a domain will do by itself in the days to come: the rehearsal. One that fails is left out, and said so. */
export abstract class UpcomingEffects {
  /** The module's name, for the log when it fails. */
  abstract readonly name: string;
  /** What is planned before `until`, the earliest first, `limit` at most. */
  abstract read(until: Date, limit: number): Promise<UpcomingEffect[]>;
}
