import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DataExportState } from '@calmness/contracts';
import type { Transaction } from '@calmness/platform/database';
import { newId, type Uuid } from '@calmness/platform/ids';
import type { DataExport, DataExportPart, ExportClaim } from '../domain/data-export';

interface ExportRow {
  id: Uuid;
  member_id: Uuid;
  state: DataExportState;
  requested_at: Date;
  ready_at: Date | null;
  expires_at: Date | null;
  byte_size: string | null;
  file_id: Uuid | null;
}
const columns = 'id, member_id, state, requested_at, ready_at, expires_at, byte_size, file_id';

@Injectable()
export class DataExportRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** False when one is under way already; nothing is written then. */
  async queue(tx: Transaction, id: Uuid, memberId: Uuid, now: Date): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO accounts.data_export (id, member_id, state, requested_at, attempts, next_attempt_at)
       VALUES ($1, $2, 'queued', $3, 0, $3)
       ON CONFLICT (member_id) WHERE state IN ('queued', 'building') DO NOTHING RETURNING id`,
      [id, memberId, now],
    );
    return rows.length === 1;
  }

  async find(id: Uuid): Promise<DataExport | null> {
    const [row] = await this.dataSource.query<ExportRow[]>(
      `SELECT ${columns} FROM accounts.data_export WHERE id = $1`,
      [id],
    );
    return row ? toExport(row) : null;
  }

  /** The member's newest, whatever became of it. */
  async newest(memberId: Uuid): Promise<DataExport | null> {
    const [row] = await this.dataSource.query<ExportRow[]>(
      `SELECT ${columns} FROM accounts.data_export WHERE member_id = $1 ORDER BY id DESC LIMIT 1`,
      [memberId],
    );
    return row ? toExport(row) : null;
  }

  parts(exportId: Uuid): Promise<DataExportPart[]> {
    return this.dataSource.query<DataExportPart[]>(
      `SELECT module, rows_total AS "rowsTotal", rows_done AS "rowsDone"
         FROM accounts.data_export_part WHERE export_id = $1 ORDER BY position`,
      [exportId],
    );
  }

  /** Takes the next export that waits, or whose worker let its lease run out; null when none does. */
  async claim(now: Date, leaseUntil: Date): Promise<ExportClaim | null> {
    const [rows] = await this.dataSource.query<[ExportClaim[], number]>(
      `UPDATE accounts.data_export AS taken
          SET state = 'building', attempts = attempts + 1, claimed_until = $2, draft_id = $3
         FROM (SELECT id, draft_id FROM accounts.data_export
                WHERE (state = 'queued' AND next_attempt_at <= $1) OR (state = 'building' AND claimed_until <= $1)
                ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED) AS due
        WHERE taken.id = due.id
       RETURNING taken.id, taken.member_id AS "memberId", taken.attempts, taken.draft_id AS "draftId",
                 due.draft_id AS "leftBehind"`,
      [now, leaseUntil, newId()],
    );
    return rows[0] ?? null;
  }

  /** Begins the count of every domain again; false when the lease was lost. */
  async begin(claim: ExportClaim, parts: readonly Omit<DataExportPart, 'rowsDone'>[]): Promise<boolean> {
    const rows = await this.dataSource.query<{ kept: number }[]>(
      `WITH mine AS (SELECT id FROM accounts.data_export WHERE id = $1 AND state = 'building' AND attempts = $2),
            written AS (
              INSERT INTO accounts.data_export_part (export_id, module, position, rows_total, rows_done)
              SELECT mine.id, part.module, part.position, part."rowsTotal", 0
                FROM mine, jsonb_to_recordset($3::jsonb) AS part(module text, position integer, "rowsTotal" integer)
              ON CONFLICT (export_id, module) DO UPDATE SET rows_total = EXCLUDED.rows_total, rows_done = 0)
       SELECT count(*)::int AS kept FROM mine`,
      [claim.id, claim.attempts, JSON.stringify(parts.map((part, position) => ({ ...part, position })))],
    );
    return rows[0]?.kept === 1;
  }

  /** Counts work done and holds the lease longer; false when it went to another worker. */
  async advance(claim: ExportClaim, module: string, units: number, leaseUntil: Date): Promise<boolean> {
    const rows = await this.dataSource.query<{ kept: number }[]>(
      `WITH mine AS (
         UPDATE accounts.data_export SET claimed_until = $3
          WHERE id = $1 AND state = 'building' AND attempts = $2 RETURNING id),
       counted AS (
         UPDATE accounts.data_export_part SET rows_done = rows_done + $5
          WHERE export_id IN (SELECT id FROM mine) AND module = $4)
       SELECT count(*)::int AS kept FROM mine`,
      [claim.id, claim.attempts, leaseUntil, module, units],
    );
    return rows[0]?.kept === 1;
  }

  /** False when the lease was lost to somebody else meanwhile; nothing is written then. */
  async markReady(
    tx: Transaction,
    claim: ExportClaim,
    archive: { fileId: Uuid; byteSize: number; readyAt: Date; expiresAt: Date },
  ): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE accounts.data_export
          SET state = 'ready', claimed_until = NULL, draft_id = NULL, last_error = NULL,
              file_id = $3, byte_size = $4, ready_at = $5, expires_at = $6
        WHERE id = $1 AND state = 'building' AND attempts = $2 RETURNING id`,
      [claim.id, claim.attempts, archive.fileId, archive.byteSize, archive.readyAt, archive.expiresAt],
    );
    if (rows.length !== 1) return false;
    // A newer archive replaces the older ones: the tick removes them.
    await tx.query(
      `UPDATE accounts.data_export SET expires_at = GREATEST(ready_at, $3)
        WHERE member_id = $1 AND id <> $2 AND state = 'ready' AND expires_at > $3`,
      [claim.memberId, claim.id, archive.readyAt],
    );
    return true;
  }

  /** Puts a claimed export back, to be tried again later, or gives it up. */
  async release(
    claim: ExportClaim,
    state: 'queued' | 'failed',
    next: Date,
    lastError: string,
  ): Promise<void> {
    await this.dataSource.query(
      `UPDATE accounts.data_export
          SET state = $3, claimed_until = NULL, draft_id = NULL, next_attempt_at = $4, last_error = $5
        WHERE id = $1 AND state = 'building' AND attempts = $2`,
      [claim.id, claim.attempts, state, next, lastError],
    );
  }

  /** Archives whose week is over, oldest first. */
  overdue(now: Date, limit: number): Promise<{ id: Uuid; fileId: Uuid }[]> {
    return this.dataSource.query(
      `SELECT id, file_id AS "fileId" FROM accounts.data_export
        WHERE state = 'ready' AND expires_at <= $1 ORDER BY expires_at LIMIT $2`,
      [now, limit],
    );
  }

  async markExpired(id: Uuid): Promise<void> {
    await this.dataSource.query(
      `UPDATE accounts.data_export SET state = 'expired', file_id = NULL WHERE id = $1 AND state = 'ready'`,
      [id],
    );
  }
}

function toExport(row: ExportRow): DataExport {
  return {
    id: row.id,
    memberId: row.member_id,
    state: row.state,
    requestedAt: row.requested_at,
    readyAt: row.ready_at,
    expiresAt: row.expires_at,
    byteSize: row.byte_size === null ? null : Number(row.byte_size),
    fileId: row.file_id,
  };
}
