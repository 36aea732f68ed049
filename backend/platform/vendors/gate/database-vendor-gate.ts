import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Clock } from '@calmness/platform/clock';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { vendorNames, type SendOutcome, type VendorName } from '../outcome';
import type { VendorPace } from './paces';
import { forgetIdlePlaces, lanePace, refillAt, takeTokens } from './token-buckets';
import { VendorGate, type Admission, type Lane, type VendorHealth } from './vendor-gate';

interface GateRow {
  vendor: VendorName;
  circuit: VendorHealth['circuit'];
  held_until: Date | null;
  paused_at: Date | null;
  failures: number;
  last_reason: string | null;
  last_accepted_at: Date | null;
  last_failed_at: Date | null;
}

const tripsAfter = 5;
const restSeconds = 60;
/** Longer than any adapter waits for an answer: a probe nobody reported on died with its worker. */
const probeSeconds = 60;
const askAgainWhilePausedSeconds = 30;
const reasonLength = 300;

const gateIsOpen = `EXISTS (
  SELECT 1 FROM platform.vendor_gate
   WHERE vendor = $1 AND circuit = 'closed' AND paused_at IS NULL AND coalesce(blocked_until <= $2, true))`;

/** A probe that failed, or one failure too many. */
const trips = `(circuit = 'probing' OR (circuit = 'closed' AND failures + $5::int >= ${tripsAfter}))`;

const gateColumns = `vendor, circuit, greatest(rests_until, blocked_until) AS held_until, paused_at, failures,
  last_reason, last_accepted_at, last_failed_at`;

