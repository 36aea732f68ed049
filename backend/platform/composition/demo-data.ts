import type { Uuid } from '@calmness/events';

/** The people of the demonstration, by the address they log in with. */
export type DemoCast = ReadonlyMap<string, Uuid>;

/** A domain's part of the demonstration, marked as demo and refused in production. */
export abstract class DemoData {
  abstract readonly name: string;
  /** Runs the domain's own use cases, in the past where the story says so; false when all was there. */
  abstract plant(cast: DemoCast): Promise<boolean>;
}
