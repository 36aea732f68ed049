import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import type { SendOutcome, VendorName } from '../outcome';

/** Who goes first when there is not room for all; `bulk` never takes more than 70 % of a vendor's pace. */
export const lanes = ['critical', 'transactional', 'reminder', 'bulk'] as const;
export type Lane = (typeof lanes)[number];

export interface Admission {
  /** How many of the wanted messages may leave now. */
  admitted: number;
  /** When to ask again for the rest: a fraction of a second away while only the pace holds it, so worth waiting for. */
  againAt: Date;
}
export interface VendorHealth {
  vendor: VendorName;
  /** `open`: it failed five times in a row and rests; `probing`: one message finds out. */
  circuit: 'closed' | 'open' | 'probing';
  /** Until then nothing leaves: an open circuit, or the vendor's own `retry_after`. */
  blockedUntil: Date | null;
  pausedAt: Date | null;
  failures: number;
  lastReason: string | null;
  lastAcceptedAt: Date | null;
  lastFailedAt: Date | null;
}

/**
 * The pace, the circuit and the pause of every vendor, kept in PostgreSQL and shared by all workers. Whoever sends asks
 * before and tells after.
 */
export abstract class VendorGate {
  /** None while the vendor is paused, its circuit is open, or its `retry_after` runs. */
  abstract admit(vendor: VendorName, wanted: number, lane: Lane): Promise<Admission>;
  /**
   * Asked once more just before a message leaves, however long ago it was admitted: when to come back if the vendor is
   * paused, rests or asked for time since; null to go on.
   */
  abstract closedUntil(vendor: VendorName): Promise<Date | null>;
  /** The pace of one place behind a vendor (a chat, a recipient's domain): null to go on, else when. */
  abstract admitTo(vendor: VendorName, place: string): Promise<Date | null>;
  /** A message that was admitted did not leave after all: if it was the probe, another one may be. */
  abstract unused(vendor: VendorName): Promise<void>;
  /** What the vendor answered: closes or trips the circuit; `afterSeconds` blocks the vendor. */
  abstract heard(vendor: VendorName, outcome: SendOutcome): Promise<void>;
  abstract pause(tx: Transaction, vendor: VendorName, by: Uuid): Promise<void>;
  abstract resume(tx: Transaction, vendor: VendorName, by: Uuid): Promise<void>;
  /** Every vendor, in the order of `vendorNames`. */
  abstract health(): Promise<VendorHealth[]>;
}
