import { Injectable } from '@nestjs/common';
import { Clock } from '@calmness/platform/clock';
import { UnitOfWork } from '@calmness/platform/database';
import { DomainError } from '@calmness/platform/errors';
import { newId, type Uuid } from '@calmness/platform/ids';
import { fingerprintsOf } from '../domain/fingerprint';
import { readCamt } from '../domain/read-camt';
import { decodeStatement, readCsv } from '../domain/read-csv';
import type { StatementEntry } from '../domain/statement';
import { StatementRepository } from '../persistence/statement.repository';

export interface ImportStatementCommand {
  adminId: Uuid;
  account: string;
  source: 'csv' | 'camt053';
  /** For a CSV. */
  mappingId: Uuid | null;
  bytes: Buffer;
  /** Pasted text is UTF-8, whatever the bank writes its files in. */
  pasted: boolean;
}

/** Reads a bank statement; a line that is known already is not written twice. */
@Injectable()
export class ImportStatement {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly statements: StatementRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError billing.mapping-not-found, billing.statement-unreadable */
  async execute(command: ImportStatementCommand): Promise<{ read: number; added: number }> {
    const account = command.account.trim();
    const entries = await this.read(command);
    const prints = fingerprintsOf(account, entries);
    const importedAt = this.clock.now();
    const lines = entries.map((entry, index) => ({
      ...{ ...entry, id: newId(), account, fingerprint: prints[index] ?? '' },
      ...{ state: 'open' as const, paymentId: null, importedBy: command.adminId, importedAt },
    }));
    return this.unitOfWork.run(async (tx) => {
      const added = await this.statements.addLines(tx, lines);
      tx.audit({
        actorId: command.adminId,
        action: 'billing.import-statement',
        objectType: 'bank-account',
        objectId: account,
        before: null,
        after: { source: command.source, read: lines.length, added },
      });
      return { read: lines.length, added };
    });
  }

  private async read(command: ImportStatementCommand): Promise<StatementEntry[]> {
    const { source, mappingId, bytes, pasted } = command;
    if (source === 'camt053') return readCamt(decodeStatement(bytes, 'utf-8'));
    const layout = mappingId && (await this.statements.mapping(mappingId));
    if (!layout) throw new DomainError('billing.mapping-not-found', {}, 'not-found');
    return readCsv(decodeStatement(bytes, pasted ? 'utf-8' : layout.encoding), layout);
  }
}
