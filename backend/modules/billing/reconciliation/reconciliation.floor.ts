import type { Floor } from '../floor';
import { BankMappings } from './application/bank-mappings';
import { ImportStatement } from './application/import-statement';
import { Reconcile } from './application/reconcile';
import { SuggestMatches } from './application/suggest-matches';
import { BankMappingEntity } from './persistence/bank-mapping.entity';
import { BatchRepository } from './persistence/batch.repository';
import { ReconciliationBatchEntity } from './persistence/reconciliation-batch.entity';
import { ReconciliationRowEntity } from './persistence/reconciliation-row.entity';
import { StatementLineEntity } from './persistence/statement-line.entity';
import { StatementRepository } from './persistence/statement.repository';

export const reconciliationFloor: Floor = {
  entities: [BankMappingEntity, ReconciliationBatchEntity, ReconciliationRowEntity, StatementLineEntity],
  repositories: [BatchRepository, StatementRepository],
  useCases: [BankMappings, ImportStatement, Reconcile, SuggestMatches],
  door: [],
};
