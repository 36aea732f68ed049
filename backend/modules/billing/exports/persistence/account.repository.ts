import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AccountCode } from '@calmness/contracts';
import type { Transaction } from '@calmness/platform/database';
import type { Account } from '../domain/accounts';

export interface MappedAccount extends Account {
  code: AccountCode;
  version: number;
}

/** The accounts the accountant chose; those he left alone have no row. */
@Injectable()
export class AccountRepository {
  constructor(private readonly dataSource: DataSource) {}

  chosen(): Promise<MappedAccount[]> {
    return this.dataSource.query<MappedAccount[]>(
      'SELECT code, account, label, version FROM billing.account_mapping',
    );
  }

  /** False when somebody else wrote meanwhile. */
  async write(tx: Transaction, { code, account, label, version }: MappedAccount): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO billing.account_mapping AS mapping (code, account, label, version) VALUES ($1, $2, $3, $4 + 1)
       ON CONFLICT (code) DO UPDATE SET account = $2, label = $3, version = $4 + 1 WHERE mapping.version = $4
       RETURNING code`,
      [code, account, label, version],
    );
    return rows.length === 1;
  }
}
