import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LegalDocumentCode } from '@calmness/contracts';
import type { Transaction } from '@calmness/platform/database';
import type { Uuid } from '@calmness/platform/ids';
import { LegalAcceptanceEntity } from './legal-acceptance.entity';

@Injectable()
export class LegalAcceptanceRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** What was accepted before keeps its day. */
  async add(tx: Transaction, acceptances: LegalAcceptanceEntity[]): Promise<void> {
    if (acceptances.length === 0) return;
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(LegalAcceptanceEntity)
      .values(acceptances)
      .orIgnore()
      .execute();
  }

  /** The newest version of each document a member accepted. */
  async newestOf(memberId: Uuid): Promise<Map<LegalDocumentCode, number>> {
    const rows = await this.dataSource.query<{ code: LegalDocumentCode; version: number }[]>(
      `SELECT code, max(version) AS version FROM accounts.legal_acceptance WHERE member_id = $1 GROUP BY code`,
      [memberId],
    );
    return new Map(rows.map(({ code, version }) => [code, version]));
  }
}
