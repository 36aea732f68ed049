import type { Permission } from '@calmness/contracts';

/** Something that waits for a member of the staff. */
export interface DayQueueEntry {
  kind: string;
  count: number;
  /** The oldest one has waited since then, ISO instant; null when none waits. */
  oldestAt: string | null;
  /** Path of the admin page that clears it. */
  url: string;
}

/** A domain's line in the file du jour; shown to those who hold the permission. */
export abstract class DayQueueSource {
  abstract readonly permission: Permission;
  abstract read(): Promise<DayQueueEntry>;
}
