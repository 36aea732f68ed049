import type { NotificationChannel } from '@calmness/contracts';

/**
 * What was decided for a channel when the news came. `told`: written in the list. `queued`, `digested`: a delivery tells
 * how it went on. Everything else is why nothing leaves there.
 */
export const decisions = [
  'told',
  'queued',
  'digested',
  'opted-out',
  'no-address',
  'channel-off',
  'address-refused',
  'no-template',
  'expired',
  'subject-gone',
] as const;
export type Decision = (typeof decisions)[number];
export type Decisions = Partial<Record<NotificationChannel, Decision>>;