/** The gate all workers share: each question is one statement, so no two of them get the same token or probe. */
export class DatabaseVendorGate extends VendorGate {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly paces: Record<VendorName, VendorPace>,
  ) {
    super();
  }

  async admit(vendor: VendorName, wanted: number, lane: Lane): Promise<Admission> {
    const now = this.clock.now();
    if (wanted <= 0) return { admitted: 0, againAt: now };
    const bulk = lane === 'bulk';
    const pace = this.paces[vendor].overall;
    const taken = await takeTokens(this.dataSource, { key: vendor, pace, wanted, bulk, now }, gateIsOpen);
    if (!taken) return this.probe(vendor, now);
    const rest = wanted - taken.granted;
    return {
      admitted: taken.granted,
      againAt: rest === 0 ? now : refillAt(now, taken.left, rest, lanePace(pace, bulk)),
    };
  }

  async closedUntil(vendor: VendorName): Promise<Date | null> {
    const now = this.clock.now();
    // A probe has a rest running, too: it is the one message that may leave.
    const [row] = await this.dataSource.query<GateRow[]>(
      `SELECT ${gateColumns} FROM platform.vendor_gate
        WHERE vendor = $1 AND (paused_at IS NOT NULL OR blocked_until > $2
                               OR (circuit = 'open' AND rests_until > $2))`,
      [vendor, now],
    );
    return row ? askAgainAt(row, now) : null;
  }

  async admitTo(vendor: VendorName, place: string): Promise<Date | null> {
    const pace = this.paces[vendor].place?.(place);
    if (!pace) return null;
    const now = this.clock.now();
    const key = `${vendor}|${nameless(place)}`;
    const taken = await takeTokens(this.dataSource, { key, pace, wanted: 1, bulk: false, now });
    if (!taken) throw new Error('A bucket without a condition always answers');
    if (taken.fresh) await forgetIdlePlaces(this.dataSource, now);
    return taken.granted === 1 ? null : refillAt(now, taken.left, 1, pace);
  }

  async unused(vendor: VendorName): Promise<void> {
    await this.dataSource.query(
      `UPDATE platform.vendor_gate SET circuit = 'open', rests_until = $2 WHERE vendor = $1 AND circuit = 'probing'`,
      [vendor, this.clock.now()],
    );
  }

  async heard(vendor: VendorName, outcome: SendOutcome): Promise<void> {
    const now = this.clock.now();
    switch (outcome.kind) {
      case 'accepted':
        return this.heardAccepted(vendor, now);
      case 'permanent':
        return this.heardAboutOneMessage(vendor);
      case 'retryable':
        return this.heardFailure(vendor, now, outcome.reason, outcome.afterSeconds);
      case 'unknown':
        return this.heardFailure(vendor, now, outcome.reason);
    }
  }

  async pause(tx: Transaction, vendor: VendorName, by: Uuid): Promise<void> {
    const now = this.clock.now();
    const [paused] = await tx.query(
      `UPDATE platform.vendor_gate SET paused_at = $2, paused_by = $3
        WHERE vendor = $1 AND paused_at IS NULL RETURNING vendor`,
      [vendor, now, by],
    );
    if (paused) note(tx, 'platform.pause-vendor', vendor, by, null, now);
  }

  async resume(tx: Transaction, vendor: VendorName, by: Uuid): Promise<void> {
    const [was] = await tx.query<{ paused_at: Date | null }>(
      'SELECT paused_at FROM platform.vendor_gate WHERE vendor = $1 FOR UPDATE',
      [vendor],
    );
    if (!was?.paused_at) return;
    await tx.query('UPDATE platform.vendor_gate SET paused_at = NULL, paused_by = NULL WHERE vendor = $1', [
      vendor,
    ]);
    note(tx, 'platform.resume-vendor', vendor, by, was.paused_at, null);
  }

  async health(): Promise<VendorHealth[]> {
    const now = this.clock.now();
    const rows = await this.dataSource.query<GateRow[]>(`SELECT ${gateColumns} FROM platform.vendor_gate`);
    return vendorNames.flatMap((vendor) => {
      const row = rows.find((candidate) => candidate.vendor === vendor);
      return row ? [present(row, now)] : [];
    });
  }

  /** After its rest a vendor gets one message, from whichever worker asks first. */
  private async probe(vendor: VendorName, now: Date): Promise<Admission> {
    // TypeORM answers [rows, count] for UPDATE … RETURNING.
    const [[probe]] = await this.dataSource.query<[{ rests_until: Date }[], number]>(
      `UPDATE platform.vendor_gate SET circuit = 'probing', rests_until = $2::timestamptz + make_interval(secs => $3)
        WHERE vendor = $1 AND circuit <> 'closed' AND rests_until <= $2 AND paused_at IS NULL
          AND coalesce(blocked_until <= $2, true)
       RETURNING rests_until`,
      [vendor, now, probeSeconds],
    );
    if (probe) return { admitted: 1, againAt: probe.rests_until };
    const [row] = await this.dataSource.query<GateRow[]>(
      `SELECT ${gateColumns} FROM platform.vendor_gate WHERE vendor = $1`,
      [vendor],
    );
    return { admitted: 0, againAt: askAgainAt(row, now) };
  }

  private async heardAccepted(vendor: VendorName, now: Date): Promise<void> {
    // Once a second is enough to say that all is well: the row is one for all workers.
    await this.dataSource.query(
      `UPDATE platform.vendor_gate SET circuit = 'closed', rests_until = NULL, failures = 0, last_accepted_at = $2
        WHERE vendor = $1 AND (circuit <> 'closed' OR failures > 0 OR last_accepted_at IS NULL
                               OR last_accepted_at <= $2::timestamptz - interval '1 second')`,
      [vendor, now],
    );
  }

  /** A refusal of one message or one address says that the vendor is there: it trips nothing and ends a probe. */
  private async heardAboutOneMessage(vendor: VendorName): Promise<void> {
    await this.dataSource.query(
      `UPDATE platform.vendor_gate SET circuit = 'closed', rests_until = NULL, failures = 0
        WHERE vendor = $1 AND circuit = 'probing'`,
      [vendor],
    );
  }

  /** A vendor that names its own time is obeyed, not counted: it answers, only too much was asked of it. */
  private async heardFailure(vendor: VendorName, now: Date, reason: string, after?: number): Promise<void> {
    const blockedUntil = after === undefined ? null : new Date(now.getTime() + Math.ceil(after * 1_000));
    await this.dataSource.query(
      `UPDATE platform.vendor_gate
          SET failures = failures + $5::int, last_reason = $3, last_failed_at = $2,
              blocked_until = greatest(blocked_until, $4::timestamptz),
              circuit = CASE WHEN ${trips} THEN 'open' ELSE circuit END,
              rests_until = CASE WHEN ${trips} THEN $2::timestamptz + make_interval(secs => $6) ELSE rests_until END
        WHERE vendor = $1`,
      [vendor, now, reason.slice(0, reasonLength), blockedUntil, blockedUntil ? 0 : 1, restSeconds],
    );
  }
}

/** A chat or a domain is a person's: its bucket is found again without being readable. */
function nameless(place: string): string {
  return createHash('sha256').update(place.toLowerCase()).digest('base64url').slice(0, 22);
}

function askAgainAt(row: GateRow | undefined, now: Date): Date {
  const heldUntil = row?.held_until ?? now;
  if (row?.paused_at) return new Date(now.getTime() + askAgainWhilePausedSeconds * 1_000);
  // It opened between the two questions: ask at once.
  return heldUntil > now ? heldUntil : now;
}

function present(row: GateRow, now: Date): VendorHealth {
  return {
    vendor: row.vendor,
    circuit: row.circuit,
    blockedUntil: row.held_until && row.held_until > now ? row.held_until : null,
    pausedAt: row.paused_at,
    failures: row.failures,
    lastReason: row.last_reason,
    lastAcceptedAt: row.last_accepted_at,
    lastFailedAt: row.last_failed_at,
  };
}

function note(
  tx: Transaction,
  action: string,
  vendor: VendorName,
  actorId: Uuid,
  before: Date | null,
  after: Date | null,
): void {
  const state = (pausedAt: Date | null) => ({ paused_at: pausedAt && new Date(pausedAt).toISOString() });
  tx.audit({
    actorId,
    action,
    objectType: 'vendor',
    objectId: vendor,
    before: state(before),
    after: state(after),
  });
}
