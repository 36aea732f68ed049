import type { DashboardView, Locale } from '@calmness/contracts';
import type { Uuid } from '@calmness/events';

/** A domain's piece of the member dashboard. */
export type DashboardPart = Partial<DashboardView>;

/** Asked by the api's composition; a slice that fails is absent, the others stand. */
export abstract class DashboardSlice {
  /** The module's name, for the log when the slice fails. */
  abstract readonly name: string;
  abstract read(memberId: Uuid, locale: Locale): Promise<DashboardPart>;
}
