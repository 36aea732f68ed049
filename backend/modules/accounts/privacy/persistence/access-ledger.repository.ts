import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AccessReason, AccessSection, Role } from '@calmness/contracts';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';

export interface LedgerLine {
  id: Uuid;
  memberId: Uuid;
  at: Date;
  staffId: Uuid;
  staffName: string;
  staffRole: Role;
  section: AccessSection;
  reason: AccessReason;
  detail: string | null;
}

const columns = `id, member_id AS "memberId", at, staff_id AS "staffId", staff_name AS "staffName",
                 staff_role AS "staffRole", section, reason, detail`;

@Injectable()
export class AccessLedgerRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The same opening a moment ago (a page loaded again) stays one line. */
  async add(tx: Transaction, line: LedgerLine, sameSince: Date): Promise<void> {
    await tx.query(
      `INSERT INTO accounts.access_ledger
         (id, member_id, at, staff_id, staff_name, staff_role, section, reason, detail)
       SELECT $1, $2, $3, $4, $5, $6, $7::text, $8::text, $9::text
        WHERE NOT EXISTS (SELECT 1 FROM accounts.access_ledger
                           WHERE member_id = $2 AND staff_id = $4 AND section = $7 AND reason = $8
                             AND detail IS NOT DISTINCT FROM $9 AND at > $10)`,
      [
        line.id,
        line.memberId,
        line.at,
        line.staffId,
        line.staffName,
        line.staffRole,
        line.section,
        line.reason,
        line.detail,
        sameSince,
      ],
    );
  }

  /** Newest first. */
  list(memberId: Uuid, limit: number, beforeId?: string): Promise<LedgerLine[]> {
    return this.dataSource.query<LedgerLine[]>(
      `SELECT ${columns} FROM accounts.access_ledger
        WHERE member_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [memberId, beforeId ?? null, limit],
    );
  }
}
