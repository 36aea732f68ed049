import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ErasureOrigin } from '@calmness/contracts';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import type { Erasure, ErasureClaim, Farewell } from '../domain/erasure';

export interface NewErasure {
  id: Uuid;
  memberId: Uuid;
  origin: ErasureOrigin;
  actorId: Uuid | null;
  reason: string | null;
  gaveUpAccess: boolean;
  requestedAt: Date;
  executeAfter: Date;
}
export interface ErasureStep {
  module: string;
  files: Uuid[];
  filesRemoved: boolean;
}

const columns = `id, member_id AS "memberId", origin, gave_up_access AS "gaveUpAccess", state,
                 requested_at AS "requestedAt", execute_after AS "executeAfter"`;

@Injectable()
export class ErasureRepository {
  constructor(private readonly dataSource: DataSource) {}

  async find(id: Uuid): Promise<Erasure | null> {
    const [row] = await this.dataSource.query<Erasure[]>(
      `SELECT ${columns} FROM accounts.erasure WHERE id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** The member's erasure that is to come or under way. */
  async open(memberId: Uuid): Promise<Erasure | null> {
    const [row] = await this.dataSource.query<Erasure[]>(
      `SELECT ${columns} FROM accounts.erasure WHERE member_id = $1 AND state IN ('scheduled', 'running')`,
      [memberId],
    );
    return row ?? null;
  }

  /** False when one is scheduled or under way already; nothing is written then. */
  async add(tx: Transaction, erasure: NewErasure): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO accounts.erasure
         (id, member_id, origin, actor_id, reason, gave_up_access, state, requested_at, execute_after,
          next_attempt_at, attempts, held_by)
       VALUES ($1, $2, $3, $4, $5, $6, 'scheduled', $7, $8, $8, 0, '{}')
       ON CONFLICT (member_id) WHERE state IN ('scheduled', 'running') DO NOTHING RETURNING id`,
      [
        erasure.id,
        erasure.memberId,
        erasure.origin,
        erasure.actorId,
        erasure.reason,
        erasure.gaveUpAccess,
        erasure.requestedAt,
        erasure.executeAfter,
      ],
    );
    return rows.length === 1;
  }

  /** The id of what was cancelled; undefined when nothing was scheduled, or it is under way already. */
  async cancel(tx: Transaction, memberId: Uuid, now: Date): Promise<Uuid | undefined> {
    const [row] = await tx.query<{ id: Uuid }>(
      `UPDATE accounts.erasure SET state = 'cancelled', cancelled_at = $2
        WHERE member_id = $1 AND state = 'scheduled' RETURNING id`,
      [memberId, now],
    );
    return row?.id;
  }

  /** Scheduled ones whose day has come. */
  due(now: Date, limit: number): Promise<Erasure[]> {
    return this.dataSource.query<Erasure[]>(
      `SELECT ${columns} FROM accounts.erasure
        WHERE state = 'scheduled' AND next_attempt_at <= $1 ORDER BY next_attempt_at, id LIMIT $2`,
      [now, limit],
    );
  }

  /** Something stands in the way: it is looked at again later. */
  async hold(id: Uuid, by: readonly string[], next: Date): Promise<void> {
    await this.dataSource.query(
      `UPDATE accounts.erasure SET held_by = $2, next_attempt_at = $3 WHERE id = $1 AND state = 'scheduled'`,
      [id, by, next],
    );
  }

  /** From here it cannot be cancelled; false when it was cancelled, or another worker began it. */
  async begin(tx: Transaction, id: Uuid, now: Date, farewell: Farewell | null): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE accounts.erasure SET state = 'running', started_at = $2, farewell = $3, held_by = '{}'
        WHERE id = $1 AND state = 'scheduled' RETURNING id`,
      [id, now, farewell],
    );
    return rows.length === 1;
  }

  /** Takes the next one under way that nobody works on; null when there is none. */
  async claim(now: Date, leaseUntil: Date): Promise<ErasureClaim | null> {
    const [rows] = await this.dataSource.query<[ErasureClaim[], number]>(
      `UPDATE accounts.erasure SET attempts = attempts + 1, claimed_until = $2
        WHERE id = (SELECT id FROM accounts.erasure
                     WHERE state = 'running' AND next_attempt_at <= $1
                       AND (claimed_until IS NULL OR claimed_until <= $1)
                     ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING id, member_id AS "memberId", attempts`,
      [now, leaseUntil],
    );
    return rows[0] ?? null;
  }

  /** Keeps the erasure for this transaction; false when the lease was lost or it is over. */
  async holdClaim(tx: Transaction, claim: ErasureClaim): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 FROM accounts.erasure WHERE id = $1 AND state = 'running' AND attempts = $2 FOR UPDATE`,
      [claim.id, claim.attempts],
    );
    return rows.length === 1;
  }

  steps(erasureId: Uuid): Promise<ErasureStep[]> {
    return this.dataSource.query<ErasureStep[]>(
      `SELECT module, files, files_removed_at IS NOT NULL AS "filesRemoved"
         FROM accounts.erasure_step WHERE erasure_id = $1 ORDER BY erased_at`,
      [erasureId],
    );
  }

  async addStep(tx: Transaction, erasureId: Uuid, step: Omit<ErasureStep, 'filesRemoved'>, now: Date) {
    await tx.query(
      `INSERT INTO accounts.erasure_step (erasure_id, module, erased_at, files, files_removed_at)
       VALUES ($1, $2, $3, $4, CASE WHEN cardinality($4::uuid[]) = 0 THEN $3::timestamptz END)`,
      [erasureId, step.module, now, step.files],
    );
  }

  async markFilesRemoved(erasureId: Uuid, module: string, now: Date): Promise<void> {
    await this.dataSource.query(
      `UPDATE accounts.erasure_step SET files_removed_at = $3
        WHERE erasure_id = $1 AND module = $2 AND files_removed_at IS NULL`,
      [erasureId, module, now],
    );
  }

  async finish(tx: Transaction, claim: ErasureClaim, now: Date): Promise<void> {
    await tx.query(
      `UPDATE accounts.erasure SET state = 'done', done_at = $2, claimed_until = NULL, reason = NULL, last_error = NULL
        WHERE id = $1`,
      [claim.id, now],
    );
  }

  /** Lets go of the lease after a fault, to go on later. */
  async release(claim: ErasureClaim, next: Date, lastError: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE accounts.erasure SET claimed_until = NULL, next_attempt_at = $3, last_error = $4
        WHERE id = $1 AND state = 'running' AND attempts = $2`,
      [claim.id, claim.attempts, next, lastError],
    );
  }

  /** Where the mail that says it is done goes, while that is known. */
  async farewellOf(memberId: Uuid): Promise<Farewell | null> {
    const [row] = await this.dataSource.query<{ farewell: Farewell }[]>(
      `SELECT farewell FROM accounts.erasure
        WHERE member_id = $1 AND state = 'done' AND farewell IS NOT NULL ORDER BY id DESC LIMIT 1`,
      [memberId],
    );
    return row?.farewell ?? null;
  }

  async forgetFarewells(before: Date): Promise<void> {
    await this.dataSource.query(
      `UPDATE accounts.erasure SET farewell = NULL WHERE farewell IS NOT NULL AND done_at < $1`,
      [before],
    );
  }
}
