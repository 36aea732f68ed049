import type { Floor } from '../floor';
import { Ledger } from './application/ledger';
import { VerifyLedger } from './application/verify-ledger';
import { LedgerRepository } from './persistence/ledger.repository';

export const ledgerFloor: Floor = {
  entities: [],
  repositories: [LedgerRepository],
  useCases: [Ledger, VerifyLedger],
  door: [],
};
